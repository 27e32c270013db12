# $owed (number)
# $open (number)
todo-sheets = { $session }还差 { $open } 个班，应交 { $owed } 个班
# $owed (number)
todo-sheets-done = { $session } { $owed } 个班已交齐
todo-report = 学校晨检日报
todo-report-correct = 日报 { $number } 发出后数据有变动，要更正
todo-plan = 预案：{ $title }
# $count (number)
todo-alert = { $scope }{ $what } { $count } 人，向卫生院和中心校报告
# $count (number)
todo-alert-unknown = { $scope }因病缺勤 { $count } 人症状不明，打电话问清
todo-package = { $week }那一周的报送文件写到 U 盘
todo-state-open = 待办
todo-state-late = 已超时
todo-state-done = 已完成
