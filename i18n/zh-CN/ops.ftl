ops-unnamed-clerk = 报告员
ops-staff = 教职工
ops-list-mark = 、
ops-cancelled = 已停止。
ops-cancelled-remedy = 需要时可以重新开始。
ops-clock-behind = 电脑时钟现在是 { $now }，早于最后一条记录 { $last }。
ops-clock-behind-remedy = 多半是主板电池没电了。请先校准时钟；如果时钟没错，请确认后再记录（命令行加 --clock-ok）。
ops-no-such-class = 没有“{ $given }”这个班。
ops-no-such-class-remedy = 请核对班名；class list 列出当天所在学年的班级。新学年还没有升级的，先运行 roster promote。
ops-bad-temperature-remedy = 请填 32.0 到 43.0 之间的度数；测量部位写在 @ 后面，例如 38.2@axillary。
ops-day-to-come = { $date } 还没有到（今天是 { $today }），不能登记。
ops-day-to-come-remedy = 请选今天或以前的日期；如果今天的日期不对，请先校正电脑的时钟。
ops-onset-after-check = 起病日期 { $onset } 晚于检查日期 { $date }。
ops-onset-after-check-remedy = 请核对日期；起病不会晚于发现的那一天。
ops-no-such-room = 没有“{ $given }”这个宿舍。
ops-no-such-room-remedy = 请核对宿舍名；dormitory list 会列出所有宿舍。
ops-ambiguous-class = “{ $given }”可能指：{ $candidates }。
ops-ambiguous-class-remedy = 请写全班名或用班级代号。
ops-no-such-person = 名册里没有这个人。
ops-no-such-person-remedy = 请用 roster list 查到代号再试。
ops-not-missing = 代号为 { $key } 的人在文件里，或者不是这个文件该列出的人，不能记为已离校。
ops-not-missing-remedy = 请先用 --dry-run 查看文件里没有的人。
ops-not-a-member = 这个人当天不在这个班。
ops-rules = 随程序的规则文件有误：{ $reason }
ops-rules-remedy = 请重新安装程序。
ops-not-due = { $date } 无需{ $session }。
ops-not-due-remedy = 如果当天上课，请在设置的校历里改为上课日。
# $findings (number)
# $proposals (number)
ops-sheet-holds-something = { $proposals ->
    [0] { $findings ->
        [0] { $class }的检查表已经动过笔、还没有确认，不能直接记为零报告。
       *[other] { $class }的检查表里有 { $findings } 条记录，不能直接记为零报告。
    }
   *[other] { $findings ->
        [0] { $class }的检查表里有 { $proposals } 条待确认建议，不能直接记为零报告。
       *[other] { $class }的检查表里有 { $findings } 条记录、{ $proposals } 条待确认建议，不能直接记为零报告。
    }
}
ops-sheet-holds-something-remedy = 请打开检查表核对后确认。
ops-no-such-symptom = 没有症状代码“{ $code }”。
ops-no-such-symptom-remedy = 请用帮助里列出的代码。
ops-bad-value = { $field } 的值不对：“{ $given }”。
ops-bad-value-remedy = 请改正后再试。写法举例：日期 2026-11-23，体温 38.2@axillary，输出文件 日报.pdf 或 名册.xlsx。
ops-no-name = 没有填姓名。
ops-no-name-remedy = 请填写姓名再保存；只有空格不算。
ops-bad-set-remedy = 请写成 字段=值。字段有：name former_name sex birth ethnicity id_type id_number student_no boarding left_behind guardian guardian_relation guardian_phone emergency_contact emergency_phone phone post address remark。调班用 roster move，宿舍用 dormitory set，疾病史和过敏用 roster health，预防接种用 roster vaccination。
ops-no-school-name = 学校还没有名称。
ops-no-school-name-remedy = 请先在设置里填写学校名称（命令行：school --name）。
ops-nobody-in-roster = { $date } 没有一个班有学生，没有可上报的内容。
ops-nobody-in-roster-remedy = 请先导入名册；如果已经导入，请核对名册的学年和入班日期。
ops-no-such-issue = 没有编号为“{ $given }”的上报记录。
ops-no-such-issue-remedy = 请核对编号；report list 会列出发出过的日报、告家长书和报送文件。
ops-not-on-paper = { $number } 没有留存可以再印的页面。
ops-not-on-paper-remedy = 报送文件请重新写到 U 盘，新的一份包含以前的全部内容；告家长书请重新打印。
choice-not-doubtful = 第 { $row } 行不是存疑的行，--doubtful 用不上。
choice-not-doubtful-remedy = 请先用 --dry-run 查看存疑的行，行号按表格里的。
choice-decided-twice = 第 { $row } 行和另一行被定为同一个人。
choice-decided-twice-remedy = 一个人只能对应文件里的一行；请给其中一行另选一个人，或记为新生，或留着以后再定。
choice-other-kind = 第 { $row } 行和所指的人，一个是学生，一个是教职工。
choice-other-kind-remedy = 学生的行请指明学生，教职工的行请指明教职工；不是名册里的人，请用 new。
choice-no-conflict = { $given } 没有保留手工修改的值，--take-file 用不上。
choice-no-conflict-remedy = 请先用 --dry-run 查看哪些值保留了手工修改。
choice-no-check = { $day } 没有预防接种查验记录。
choice-no-check-remedy = 请先用 roster person 查看查验日期，再用 --on 指明。
# $count (number)
# $start (number)
choice-beyond-sheet = 一张标签纸只有 { $count } 个标签，没有第 { $start } 个。
# $count (number)
choice-beyond-sheet-remedy = --start 请写 1 到 { $count }。
choice-not-for-one = “{ $form }”不能只印一个人，--person 用不上。
choice-not-for-one-remedy = --person 只用于 health-file；其他表格请用 --class、--group 或 --all。
ops-bad-birth = 出生日期不可能是 { $given }。
ops-bad-birth-remedy = 请写一个已经过去、又不太久远的日子，例如 2015-03-08。
value-day = 日期
value-handed-in = 交表时间
value-deadline = 截止时间
value-operator = 操作人
value-school = 学校名称
value-doses = 剂次
value-system = 学制
value-place = 备份位置
value-note = 备注
value-unit = 接报单位
value-content = 内容
value-missing = 没有填{ $field }。
value-fill-in = 请填{ $field }再保存；只有空格不算。
value-like = 请改正后再试，写法如 { $example }。
value-too-long = { $field }太长，有 { $count } 个字。
value-shorten = 请写短一些再保存。
value-grade-example = 3，学前填 0，高一填 10
value-class-example = 三（1）或 31
