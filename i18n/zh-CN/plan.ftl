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
plan-document-name = 应急预案（公文）
plan-document-room = ________
# $count (number)
plan-document-times = 本学期 { $count } 次，第一次 { $first }
# $number (number)
plan-document-task = { $number }. { $title }。负责人：{ $who }；时限：{ $due }；凭证：{ $wanted }。
