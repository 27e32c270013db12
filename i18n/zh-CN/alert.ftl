# $count (number)
alert-more-people = 还有 { $count } 人
# $hours (number)
alert-report-within = { $hours } 小时内报告
alert-basis = 依据：{ $text }（{ $source }，规则版本 { $version }）
alert-start-plan = 打开应急预案
# $count (number)
alert-day = { $scope }{ $day ->
    [today] 今日
   *[other] { $day }
}{ $subject } { $count } 人，达到聚集性疫情报告标准
# $count (number)
# $days (number)
alert-days = { $scope }{ $day ->
    [today] 近 { $days } 日
   *[other] 截至 { $day }的 { $days } 日内
}{ $subject } { $count } 人，达到聚集性疫情报告标准
alert-severe = { $scope } 1 人{ $subject }，须立即核实并报告
# $count (number)
alert-unknown = { $scope }因病缺勤 { $count } 人症状不明，请打电话问清
alert-class = { $scope }
alert-grade = { $grade }年级
alert-school = 全校
report-meal = 就餐组
alert-rule-of = 《{ $edition }》{ $rule }
alert-rule-local = 《{ $edition }》{ $rule }（地方标准）
# $count (number)
alert-day-rule = { $scope }{ $day ->
    [today] 今日
   *[other] { $day }
}{ $subject } { $count } 人，达到{ $rule }
# $count (number)
# $days (number)
alert-days-rule = { $scope }{ $day ->
    [today] 近 { $days } 日
   *[other] 截至 { $day }的 { $days } 日内
}{ $subject } { $count } 人，达到{ $rule }
# $count (number)
# $heads (number)
alert-share-rule = { $scope } { $heads } 人中现有{ $subject } { $count } 人，达到{ $rule }
alert-missing = 没有编号为 { $given } 的预警。
alert-missing-remedy = 请用 alert list 查看编号；更正检查表以后，原来的预警可能已不成立。
alert-rules-missing = 没有可以选择的规则“{ $given }”。
alert-rules-missing-remedy = 请用 rules list 查看编号；全国标准一直使用，不能停用。
alert-done-answer = { $scope }的预警已答复
alert-done-choose = 开始使用《{ $rules }》
alert-done-put-aside = 不再使用《{ $rules }》
alert-answered = 已答复，不再提醒；人数增加时会再次提醒。
alert-answered-owed = 已记下，横幅不再提醒；还没有写报告给了谁，待办里仍然列着。
alert-reported-to = 已报告 { $to }
alert-seen = 已知悉
alert-word = { $at } { $by }：{ $said }
alert-grew = 答复以后人数又有增加，请再次处理。
alert-rules-on = 使用
alert-rules-off = 未使用
alert-rules-local = 地方标准
alert-rules-unconfirmed = 出处未核实
alert-rules-chosen = { $at } { $by } 选定
alert-cli-from = 从这天起的全部预警，每起只列一次
alert-cli-answer = 答复一起预警：已知悉、说明、已报告、转为事件；不再提醒，待办算完成
alert-cli-key = 预警：alert list 里今天的第几条，或它的编号（--json 和 --from 会列出）
alert-cli-comment = 说明，可以不写
alert-cli-reported-to = 已经报告给谁，例如：乡镇卫生院
alert-cli-event = 它转成的事件的编号
alert-cli-rules = 预警规则的选用
alert-cli-rules-list = 列出各套规则：来源、是否使用、谁选定
alert-cli-choose = 使用或不再使用一套规则，从今天起；以前各天不变
alert-cli-rules-id = 规则的编号，见 rules list
alert-cli-on = 使用
alert-cli-off = 不再使用
group-kind-meal = 就餐组
group-cli-meal = 是就餐组：一起吃饭的人，食物中毒按组计数
group-screen-meal = 是就餐组
alert-reply = 答复
alert-page-title = 预警
alert-page-save = 记下答复
# $needed (number)
alert-page-days = 计数时间 { $from } 至 { $to }，满 { $needed } 人提醒；{ $raised }起达到
alert-page-comment = 核实情况和处理
alert-page-comment-hint = 可以不写，只表示已知悉
alert-page-reported = 已报告给谁
alert-page-reported-hint = 例如：乡镇卫生院 张医生，没有报告就空着
alert-page-answer = 答复
alert-page-note = 答复以后横幅不再提醒。写明报告给了谁，或者由它登记的事件已经报出，待办才算完成，同时记进上报记录；人数增加时会再次提醒。
# $count (number)
alert-page-people = 计入的 { $count } 人
alert-unsaved = 答复还没有保存，离开就会丢掉。
alert-rules-title = 预警规则
alert-period = { $from }至{ $to }
# $count (number)
alert-list-count = 共 { $count } 起
# $count (number)
alert-list-what = { $subject } { $count } 人
alert-list-rule = { $edition }：{ $rule }（{ $version }）
