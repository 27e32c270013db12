home-off = 居家观察和返校审核没有启用
home-off-remedy = 需要时先在“设置”里启用，或运行 home on。
home-no-batch = 没有叫“{ $given }”的返校批次
home-no-batch-remedy = 请用 return batch list 查看批次的名称。
home-no-batches = 还没有返校批次
home-no-batches-remedy = 请先定下哪些班哪一天返校。
home-empty-batch = 这个批次里没有人
home-empty-batch-remedy = 请选年级、班级或教职工。
home-not-in-batch = 这个人不在这个批次里
home-not-in-batch-remedy = 请核对批次的班级，或者换一个批次。
home-reason-to-approve = 还有条件不符合或待定：{ $conditions }
home-reason-to-refuse = 各项条件都符合，暂缓返校没有写原因
home-reason-remedy = 请写明原因；写了就可以照您的意见办，会标出来。
home-name-needed = 没有写审核人
home-name-needed-remedy = 请写审核人姓名，或先在“设置”里写上操作人。
home-no-condition = 没有叫“{ $given }”的返校条件
# $given (number)
home-bad-number = 数值 { $given } 不在允许范围内
# $least (number)
# $most (number)
home-bad-number-remedy = 请填 { $least } 到 { $most }；没有数值的条件不能填。
home-morning = 早
home-evening = 晚
home-met = 符合
home-unknown = 待定
home-failing = 不符合
home-decided-open = 待审核
home-decided-approved = 同意返校
home-decided-against = 例外同意
home-decided-refused = 暂缓返校
# $count (number)
home-reason-missing = 缺 { $count } 天记录：{ $days }{ $count ->
    [1] {""}
    [2] {""}
    [3] {""}
   *[other] {" "}等
}
# $days (number)
home-reason-to-come = 还有 { $days } 天未到
home-reason-high = { $day }{ $slot } { $value } ℃
home-reason-day = { $day }{ $what }
home-reason-screened = { $day }起摸排未结
home-reason-no-commitment = 承诺书未交
home-reason-no-certificate = { $day }起患病，未交证明
home-reason-said-no = 审核人答“否”
home-reason-not-asked = 审核人未填
home-done-on = 启用居家观察和返校审核
home-done-off = 停用居家观察和返校审核
home-done-condition = 修改返校条件
# $count (number)
home-done-days = 记录居家观察 { $count } 天
home-done-batch = 修改返校批次
home-done-remove-batch = 删除返校批次
home-done-facts = 记下返校材料
home-done-approve = 同意一人返校
home-done-refuse = 一人暂缓返校
home-done-reopen = 收回一人的审核结论
# $count (number)
home-done-approve-all = 同意 { $count } 人返校
# $people (number)
todo-home-days = { $batch }：{ $people } 人的居家记录不全
# $people (number)
todo-reviews = { $batch }：{ $people } 人还没有审核返校条件
# $people (number)
todo-screenings = { $people } 名重点人员要联系
home-is-on = 已启用
home-is-off = 未启用
home-number-tenths = 限值 { $value } ℃
# $days (number)
home-number-days = { $days } 天
home-nobody = 没有人
home-nil = 无
home-without-batch = 还没有排进批次的班：{ $classes }
home-doubled = 排进了两个批次的班：{ $classes }
# $count (number)
home-people = { $count } 人
# $count (number)
home-approved = 同意 { $count }
# $count (number)
home-refused = 暂缓 { $count }
# $count (number)
home-undecided = 待审核 { $count }
# $count (number)
home-unrecorded = 记录不全 { $count }
# $approved (number)
# $skipped (number)
home-approved-all = 同意 { $approved } 人返校；{ $skipped } 人有条件不符合或待定，留待逐个审核
home-cli = 居家观察（14 天体温）：启用、返校条件、记录
home-cli-on = 启用居家观察、返校审核和摸排
home-cli-off = 停用；已有的记录保留
home-cli-conditions = 返校条件：是否采用、数值、来源
home-cli-condition = 采用或停用一个条件，或改它的数值，从今天起
home-cli-condition-id = 条件的代号，见 home conditions
home-cli-condition-on = 是否采用：yes 或 no
home-cli-condition-number = 数值：天数，或腋温限值的十分之一度（373）
home-cli-show = 一个班的居家记录
home-cli-class = 班级，或“教职工”
home-cli-batch = 返校批次的名称或代号（缺省：最近的一批）
home-cli-record = 记一个人一天；没写的保持原样
home-cli-day = 日期
home-cli-morning = 早上体温，例如 36.5 或 36.8@forehead
home-cli-evening = 晚上体温
home-cli-mark = 外出或接触：away、risk_area、contact，可多次
home-cli-nil = 纸上写明没有症状、没有外出
home-cli-signed = 签字的家长
home-cli-clear = 先清掉这一天原有的内容
home-cli-sheet = 照纸质登记表从左到右录一个人的多天
home-cli-from = 第一天
home-cli-values = 每天早/晚体温，例如 365/366；没有的写 -
home-cli-batches = 错峰返校的批次
home-cli-batches-list = 各批次的人数和审核情况
home-cli-batch-put = 新建批次，或修改同名批次
home-cli-batch-name = 批次名称，例如 第一批
home-cli-batch-day = 返校日期
home-cli-batch-rename = 新名称
home-cli-batch-class = 班级，可多次；写了就代替原来的
home-cli-batch-grade = 整个年级，可多次；写了就代替原来的
home-cli-batch-staff = 教职工是否在内：yes 或 no
home-cli-batch-remove = 删除批次和它的审核
home-cli-review = 返校审核
home-cli-review-list = 逐人列出不符合的条件
home-cli-facts = 记下承诺书、证明和审核人的回答
home-cli-commitment = 承诺书交回的日期；no 为没有交
home-cli-answer = 回答由审核人填写的条件，例如 family=yes
home-cli-approve = 同意一人返校
home-cli-refuse = 暂缓一人返校
home-cli-reason = 原因；条件不全而同意、条件齐全而暂缓时必须写
home-cli-reopen = 收回审核结论
home-cli-approve-all = 同意一个班或整批中条件齐全的人
home-cli-decided-by = 审核人（缺省：操作人）
screening-none = 没有代号为“{ $given }”的摸排
screening-none-remedy = 请用 screening list 查看代号。
screening-closed-already = 这条摸排已经结案
screening-closed-remedy = 如果结得不对，请先撤销；有新情况请另登记一条。
screening-before = 日期或时间的先后不对
screening-before-remedy = 请核对：到达在离开之前，联系在登记之后，下次联系在本次之后。
screening-nothing = 没有写内容
screening-nothing-remedy = 请写旅居地或接触情况；联系时写明了解到什么。
screening-listed-already = 这个人已经在摸排名单上
screening-listed-remedy = 请在原来那条上补充。
screening-unknown-day = 日期不详
screening-journey = { $place }（{ $from }至{ $to }）
screening-contact = 接触：{ $contact }
screening-next = 下次联系 { $at }
screening-nobody = 没有要摸排的人
screening-done-list = 登记一名重点人员
screening-done-revise = 修改摸排情况
screening-done-talk = 记一次摸排联系
screening-done-close = 摸排结案
screening-cli = 重点人员摸排
screening-cli-list = 摸排名单，要联系的在前
screening-cli-all = 已结案的也列出
screening-cli-add = 登记一人
screening-cli-listed = 得知的日期（缺省：今天）
screening-cli-place = 旅居地
screening-cli-from = 到达日期
screening-cli-to = 离开日期
screening-cli-contact = 接触了谁，什么时候
screening-cli-source = 消息来源，例如 村委、家长、派出所
screening-cli-revise = 修改旅居、接触情况
screening-cli-id = 代号，见 screening list
screening-cli-talk = 记一次联系
screening-cli-what = 了解到的情况
screening-cli-at = 联系时间（缺省：现在）
screening-cli-called-by = 联系人（缺省：操作人）
screening-cli-phone = 电话
screening-cli-next = 下次联系时间
screening-cli-close = 结案
screening-cli-how = 结论：no_link 无关联、observed 观察期满、handed_over 已移交、left 已离校
home-title = 居家观察和返校审核
home-module = 启用（开学前 14 天居家体温、返校审核、摸排）
# $count (number)
home-tab = { $count ->
    [0] 开学返校
   *[other] 开学返校 { $count }
}
home-part-days = 居家记录
home-part-reviews = 返校审核
home-part-batches = 批次
home-part-screenings = 重点人员摸排
home-batch-of = { $batch }（{ $day }返校）
# $open (number)
# $people (number)
# $unrecorded (number)
home-group-state = { $class }　{ $people } 人，记录不全 { $unrecorded }，待审核 { $open }
home-key-digit = 体温
home-key-row-nil = 本行都无
home-key-signed = 家长已签
home-key-nil = 当天无
home-key-next = 下一人
home-key-move = 选择
home-key-class = 前后班
home-not-yet = { $day }还没有到，不能记录
home-nothing-measured = 这一行还没有体温，不能记“无”或签字
home-guardian = 家长
home-unsaid = 未填
home-strip-symptoms = 症状：{ $said }
home-strip-marks = 外出接触：{ $said }
home-strip-signed = 签字：{ $who }
home-how = 5 即 36.5；以 3 开头的打满三位，例如 372；40 度以上先按 + 再打三位。0 为“无”，空白为未填。症状字母同检查表；{ $marks }
home-approve = 同意返校
home-refuse = 暂缓返校
home-approve-all = 条件齐全的都同意
home-commitment = 承诺书已交
home-all-met = 条件齐全
home-decided = { $by } { $when }：{ $decision }
home-changed = 审核以后记录有变化，请重新看一遍
home-note-certificate = 记下证明
home-certificate = 出具证明的医院或卫生院
home-reason = 原因
home-by = 审核人
home-who = { $class } { $no } 号 { $name }
home-yes = 是
home-no = 否
home-reopen = 收回结论
home-unsaved = 填写的内容还没有保存
home-batch-new = 新批次
home-batch-edit = 修改批次
home-batch-remove = 删除批次
home-batch-save = 保存批次
home-batch-name = 批次名称
home-batch-day = 返校日期
home-batch-grades = 整个年级
home-batch-classes = 单个班级和教职工
home-batch-day-wrong = 请写返校日期
screening-new = 登记重点人员
screening-talk = 记下这次联系
screening-what = 了解到的情况
screening-phone = 电话
screening-next-day = 下次联系
screening-next-wrong = 下次联系的日期不对
screening-close = 结案（上面写的内容作为说明）
screening-source = 来源：{ $source }
screening-listed = { $by } { $day }登记
screening-talked = { $at } { $by }
screening-who = { $class } { $name }
screening-place = 旅居地
screening-from = 到达
screening-to = 离开
screening-whom = 接触了谁，什么时候
screening-from-whom = 消息来源
screening-save = 列入名单
home-condition-why = { $condition }（{ $why }）
screening-call = { $at } { $by }：{ $what }
home-limit-note = 腋下体温达到 { $limit } ℃，当天告诉班主任。
