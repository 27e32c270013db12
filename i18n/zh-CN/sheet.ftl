sheet-title-class = { $class } { $session }
sheet-title-group = { $group } { $session }
sheet-unchecked-draft = 未检，录入中
sheet-not-due = 无需
# $count (number)
sheet-head-count = 应到 { $count }
sheet-teacher = 班主任 { $name }
sheet-jump = 跳到
sheet-jump-hint = 号数或拼音首字母
sheet-jump-none = 本班没有这样的号数或姓名
# $count (number)
sheet-several = 一起登记 { $count } 人
sheet-several-none = 没有这样的号数：{ $numbers }
# $count (number)
sheet-several-on = 正在一起登记 { $count } 人：按一次字母，这些人都记上。Enter 结束
sheet-several-temperature = 体温要一个人一个人地填
sheet-repeat-nothing = 本表还没有登记过，没有可照抄的
# $count (number)
sheet-more-matches = 还有 { $count } 人
sheet-head-seat = 号
sheet-head-name = 姓名
sheet-head-attendance = 出勤
sheet-head-temperature = 体温
sheet-head-note = 说明
sheet-at-home = 在家
sheet-present = 到校
# $day (number)
sheet-carried-weekday = { $day ->
    [1] 沿用周一，待确认
    [2] 沿用周二，待确认
    [3] 沿用周三，待确认
    [4] 沿用周四，待确认
    [5] 沿用周五，待确认
    [6] 沿用周六，待确认
   *[7] 沿用周日，待确认
}
sheet-carried-day = 沿用 { $day }，待确认
sheet-carried-today = 沿用今天上一次，待确认
sheet-fever = { $site }达到 { $limit }，请留观
sheet-onset-on = { $day }起病
sheet-seen = 已就诊
sheet-not-seen = 未就诊
sheet-seen-unknown = 未问
sheet-after = 确认后：
# $ill (number)
# $well (number)
sheet-sum = 异常 { $ill } 人，正常 { $well } 人
# $count (number)
sheet-sum-proposals = 含待确认建议 { $count } 人
# $count (number)
sheet-sum-short = 异常 { $count } 人
# $count (number)
sheet-proposals-short = 含建议 { $count } 人
sheet-confirmed-by = 已由{ $name }于 { $at } 确认，现在输入即为更正
sheet-confirm = 确认本表，下一班
sheet-confirm-short = 确认，下一班
sheet-next = 下一个未检班
sheet-draft-saved = 草稿已保存
sheet-correction-saved = 更正已保存
sheet-handed-in = 交表时间
sheet-handed-in-hint = 8:10 或 2026-11-20 8:10
sheet-handed-in-wrong = 请写成 8:10
sheet-checked-by = 检查老师
sheet-came-in = 交表 { $at } · 检查 { $by }
sheet-no-temperature = 体温 { $typed } 不对：应在 32.0 到 43.0 之间
sheet-key-temperature = 体温 38.2
sheet-detail-onset = 起病日期
sheet-detail-onset-doubtful = 起病日期 { $day } 离检查已久：不计入今天的预警。请核对年份。
sheet-detail-onset-wrong = 没有这一天
sheet-detail-onset-late = 不能晚于检查当天
sheet-detail-site = 体温部位
sheet-detail-seen = 是否就诊
sheet-detail-diagnosis = 初步诊断
sheet-detail-note = 说明
sheet-nobody = 这一天没有要查的人：班里没有在籍学生，或者没有住校生。
sheet-why-not-due = 按校历和场次设置，{ $day }无需{ $session }。
sheet-calendar = 修改校历
sheet-observed = 留观中
sheet-isolated = 隔离中
sheet-kept-apart = 留观或隔离中，待确认
