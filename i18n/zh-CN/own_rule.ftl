own-rule-field = { $key ->
    [count] 人数
    [days] 天数
    [share] 占在籍人数的百分比
    [report_hours] 报告时限
    [tenths] 体温 ℃
    [temperature] 体温 ℃
    [first_by] 首次电话最晚
    [first_minutes] 首次电话时限
    [next_by] 以后的电话最晚
    [again_minutes] 没打通后再打
    [last_hour] 当天最晚再打
    [look_back_days] 往前找
    [after_minutes] 隔多久复测
    [deadline] 时限
    [closing_days] 结案报告
    [progress_by] 进程报告每天
    [a] 甲类
    [managed_as_a] 乙类按甲类管理
    [b] 其他乙类
    [c] 丙类
    [emerging] 不明原因、新发
    [other] 其他病
    [cluster] 聚集性疫情、严重症状
    [outbreak] 暴发
    [ungraded] 未定级
    [iv] Ⅳ级
    [iii] Ⅲ级
    [ii] Ⅱ级
    [i] Ⅰ级
    [watch_days] 密接观察
    [days_from_onset] 发病后
    [days_after_symptoms] 症状消失后
    [days_of_treatment] 治疗后
    [doubtful_days] 发病日期早于此即提醒
    [near_days] 提前显示
    [look_deadline] 每天查看
    [return_deadline] 复课查验
    [morning] 晨检
    [noon] 午检
    [evening] 晚检
    [from] 起算
    [half_days] 折算半天数
    [records_before_days] 提前几天交记录
    [records_hour] 交记录最晚
    [review_show_days] 提前显示审核
    [review_before_days] 提前几天审核完
    [review_hour] 审核最晚
    [call_hour] 电话最晚
    [keep_days] 记录保存
    [number] 数值
   *[any] { $key }
}
own-rule-part = { $part ->
    [sessions] 各场次
    [morning] 晨检
    [noon] 午检
    [evening] 晚检
    [holiday] 放假日
    [temperature] 体温
    [limits] 限值
    [retest] 复测
    [tracing] 缺勤追踪
    [report] 日报
    [package] U盘报送
    [plan] 应急预案
    [onset] 发病日期
    [care] 留观和返校
    [check_sheet-axillary] 检查表，腋下
    [check_sheet-forehead] 检查表，额头
    [check_sheet-ear] 检查表，耳温
    [check_sheet-oral] 检查表，口腔
    [entry_gate-axillary] 校门口，腋下
    [entry_gate-forehead] 校门口，额头
    [ili-axillary] 流感样病例，腋下
    [home] 居家观察
    [duty] 期限
    [axillary] 腋下
    [forehead] 额头
    [ear] 耳温
    [oral] 口腔
   *[any] { $part }
}
own-rule-mark = （本校）
own-rule-hours = { $name }（小时）
own-rule-minutes = { $name }（分钟）
own-rule-days = { $name }（天）
own-rule-text = 本校规定：{ $name } { $value }（原为 { $shipped }）。{ $said }
own-rule-line = 本校：{ $value }，{ $from } 起；依据：{ $source }；批准：{ $by }
own-rule-none = 没有这样的数值
own-rule-file-head = 晨检簿本校规定：每项写明依据和批准人，可以在另一所学校导入
# $count (number)
own-rule-exported = 已写出 { $count } 项本校规定
# $count (number)
own-rule-imported = 已导入 { $count } 项本校规定
# $count (number)
own-rule-done = 设定本校规定 { $count } 项
own-rule-done-withdrawn = 撤回一项本校规定
own-rule-no-figure = 规定里没有这个数值：{ $given }
own-rule-no-figure-remedy = 用 rules figures 查看全部数值和它们的写法。
own-rule-bad-figure = 这个数值用不上：{ $given }
own-rule-bad-figure-remedy = 请写 { $least } 到 { $most } 之间的数。
own-rule-bad-time-remedy = 请写成几点几分，例如 14:00。
own-rule-unapproved = 没有写依据或批准人
own-rule-unapproved-remedy = 请写明是哪份通知规定的、由谁批准，检查时要看。
own-rule-gone-by = { $given } 已经过去，过去的日子不会重新判断
own-rule-gone-by-remedy = 请从 { $today } 或以后的日子起算。
own-rule-no-fit = 这样改，规定前后对不上：{ $at }
own-rule-no-fit-remedy = 按比例计数只能用在班级和宿舍；请改别的数值。
own-rule-not-own = 这一项没有本校规定：{ $given }
own-rule-not-own-remedy = 用 rules figures --own 查看本校已经设定的。
# $length (number)
own-rule-too-long = 写得太长：{ $length } 个字
own-rule-too-long-remedy = 请写在 300 个字以内。
own-rule-unreadable = 这不是本校规定的文件：{ $file }
own-rule-unreadable-remedy = 请用程序导出的文件。读到的问题：{ $at }
# $number (number)
own-rule-entry = 第 { $number } 项：{ $happened }
own-rule-cli = 本校自己的数值：从哪天起、依据和批准人
own-rule-cli-figures = 规定里的所有数值，本校的列在旁边
own-rule-cli-find = 只列含有这些字的
own-rule-cli-only-own = 只列本校设定过的
own-rule-cli-set = 设定一个数值
own-rule-cli-rule = 数值的写法，见 rules figures
own-rule-cli-value = 数值：3、37.5 或 14:00
own-rule-cli-from = 从哪天起；不写就是今天
own-rule-cli-source = 依据：哪份通知
own-rule-cli-approved-by = 批准人
own-rule-cli-text = 规定的文字；不写就按数值写
own-rule-cli-withdraw = 恢复程序自带的数值
own-rule-cli-export = 把本校规定写成文件
own-rule-cli-import = 导入本校规定的文件，全部或一项都不
own-rule-cli-file = 文件
own-rule-title = 本校规定
own-rule-find = 查找数值
own-rule-find-hint = 例如：3 天 5 例、水痘、腋下、电话
own-rule-only = 只看本校设定过的
own-rule-note = 县里的要求和这里不同时，在这里改，写明哪天起、依据和批准人。以前的日子照以前的数值判断，报出的表不变。
# $count (number)
own-rule-figures = 数值 { $count }
# $count (number)
own-rule-more = 还有 { $count } 项，请多输入几个字
own-rule-own = 本校 { $value }
own-rule-shipped = 自带 { $value }
own-rule-shipped-of = 自带 { $value }；出处：{ $source }
own-rule-set = 设定本校数值
own-rule-from = 从哪天起
own-rule-from-hint = 不写就是今天
own-rule-source = 依据
own-rule-source-hint = 哪份通知、哪年哪号
own-rule-approved-by = 批准人
own-rule-words = 规定的文字
own-rule-words-hint = 不写就按数值写
own-rule-withdraw = 恢复自带数值
own-rule-key-set = 设定
own-rule-key-list = 回到列表
own-rule-unsaved = 设定了一半的数值没有保存。
own-rule-share = 给别的学校
own-rule-file = 文件
own-rule-file-name = 本校规定.toml
own-rule-file-note = 写出的文件可以在同县的其他学校导入，不用再输一遍；导入的数值也要有依据和批准人。
own-rule-export = 写出
own-rule-import = 导入
