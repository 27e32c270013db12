# $checked (number)
# $due (number)
picture-checked = { $checked } 张，应有 { $due } 张
picture-cli-rates-out = 另存为 PDF 或 xlsx
# $count (number)
picture-row-all = 全部 { $count } 人
# $count (number)
picture-row = { $name } { $count }
picture-axis-persons = 新发病人数
picture-sign-rate = 当天
picture-sign-partly = 当天（没有查完）
picture-sign-unchecked = 未检
picture-sign-band = 平时范围
picture-sign-median = 平时中位数
picture-cell-zero = 无人患病
picture-cell-below = 不到全班 { $share }
picture-cell-from = { $share } 起
picture-cell-unchecked = 未检
picture-cell-partly = 还有时段未检
picture-cell-off = 不上课
# $number (number)
picture-weekday = { $number ->
    [1] 一
    [2] 二
    [3] 三
    [4] 四
    [5] 五
    [6] 六
   *[7] 日
}
picture-curve = 流行曲线
picture-band = 缺勤率走势
picture-heat = 各班每日患病人数
picture-sheet-title = { $school }{ $picture }
picture-others = 其他
picture-unknown = 不明
# $count (number)
picture-persons = 患病 { $count } 人
picture-first-last = 首例 { $first }，末例 { $last }
# $count (number)
picture-peak = 高峰 { $day }，{ $count } 人
picture-nobody = 没有人患病
picture-rate-of-days = 全段 { $rate }
picture-note-curve = 每格一人，按发病日期；没有写发病日期的，按这次病程第一次记下的日子。浅底为不上课的日子，▼ 为当天出现预警。
picture-note-classes = 各班各用一种花纹和一个字母，人数多的在下。
picture-note-symptoms = 同一人有几种症状的，在几行里各算一次；第一行每人只算一次。各行用同一比例。
picture-note-band = 只统计已确认的班级检查表。空心方块的日子还没有查完，圆圈的日子没有人查过，线在那里断开。
# $days (number)
picture-note-few = 查过的上课日不满 { $days } 天，还画不出平时范围。
picture-note-heat = 数字为当天检查表上患病的人数，底色按占全班的比例加深。0 是查过没有人患病，圆圈是没有查过；带“°”的还有时段未检，带“?”的只是录入，还没有确认。
picture-head-day = 日期
picture-head-school = 上课
picture-head-alerts = 预警
picture-head-state = 检查
picture-head-absent = 缺勤人日
picture-head-low = 平时下限（%）
picture-head-high = 平时上限（%）
picture-off-short = 休
picture-state-partly = 没有查完
picture-state-checked = 已查完
picture-above = 高于平时
# $days (number)
picture-too-many-days = 一张图画不下 { $days } 天
# $most (number)
picture-too-many-days-remedy = 一张图最多 { $most } 天；请分几张画。
picture-cli = 图：流行曲线、缺勤率走势、各班每日患病人数
picture-cli-curve = 流行曲线：按发病日期的新发病人数，按班级或症状分
picture-cli-split = 怎么分：class 按班级，symptom 按症状
picture-cli-symptom = 只画有这种症状的，代码见 check record
picture-cli-event = 只画这个事件的病人，日期随事件（event list 的 key）
picture-cli-band = 每天的缺勤率和平时范围
picture-cli-measure = ill 因病缺课率，all 缺勤率
picture-cli-heat = 各班每天的患病人数，没有查过的另有记号
picture-cli-from = 从哪天起；不写为近四周
picture-cli-to = 到哪天止；不写为今天
picture-cli-grade = 只画一个年级
picture-cli-out = 画到 PDF，或把数字存为 xlsx；不写就列出数字
picture-tab = 图
picture-range-weeks = 近四周
picture-by-class = 按班级
picture-by-symptom = 按症状
picture-all-symptoms = 全部症状
picture-people = 当天发病
picture-key-walk = 选日子
picture-key-open = 打开
picture-key-kind = 换图
picture-key-scope = 换班级
picture-open-people = 看名单
picture-open-day = 打开当天
picture-open-sheet = 打开检查表
picture-see-curve = 流行曲线
picture-read-mark = ；
picture-read-day = { $day } { $weekday }
# $count (number)
picture-read-curve = { $day }：{ $count } 人发病
# $count (number)
picture-read-alerts = 预警 { $count } 条：{ $alerts }
# $checked (number)
# $due (number)
picture-read-sheets = 检查表 { $checked } / { $due }
picture-read-off = { $day }：不上课
picture-read-unchecked = { $day }：未检
picture-read-rate = { $day }：{ $measure } { $rate }
# $days (number)
picture-read-usual = 平时 { $low } 到 { $high }，中位数 { $median }（此前 { $days } 天）
picture-read-no-band = 查过的日子太少，没有平时范围
picture-read-nobody-there = 还没有学生
# $heads (number)
# $ill (number)
picture-read-ill = 患病 { $ill } 人，在籍 { $heads } 人
picture-read-cell = { $class } { $day }
