# $count (number)
trace-tab-open = 未结 { $count }
trace-nobody-absent = 眼下没有人因病或因不明原因缺勤。检查表上记为因病或原因不明的，会列在这里。
# $count (number)
trace-absences = 因病缺勤未结 { $count }
# $day (number)
trace-day = 第 { $day } 天
trace-reason-unknown = 缺勤原因不明
trace-symptoms-unknown = 症状不明
trace-key-move = 选人
trace-key-tabs = 换页
trace-key-person = 个人档案
trace-unreached = 没有打通
trace-no-symptoms = 已无症状
trace-not-seen = 未就诊
trace-seen = 已就诊
trace-seen-at = 到{ $hospital }就诊
trace-diagnosed = 诊断：{ $name }（{ $basis }）
trace-similar = 家中有类似病人
trace-said = { $who }：{ $said }
trace-basis-certificate = 诊断证明
trace-basis-guardian = 家长自述
trace-closed-diagnosed = 已有明确诊断
trace-closed-returned = { $day }痊愈返校
trace-closed-ended = 未就诊，{ $day }症状消失
trace-closed-other = 不是因病缺勤
trace-closed-left = 已离校，最后一天是{ $day }
trace-done = 记下{ $group }一次追踪
trace-done-removed = 删去一次追踪
trace-error-not-absent = { $on } 前后，这个人没有因病或原因不明的缺勤
trace-error-not-absent-remedy = 先在检查表上记下缺勤并确认，或者检查日期。
trace-error-not-yet = { $at } 还没有到
trace-error-not-yet-remedy = 只记已经打过的电话；约好的时间写在下次电话里。
trace-error-next-before = 下次电话 { $next } 不晚于这次追踪 { $at }
trace-error-next-before-remedy = 请写一个以后的时间，或者不写。
trace-error-unreached = 没有打通的电话不会有回答
trace-error-unreached-remedy = 打通了就记为打通；没有打通只写备注和下次电话。
trace-error-wrong-day = { $field } { $on } 不在这次缺勤和这次追踪之间
trace-error-wrong-day-remedy = 请检查日期。
trace-error-no-diagnosis = 没有写诊断名称
trace-error-no-diagnosis-remedy = 写上诊断名称，并说明是诊断证明还是家长自述。
trace-error-no-such = 没有这一次追踪
trace-error-no-such-remedy = 用 trace list 看每次追踪的编号。
# $number (number)
trace-call-number = 第 { $number } 次电话
trace-none-closed = 近 30 天没有已结的因病缺勤。
# $hours (number)
trace-notice-class = { $name }是{ $class }传染病：记下后转为病例，{ $hours } 小时计时开始
# $hours (number)
trace-notice = { $name }须报告：记下后转为病例，{ $hours } 小时计时开始
trace-class-a = 甲类
trace-class-b = 乙类
trace-class-c = 丙类
trace-cli-trace = 因病缺勤的追踪
trace-cli-list = 列出缺勤和追踪，按下次电话
trace-cli-list-open = 只列未结的（缺省）
trace-cli-list-closed = 只列近 30 天已结的
trace-cli-add = 记下一次追踪；有诊断而没有约下次电话时，追踪随之结束
trace-cli-person = 人员代号（roster list 的 key）
trace-cli-at = 打电话的时刻；不写为现在
trace-cli-unreached = 没有打通
trace-cli-with = 接电话的人
trace-cli-relation = 接电话的人与学生的关系
trace-cli-phone = 拨打的号码
trace-cli-symptom = 今天的症状代码，可重复，写入当天的检查表；代码见 check record
trace-cli-no-symptoms = 今天已经没有症状
trace-cli-hospital = 就诊的医院
trace-cli-diagnosis = 诊断
trace-cli-basis = 诊断的依据：家长自述或诊断证明
trace-cli-ill-at-home = 家中有没有类似病人
trace-cli-sent-where = 人在哪里：在家、住院等
trace-cli-next-call = 约好的下次电话
trace-cli-close = 结束追踪
trace-cli-close-diagnosis = 有明确诊断
trace-cli-returned = 痊愈返校的日期
trace-cli-symptoms-ended = 未就诊而症状消失的日期
trace-cli-other-reason = 不是因病，检查表上改为事假
trace-cli-remove = 删去记错的一次追踪
trace-cli-id = 追踪的代号（trace list 的 traces）
trace-key-talk = 记追踪
trace-by-next-call = 按下次电话
trace-call-list = 电话单
trace-back-unwell = 返校，还有症状
trace-not-back = 等返校
# $seat (number)
trace-seat = { $seat } 号
# $age (number)
trace-age = { $age } 岁
trace-lives = 家住 { $place }
trace-no-phone = 名册里没有电话，请在个人档案里补上
trace-symptoms = 今天的症状
trace-none = 无症状
trace-more = 更多
trace-doctor = 就诊
trace-hospital = 医院
trace-diagnosis = 诊断
trace-diagnosis-hint = 还没有诊断就空着
trace-basis = 诊断依据
trace-note = 备注
trace-at-home = 家中类似病人
trace-similar-no = 没有
trace-similar-yes = 有
trace-where = 去向
trace-where-hint = 在家、住院、亲戚家
trace-ends = 结束追踪
trace-end-returned = 痊愈返校
trace-end-symptoms = 症状消失，未就诊
trace-end-other = 不是因病
trace-next = 下次电话
trace-next-hint = 如：明天 09:00
trace-next-none = 不再约电话
trace-next-wrong = 请写成 明天 09:00、16:00 或 11-24 09:00 这样，而且还没有到
trace-save = 记下这次追踪
# $count (number)
trace-unsaved = 有 { $count } 人的追踪填了，还没有记下。
# $count (number)
trace-paper-unchecked = 还有 { $count } 个班未检
trace-paper-no-call = 今天没有要打的电话
trace-paper-early = 早期症状
trace-paper-suspected = 疑似传染病
trace-paper-absent = 因病缺勤
trace-paper-open = 待追踪
trace-correction-reason = 电话追踪（{ $at }）问到
trace-cause-unknown = 病因不明
trace-cause-symptoms = 只知症状
trace-no-absences = 这段时间没有因病或原因不明的缺勤。
trace-cli-absence = 一段时间的因病缺勤
trace-cli-absences = 列出缺勤：起止、半天数、病因；一次病程算一次
trace-cli-rates = 缺勤率、因病缺课率、人均因病缺课天数、因病缺课发生比例，按班级、月份和病因
trace-cli-from = 从哪天起；不写为学期第一天
trace-cli-to = 到哪天止；不写为今天
trace-head-pupils = 学生
trace-head-absence = 缺勤率
trace-head-illness = 因病缺课率
trace-head-mean = 人均因病天数
trace-head-episodes = 因病人次
trace-rates-all = 全校
# $checked (number)
# $due (number)
trace-rates-checked = 按已确认的 { $checked } 张班级检查表统计，应有 { $due } 张；括号里是人日
# $episodes (number)
trace-rates-cause = { $cause }：{ $episodes } 人次，{ $days } 天
trace-tab-closed = 已结
trace-tab-rates = 统计
# $count (number)
trace-closed-absences = 近 30 天已结 { $count }
trace-latest-first = 新近的在前
trace-no-calls = 没有打过电话
trace-rates-week = 本周
trace-rates-month = 本月
trace-rates-term = 本学期
trace-rates-year = 本学年
trace-rates-classes = 各班
trace-rates-months = 各月
trace-rates-causes = 病因
trace-rates-rows = 因病缺勤的人次
trace-head-class = 班级
trace-head-ill-days = 因病人日
trace-head-taught = 授课人日
trace-days-lost = { $days } 天
trace-rates-nothing = 这段时间没有确认过的检查表，算不出缺勤率。
trace-rates-source = 因病缺课率 ＝ 因病缺课人日 ÷ 授课人日；人均因病天数 ＝ 因病缺课人日 ÷ 监测学生；发生比例 ＝ 因病缺课人次 ÷ 监测学生，一次病程算一次。只统计已确认的检查表。
trace-key-period = 选时段
trace-paper-diagnosed = { $name }（{ $basis }）
# $checked (number)
# $due (number)
trace-rates-from = 按已确认的 { $checked } 张班级检查表统计，应有 { $due } 张。
trace-is-case = 已转为病例
# $hours (number)
trace-noticed = { $name }已转为病例，{ $hours } 小时内报告
trace-remove = 删去
