case-suspected = 疑似
case-diagnosed = 确诊
case-ruled-out = 排除
case-basis-certificate = 诊断证明
case-basis-parents = 家长自述
case-outcome-recovered = 痊愈
case-outcome-left = 转走
case-outcome-died = 死亡
case-outcome-other = 其他
case-class-a = 甲类
case-class-b = 乙类
case-class-b-as-a = 乙类（按甲类管理）
case-class-c = 丙类
case-class-none = 未列入
case-class-emerging = 不明原因或新发
case-of-class = { $scope }{ $certainty }{ $disease }
case-done = 已保存病例
case-done-close = 已结束病例
todo-case = { $what }：还要报告{ $whom }
todo-case-done = { $what }：已全部报告
todo-event = { $title }：{ $report }
case-cli = 病例：疑似、确诊，上报计时
case-cli-list = 病例一览，要上报的在前
case-cli-list-open = 只列没有结束的
case-cli-from = 只列这天起知道的
case-cli-to = 只列这天以前（含）知道的
case-cli-open = 登记一例病例
case-cli-show = 查看一例病例：各步上报、各家返校规定
case-cli-step = 记一次上报
case-cli-step-name = 告诉了谁：parents、principal、clinic、office 或 other
case-cli-revise = 补充或改正病例；没有写的不变
case-cli-learned = 什么时候知道是另一种病或已排除，默认现在
case-cli-close = 结束一例病例
case-cli-outcome = 结果
case-cli-close-on = 结束日期，默认今天
case-cli-reopen = 重新打开已结束的病例
case-cli-limits = 上报时限：查看，或另选一套（记下谁在何时选的）
case-cli-edition = 病例时限：2-24、6-12-24（旧）或 1-local
case-cli-events = 事件时限：2h-7d 或 30min-3d
case-cli-key = 病例的键，见 case list
case-cli-certainty = 疑似、确诊或排除
case-cli-basis = 报告依据：诊断证明或家长自述
case-cli-hospital = 就诊医院
case-cli-disease = 病种：编号、名称、别名或拼音
case-cli-known = 学校什么时候知道的，计时从这里开始，默认现在
case-cli-absent-from = 缺勤首日
case-cli-seen-on = 就诊日期
case-cli-first-diagnosis = 初诊意见
case-cli-diagnosed-on = 确诊日期
case-cli-diagnosed-at = 确诊医院
case-cli-contact = 有无接触史
case-cli-contact-note = 接触时间和对象
case-cli-vaccinated = 有无免疫史
case-cli-vaccinated-note = 接种时间
case-cli-class-vaccinated = 本班有免疫史人数
case-cli-class-infected = 本班既往感染人数
case-cli-class-susceptible = 本班易感人数
case-cli-floor-classes = 同楼层班数
case-cli-measures = 已采取的措施
case-cli-clinic-measures = 卫生院或疾控要求的措施
case-none = 没有病例
case-named = { $certainty }{ $disease }
case-exclusion = 返校规定：{ $text }（{ $source }）
case-clock-late = 已过 { $due }
case-clock-running = { $due } 前上报
case-clock-done = 已全部报告
case-clock-stopped = 计时已停
case-clock-none = 不计时
# $hours (number)
case-hours = { $hours } 小时内报告
case-limits-by = 由{ $by }于 { $at } 选定
case-limits-shipped = 程序自带的时限，学校没有另选
disease-cli = 病种表：类别、时限、潜伏期、各家返校规定
disease-cli-list = 全部病种
disease-cli-find = 按名称、别名或拼音查病种
disease-cli-text = 名称、别名或拼音
# $count (number)
case-tab = 病例 { $count }
case-area = 病例
# $count (number)
case-list = 病例 { $count }
case-new = 登记病例
case-edit = 补充或改正
case-close = 结束病例
case-reopen = 重新打开
case-save = 保存病例
case-tell = 记一次报告
case-key-move = 选病例
case-nobody = 没有病例。医院或家长说了是哪种传染病，就登记在这里，计时从学校知道的那一刻开始。
case-unsaved = 病例还没有保存
case-banner = { $name }，{ $class }：{ $what }
# $hours (number)
case-left = 剩 { $hours } 小时 { $minutes } 分
# $hours (number)
case-over = 已过 { $hours } 小时 { $minutes } 分
# $hours (number)
case-limit = { $hours } 小时内报告，{ $due } 到时
case-scheme = 时限：{ $name }（自带）
case-scheme-chosen = 时限：{ $name }，{ $by } { $at } 选定
case-step-open = 未报
case-step-dropped = 不必报
case-ended = { $on } { $outcome }
case-whom = 谁
case-disease = 病种
case-sure = 判断
case-basis = 报告依据
case-known = 学校知道
case-onset = 发病日期
case-temperature = 最高体温
case-temperature-hint = 如 38.2
case-seen-on = 就诊
case-hospital = 就诊医院
case-diagnosed-on = 确诊
case-diagnosed-at = 确诊医院
case-contact = 接触史
case-contact-note = 接触说明
case-vaccinated = 免疫史
case-vaccinated-note = 接种时间
case-measures = 处理措施
case-note = 备注
case-phone = 监护人
case-room = 宿舍
case-in-class = 班级当日
# $pupils (number)
# $boarders (number)
case-class-figures = { $pupils } 人，住宿 { $boarders } 人，缺勤 { $absent } 人
case-class-of-disease = 类别
case-incubation = 潜伏期
case-end = 结果
case-yes = 有
case-no = 无
case-returns = 返校规定，各家不一，以卫生院的为准
case-told = 已报告
case-find-person = 号、姓名或拼音
case-find-disease = 病名、别名或拼音
case-find-none = 病种表里没有，可选不明原因疾病并在备注写明
case-whom-missing = 先选是谁
case-disease-missing = 先选病种
case-wrong-day = 日期不对
case-wrong-temperature = 体温不对
case-scheme-name = （{ $name }）
# $pupils (number)
# $boys (number)
# $girls (number)
case-class-total = { $pupils } 人（男 { $boys }，女 { $girls }）
case-paper-none = 没有
case-print = 打印
case-open-it = 看病例
# $calls (number)
# $care (number)
# $clocks (number)
# $sum (number)
trace-due = 要办 { $sum }：打电话 { $calls }，病例和事件还要报告 { $clocks }，留观查看和复课查验 { $care }
sheet-key-case = 记为病例
case-nobody-found = 没有这样的人，请看序号和姓名
# $days (number)
case-over-days = 已过 { $days } 天
