plan-no-such-task = 预案里没有“{ $given }”这项工作。
plan-no-such-task-remedy = 请用 plan list 查到编号再试。
