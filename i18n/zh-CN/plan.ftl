plan-no-such-task = 预案里没有“{ $given }”这项工作。
plan-no-such-task-remedy = 请用 plan list 查到编号再试。
plan-edition = 第 { $version } 版
# $done (number)
# $late (number)
# $tasks (number)
plan-done-of = 共 { $tasks } 项，完成 { $done } 项，超时 { $late } 项
plan-section = { $number }. { $title }
# $count (number)
plan-late-times = 超时 { $count } 次
plan-wanted = （应有：{ $wanted }）
