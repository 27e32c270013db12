today-title = 今天
today-other-day = { $day }
today-report = 日报
# $hours (number)
# $minutes (number)
today-deadline-hours = 日报 { $at } 截止，还有 { $hours } 小时 { $minutes } 分
# $minutes (number)
today-deadline-minutes = 日报 { $at } 截止，还有 { $minutes } 分
today-deadline-past = 日报已过 { $at }
today-reported = 日报已于 { $at } 生成
today-reported-open = 日报 { $at } 已生成，待更正
today-not-reported = 当天没有日报
today-empty = 还没有名册。先导入学生名册，就能开始晨检。
today-import = 导入名册
today-no-school = 按校历今天不上课，没有应交的检查表。
today-calendar = 修改校历
today-sum-roll = 在籍
today-sum-present = 实到
today-sum-well = 平安
today-sum-ill = 因病缺勤
today-sum-leave = 事假
today-sum-unknown = 原因不明
today-sum-unchecked = 未检
# $count (number)
today-sum-late = 其中迟到 { $count }
# $checked (number)
# $due (number)
today-checked = 已检 { $checked } / { $due } 张
today-head-class = 班级
today-head-room = 宿舍
today-head-roll = 在籍
today-head-present = 实到
today-head-ill = 因病
today-head-state = 状态
today-head-found = 异常
today-head-handed-in = 交表
today-not-due = 无需
# $count (number)
today-proposals = 沿用 { $count } 人待确认
today-draft-short = 录入中
today-draft = 录入中，未确认
today-comma = ，
# $count (number)
today-found = { $name } { $count }
today-key-move = 选班
today-key-nil = 零报告
today-key-open = 登记异常
today-key-evidence = 打开证据
# $count (number)
today-todo = 待办 { $count }
today-by-deadline = 今天的在前
today-nothing-due = 眼下没有待办。
today-other-day-row = 换一天，补录以前的表
today-other-day-label = 日期
today-go-day = 打开这一天
today-day-to-come = 这一天还没有到
today-late-since = 已过 { $at }
today-at-latest = 最迟 { $day } { $at }
today-due-today = 今天 { $at }
today-due-tomorrow = 明天 { $at }
today-segment = { $session ->
    [morning] 晨检
    [noon] 午检
    [evening] 晚检
    [holiday] 假日
   *[other] 全日
}
