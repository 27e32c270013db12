usage-heading = 用法：{ $usage }
usage-commands = 命令
# What stands for a value in the lines of usage.
usage-value = { $name ->
    [OPTIONS] 选项
    [COMMAND] 命令
    [ABSENCE] 缺勤
    [AS_OF] 日期
    [BIRTH] 日期
    [BOARDING] 方式
    [CHECKED_BY] 姓名
    [CLASS] 班级
    [DATE] 日期
    [DIAGNOSIS] 诊断
    [DIR] 文件夹
    [DORMITORY] 宿舍
    [EVIDENCE] 凭据
    [FIELD] 字段
    [FILE] 文件
    [FIND] 查找
    [FOLDER] 文件夹
    [FROM] 日期
    [GRADE] 年级
    [GROUP] 组
    [GUARDIAN] 姓名
    [HANDED_IN_AT] 时刻
    [ID] 代号
    [ID_NUMBER] 证件号
    [KEY] 代号
    [KIND] 种类
    [LABEL] 名称
    [LEFT_BEHIND] 留守
    [LEFT_ON] 日期
    [LEVEL] 内容
    [MAP] 列=含义
    [MISSING_GLYPH] 缺字
    [NAME] 姓名
    [NOTE] 说明
    [NUMBER] 编号
    [ON] 日期
    [ON_MATCH] 做法
    [ONSET] 日期
    [OPERATOR] 姓名
    [OUT] 位置
    [PAGE] 页
    [PERSON] 代号
    [PHONE] 电话
    [POST] 岗位
    [PRINCIPAL] 姓名
    [ROOM] 房间
    [ROW] 行号
    [SCHOOL_YEAR] 学年
    [SESSION] 时段
    [SEVERE] 信号
    [SEX] 性别
    [SHEET] 工作表
    [SORT] 次序
    [START] 格
    [STUDENT_NO] 学籍号
    [SYMPTOM] 症状
    [SYSTEM] 学制
    [TASK] 编号
    [TEACHER] 姓名
    [TEMP] 体温
    [TEXT] 文字
    [TIME] 时刻
    [TO] 日期
    [VACCINE] 疫苗
    [VALUE] 值
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
