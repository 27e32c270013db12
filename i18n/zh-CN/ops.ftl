ops-unnamed-clerk = 报告员
ops-staff = 教职工
ops-list-mark = 、
ops-cancelled = 已停止。
ops-cancelled-remedy = 需要时可以重新开始。
ops-clock-behind = 电脑时钟现在是 { $now }，早于最后一条记录 { $last }。
ops-clock-behind-remedy = 多半是主板电池没电了。请先校准时钟；如果时钟没错，请确认后再记录（命令行加 --clock-ok）。
ops-no-such-class = 没有“{ $given }”这个班。
ops-no-such-class-remedy = 请核对班名；roster list 会列出所有班级。
ops-ambiguous-class = “{ $given }”可能指：{ $candidates }。
ops-ambiguous-class-remedy = 请写全班名或用班级代号。
ops-no-such-person = 名册里没有这个人。
ops-no-such-person-remedy = 请用 roster list 查到代号再试。
ops-not-a-member = 这个人当天不在这个班。
ops-rules = 随程序的规则文件有误：{ $reason }
ops-rules-remedy = 请重新安装程序。
ops-not-due = { $date } 无需{ $session }。
ops-not-due-remedy = 如果当天上课，请在设置的校历里改为上课日。
# $findings (number)
# $proposals (number)
ops-sheet-holds-something = { $class }的检查表里有 { $findings } 条记录、{ $proposals } 条待确认建议，不能直接记为零报告。
ops-sheet-holds-something-remedy = 请打开检查表核对后确认。
ops-no-such-symptom = 没有症状代码“{ $code }”。
ops-no-such-symptom-remedy = 请用帮助里列出的代码。
ops-bad-value = { $field } 的值不对：“{ $given }”。
ops-bad-value-remedy = 请改正后再试。写法举例：日期 2026-11-23，体温 38.2@axillary，输出文件 日报.pdf。
ops-no-school-name = 学校还没有名称。
ops-no-school-name-remedy = 请先在设置里填写学校名称（命令行：school --name）。
