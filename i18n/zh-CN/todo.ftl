# $owed (number)
# $open (number)
todo-sheets = { $session }还差 { $open } 张检查表，应交 { $owed } 张
# $owed (number)
todo-sheets-done = { $session } { $owed } 张检查表已交齐
todo-report = 学校晨检日报
# $unchecked (number)
todo-report-unchecked = 日报 { $number } 发出时有 { $unchecked } 张检查表未交，补齐后要更正
# $unchecked (number)
todo-report-correct = { $unchecked ->
    [0] 日报 { $number } 发出后数据有变动，要更正
   *[other] 日报 { $number } 发出时有 { $unchecked } 张检查表未交，之后有变动，要更正
}
todo-plan = 预案：{ $title }
# $count (number)
todo-alert = { $scope }{ $what } { $count } 人，向卫生院和中心校报告
# $count (number)
todo-alert-unknown = { $scope }因病缺勤 { $count } 人症状不明，打电话问清
todo-package = { $week }那一周的报送文件写到 U 盘
todo-state-open = 待办
todo-state-late = 已超时
todo-state-done = 已完成
# $pupils (number)
todo-promotion = 升入新学年：{ $pupils } 名学生还在上一学年的班里
# $count (number)
todo-calls = { $scope } { $count } 人缺勤，打电话追踪
# $people (number)
todo-looks = { $people } 人在留观或隔离，今天还没有随访
# $people (number)
todo-returns = { $people } 人病后到校，还没有查验复课证明
# $sheets (number)
todo-missed-day = { $sheets ->
    [0] { $day }：日报没有报
   *[other] { $report ->
        [made] { $day }：还差 { $sheets } 张检查表
       *[missing] { $day }：还差 { $sheets } 张检查表，日报没有报
    }
}
# $days (number)
todo-event-missed = { $title }：{ $day }起有 { $days } 天没有{ $report }
