# $count (number)
alert-more-people = 还有 { $count } 人
# $hours (number)
alert-report-within = { $hours } 小时内报告
alert-basis = 依据：{ $text }（{ $source }，规则版本 { $version }）
alert-start-plan = 打开应急预案
# $count (number)
alert-day = { $scope }今日{ $subject } { $count } 人，达到聚集性疫情报告标准
# $count (number)
# $days (number)
alert-days = { $scope }近 { $days } 日{ $subject } { $count } 人，达到聚集性疫情报告标准
alert-severe = { $scope } 1 人{ $subject }，须立即核实并报告
# $count (number)
alert-unknown = { $scope }因病缺勤 { $count } 人症状不明，请打电话问清
