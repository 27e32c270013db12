usage-heading = 用法：{ $usage }
usage-commands = 命令
# What stands for a value in the lines of usage.
usage-value = { $name ->
    [OPTIONS] 选项
    [COMMAND] 命令
    [ABSENCE] 缺勤
    [ABSENT_FROM] 日期
    [ALERT] 编号
    [ANSWER] 答复
    [APPROVED_BY] 姓名
    [RULE] 数值写法
    [AS_OF] 日期
    [AT] 时刻
    [BASIS] 依据
    [BATCH] 批次
    [BIRTH] 日期
    [BOARDING] 方式
    [CALLED] 时刻
    [CALLED_BY] 姓名
    [CAME] 时刻
    [CASE] 病例
    [CAUSE] 文字
    [CERTAINTY] 诊断
    [CERTIFICATE] 编号
    [CHECKED_BY] 姓名
    [CLASS] 班级
    [CLASS_INFECTED] 人数
    [CLASS_SUSCEPTIBLE] 人数
    [CLASS_VACCINATED] 人数
    [CLINIC_BY] 姓名
    [CLINIC_DAY] 日期
    [CLINIC_MEASURES] 文字
    [CODES] 编号
    [COMMENT] 文字
    [COMPLETE] 是否
    [CONTACT] 有无
    [CONTACT_NOTE] 文字
    [CONTENT] 内容
    [COURSE] 文字
    [DATE] 日期
    [DAY] 日期
    [DECIDED_BY] 姓名
    [DECISION] 决定
    [DIAGNOSED_AT] 医院
    [DIAGNOSED_ON] 日期
    [DIAGNOSIS] 诊断
    [DIR] 文件夹
    [DISEASE] 病种
    [DISINFECTED] 时刻
    [DISINFECTED_BY] 姓名
    [DORMITORY] 宿舍
    [EDITION] 规则
    [ENTRY] 条目
    [EVENING] 体温
    [EVENT] 事件
    [EVENTS] 规则
    [EVIDENCE] 凭据
    [FIELD] 字段
    [FILE] 文件
    [FIND] 查找
    [FIRST_DIAGNOSIS] 诊断
    [FLOOR_CLASSES] 班数
    [FOLDER] 文件夹
    [FOUND_AT] 地点
    [FROM_SHEET] 张数
    [FOUND_BY] 姓名
    [FROM] 日期
    [GRADE] 年级
    [GROUP] 组
    [GUARDIAN] 姓名
    [HANDED_IN_AT] 时刻
    [HH] 时
    [HOSPITAL] 医院
    [HOW] 结果
    [ID] 代号
    [ID_NUMBER] 证件号
    [ILL_AT_HOME] 有无
    [IMPROVEMENTS] 文字
    [INSTRUMENT] 仪器
    [ISSUED] 日期
    [ISSUER] 单位
    [KEY] 代号
    [KIND] 种类
    [KNOWN] 时刻
    [LABEL] 名称
    [LEARNED] 时刻
    [LEFT_BEHIND] 留守
    [LEFT_ON] 日期
    [LEVEL] 内容
    [LISTED] 日期
    [LOOKED_BY] 姓名
    [MAP] 列=含义
    [MARK] 代号
    [MEASURES] 文字
    [MET] 日期
    [MISSING_GLYPH] 缺字
    [MM] 分
    [MORNING] 体温
    [NAME] 姓名
    [NEAR] 范围
    [NEXT] 时刻
    [NIL] 是否
    [NOTE] 说明
    [NUMBER] 编号
    [ON] 日期
    [ONSET] 日期
    [ON_MATCH] 做法
    [OPERATOR] 姓名
    [OUT] 位置
    [OUTCOME] 转归
    [PAGE] 页
    [PERSON] 代号
    [PHONE] 电话
    [PLACE] 地点
    [POST] 岗位
    [PRINCIPAL] 姓名
    [REASON] 原因
    [RENAME] 名称
    [REPORT] 报告
    [REPORTED_TO] 单位
    [REPORTER] 姓名
    [RETURN_BY] 日期
    [ROOM] 房间
    [ROW] 行号
    [RULES] 规则
    [SCHOOL_YEAR] 学年
    [SEEN] 有无
    [SEEN_ON] 日期
    [SESSION] 时段
    [SEVERE] 信号
    [SEX] 性别
    [SHEET] 工作表
    [SIGNED] 姓名
    [SIGNS] 文字
    [SINCE] 日期
    [SIZE] 大小
    [SORT] 次序
    [SOURCE] 来源
    [STAFF] 是否
    [START] 格
    [STEP] 步骤
    [STUDENT_NO] 学籍号
    [SUMMARY] 文字
    [SYMPTOM] 症状
    [SYMPTOMS_ENDED] 日期
    [SYSTEM] 学制
    [TASK] 编号
    [TEACHER] 姓名
    [TEACHES] 班级
    [TEMP] 体温
    [TEXT] 文字
    [TIME] 时刻
    [TITLE] 名称
    [TO] 日期
    [TRANSPORT] 方式
    [TREATED_SINCE] 日期
    [UNIT] 单位
    [UNTIL] 日期
    [VACCINATED] 有无
    [VACCINATED_NOTE] 文字
    [VACCINE] 疫苗
    [VALUE] 值
    [VALUES] 早/晚
    [WAY] 方式
    [WHAT] 内容
    [WHOM] 姓名
   *[other] { $name }
}
usage-arguments = 参数
usage-options = 选项
usage-help = 查看说明
usage-help-of = 查看一个命令的说明
usage-help-words = 命令，例如 check nil；不写时列出全部命令
usage-version = 查看版本
usage-progress = 在标准错误上报告进度，不在终端里也报告
usage-default = { $help }（缺省：{ $value }）
usage-values = { $help }（可选：{ $values }）
usage-unknown-argument = 没有“{ $argument }”这个选项或参数。
usage-unknown-command = 没有“{ $command }”这个命令。
usage-missing-command = 还缺一个命令。
usage-missing-argument = 缺少 { $arguments }。
usage-any-of = { $arguments } 中的一项
usage-missing-value = { $argument } 后面要写值。
usage-argument-twice = { $argument } 只能写一次。
usage-argument-conflict = { $argument } 不能和 { $other } 一起用。
usage-wrong-value = { $argument } 的值“{ $value }”不对。
usage-wrong = 这样写看不懂。
usage-nothing-done = 命令没有执行，什么也没改。
usage-did-you-mean = 是不是 { $word }？
usage-one-of = 可以写：{ $values }
usage-write-like = 请写成 { $example } 这样。
usage-see-help = 详细说明：{ $command }
