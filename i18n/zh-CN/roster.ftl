roster-class-exists = 本学年已经有{ $label }。
roster-class-exists-remedy = 请直接使用这个班，或换一个班名。
roster-person-exists = 名册里已经有姓名和证件号（或学籍号）都相同的人。
roster-person-exists-remedy = 请查找这个人并修改，不必再添加。
roster-done-add-class = 新增班级{ $class }
roster-done-set-teacher = { $class }班主任已更新
roster-done-move-class = 转入{ $class }
roster-done-rejoin = 登记回校
roster-done-leave = 登记离校
roster-done-dormitory = 宿舍已更新
roster-done-boarding = 走读住校已更新
roster-done-class-kind = { $class }的类别和年级已更新
roster-done-grade = 学生年级已更新
roster-cli = 名册：学生
roster-cli-list = 列出学生，按班级和学号
roster-cli-list-class = 只列这个班
roster-cli-away = 当天不在任何班的学生：已经离校的，或者还没到入班日期的
roster-cli-find = 按学号、姓名、拼音全拼或首字母、班级、学籍号或身份证号的一段查找；几个词用空格隔开
roster-cli-sort = 排列：seat 按班级和学号，pinyin 按姓名拼音（姓氏按姓的读音）
roster-cli-add = 添加一名学生
roster-cli-add-class = 班级；本学年没有的班会新建
roster-cli-name = 姓名
roster-cli-sex = 性别：男 或 女
roster-cli-birth = 出生日期
roster-cli-boarding = 就读方式：走读 或 住校
roster-cli-id-number = 身份证号
roster-cli-student-no = 学籍号
roster-cli-guardian = 监护人
roster-cli-phone = 联系电话
roster-cli-from = 从哪天起（缺省：今天）
roster-cli-move = 调班
roster-cli-person = 人员代号，见 roster list
roster-cli-staff-from = 从哪天起在校，默认今天
roster-cli-staff-return = 离校的教职工回来，编号不变
roster-cli-leave = 登记离校
roster-cli-on = 从哪天起不在校（缺省：今天）
roster-cli-undo-import = 撤销最近一次导入
roster-cli-staff = 教职工
roster-cli-staff-list = 列出教职工
roster-cli-staff-add = 添加一名教职工
roster-cli-post = 岗位
roster-cli-dormitory = 宿舍
roster-cli-dormitory-list = 列出宿舍和住宿人数
roster-cli-dormitory-set = 安排住宿
roster-cli-room = 宿舍名称；没有的会新建
roster-cli-no-room = 不再住宿舍
roster-cli-class = 班级
roster-cli-class-list = 列出本学年的班级
roster-cli-class-add = 新增班级
roster-cli-class-teacher = 设置班主任
roster-cli-label = 班级名称，例如 三年级(2)班
roster-cli-teacher = 班主任姓名
roster-added = 已添加。代号：{ $key }
roster-saved = 已保存。
roster-doubt-id-length = 请核对身份证号：不是 18 位。
roster-doubt-id-check-digit = 请核对身份证号：校验位不符。
roster-doubt-id-sex-mismatch = 请核对身份证号：与性别不符。
roster-doubt-id-birth-mismatch = 请核对身份证号：与出生日期不符。
roster-doubt-id-duplicate = 请核对身份证号：另有一人使用同一号码。
roster-doubt-student-no-length = 请核对学籍号：G、J、L 开头的应为 19 位。
roster-doubt-student-no-check-digit = 请核对学籍号：校验位不符。
roster-doubt-student-no-duplicate = 请核对学籍号：另有一人使用同一号码。
roster-doubt-phone-length = 请核对电话：没有这样长短的号码。
roster-doubt-emergency-phone-length = 请核对紧急联系电话：没有这样长短的号码。
roster-same-number = 号码相同：{ $class }　{ $name }
roster-none = 没有找到。
roster-older = 这份名册是 { $file }学年的，本校学生已经在 { $book }学年的班里。
roster-older-remedy = 请核对文件；如果文件里的学年写错了，导入时指定学年（命令行：--school-year）。
roster-cli-import = 导入名册文件（xlsx、xls、ods、csv、网页导出的表格），学生或教职工
roster-cli-import-file = 名册文件
roster-cli-dry-run = 只读取文件并与名册比对，不导入
roster-cli-people = 同时输出每个人的记录（与 --json 一起用）
roster-cli-sheet = 只读这张工作表
roster-cli-map = 指定列的含义，可重复，例如 联系方式=guardian_phone
roster-cli-as-of = 入班、调班的生效日期（缺省：首次导入用学期第一天，以后用今天）
roster-cli-school-year = 学年，例如 2025-2026（缺省：按文件标题）
roster-cli-on-match = 已在名册里的人：update 更新，skip 不动
roster-cli-doubtful = 存疑的行是谁，可重复：行号=new 表示新人，行号=代号 表示名册里的那个人；有多张表时写成 Sheet1!3
roster-cli-take-file = 手工改过的值改用文件里的值，可重复：all 表示全部，代号 表示这个人的，代号.字段 表示这一项，例如 代号.guardian_phone
roster-cli-left = 名册里有而文件里没有的学生记为已离校，可重复：all 表示全部，代号 表示这名学生
roster-cli-left-on = 离校的第一天（缺省：与 --as-of 相同）
roster-cli-edit = 修改一个人的资料
roster-cli-set = 要改的值，可重复：字段=值，例如 guardian_phone=16311110001；等号后面留空表示清除
roster-cli-export = 把当天的名册写成文件，可再次导入
roster-cli-export-file = 文件名；以 .xlsx 结尾写工作簿，学生和教职工各一张表；以 .csv 结尾写文本表格，只有学生
roster-cli-export-staff = 只写教职工
# $count (number)
roster-exported = 已写出 { $count } 名学生：{ $file }
# $count (number)
roster-exported-staff = 已写出 { $count } 名教职工：{ $file }
# $pupils (number)
# $staff (number)
roster-exported-both = 已写出 { $pupils } 名学生、{ $staff } 名教职工：{ $file }
# $count (number)
roster-export-staff-apart = csv 只放得下一张表，{ $count } 名教职工不在里面：请改存 xlsx，或选只写教职工（--staff）另存一个文件。
# $count (number)
roster-export-left-out = 另有 { $count } 人还在以前学年的班里，不在这份名册里；已离校的请记为离校，要升班的请先升班。
# $pupils (number)
# $staff (number)
# $classes (number)
roster-import-read = 文件里有学生 { $pupils } 人、教职工 { $staff } 人、班级 { $classes } 个。
# $changed (number)
# $new (number)
# $unchanged (number)
roster-import-counts = 新增 { $new }，变更 { $changed }，不变 { $unchanged }
# $doubtful (number)
# $kept (number)
# $missing (number)
# $rejected (number)
roster-import-rest = 存疑 { $doubtful }，拒收 { $rejected }，保留手工修改 { $kept }，名册里有而文件里没有 { $missing }
roster-import-dry = 试读：什么也没有导入。下面是正式导入时会发生的事。
# $row (number)
roster-import-doubtful = 第 { $row } 行 { $name }：不能确定是谁，不导入；请用 --doubtful 指明。
# $row (number)
roster-import-rejected = 第 { $row } 行不导入：{ $reason }
# $row (number)
roster-import-warned = 第 { $row } 行 { $name }：{ $reason }
roster-import-conflict = { $name }：{ $field } 保留手工修改的值
roster-import-stays-away = { $name }：已手工登记离校，文件里又有；仍不在册，要收回请用 --take-file
roster-import-returned = { $class } { $name }：以前导入时记为离校，文件里又有，{ $day } 起重新在册
roster-import-missing = 文件里没有 { $class } { $name }；仍在册；已离校的请用 --left 指明
roster-import-taken = { $name }：{ $field } 改用文件里的值
roster-import-left = 离校：{ $class } { $name }，{ $day } 起不在册
roster-import-later = 改日生效：{ $class } { $name }，{ $why }
roster-rejected-name-missing = 没有姓名。
roster-rejected-duplicate-row = 与前面一行完全相同。
roster-warned-id-missing = 没有身份证号。
roster-warned-id-precision-lost = 身份证号在表格里成了数字，后几位已丢失，没有导入号码；请补录。
roster-warned-id-maybe-rounded = 身份证号末尾是 000，可能曾在表格里成了数字而丢失后几位；已照原样导入，请核对。
roster-warned-student-no-precision-lost = 学籍号在表格里成了数字，后几位已丢失，没有导入号码；请补录。
roster-warned-student-no-maybe-rounded = 学籍号末尾是 000，可能曾在表格里成了数字而丢失后几位；已照原样导入，请核对。
roster-warned-sex-missing = 没有性别。
roster-warned-birth-unreadable = 出生日期无法识别。
roster-warned-phone-invalid = 请核对电话号码：位数不对。
roster-warned-same-name = 同班有同名的人。
roster-warned-class-missing = 没有班级，归入“未分班”。
roster-warned-grade-unknown = 只有班号，看不出年级，同号的班会并成一个班；请补上年级或入学年月再导入。
roster-warned-stage-unknown = 班名按入学年份写，看不出是小学还是初中，先按小学算；如果是初中，请先在年级一列写上七年级等再导入，或在升入新学年里选定学制以后再导入。
roster-warned-hidden-row = 这一行在表格里是隐藏的，已导入。
roster-field-name = 姓名
roster-field-former-name = 曾用名
roster-field-sex = 性别
roster-field-birth = 出生日期
roster-field-ethnicity = 民族
roster-field-id-type = 证件类型
roster-field-id-number = 身份证号
roster-field-student-no = 学籍号
roster-field-boarding = 就读方式
roster-field-left-behind = 留守
roster-field-guardian = 监护人
roster-field-guardian-relation = 与监护人关系
roster-field-guardian-phone = 监护人电话
roster-field-phone = 联系电话
roster-field-post = 岗位
roster-field-address = 住址
roster-field-remark = 备注
roster-field-class = 班级
roster-field-dormitory = 宿舍
roster-field-teacher = 班主任
roster-import-other-year = 注意：这份名册是 { $year } 学年的，今天不在这个学年，今天的班级里看不到这些学生。
roster-import-year = 学年 { $year }，入班和调班从 { $day } 起生效
roster-import-proposed-year = 文件没有写明学年，按下一学年读取：多数学生升了一级，或者正值暑假；不对的话，请用 --school-year 指明。
roster-already-checked = 到 { $last } 为止的检查表已经按原来的名单确认或记了异常，从 { $from } 起改动会让这些表的应到人数对不上。
roster-already-checked-remedy = 最早可以从 { $earliest } 起改，请换成这一天或以后的日期。
roster-before-entry = 离校日期 { $on } 早于入校日期 { $first }。
roster-before-entry-remedy = 请核对年份，改正日期后再试。
roster-moves-before-entry = 转班日期 { $on } 早于入校日期 { $first }。
roster-moves-before-entry-remedy = 请改用 { $first } 或以后的日期；从 { $first } 起就在新班的，日期填 { $first }。
roster-back-before-leaving = 名册记着从 { $left } 起离校，{ $on } 还没有离校。
roster-back-before-leaving-remedy = 请改用 { $left } 或以后的日期；离校登记错了的，先撤销那次离校，再改班级。
roster-not-enrolled = 这名学生 { $on } 不在任何班级。
roster-not-enrolled-remedy = 请先编入班级，或者改用学生在校的日期。
roster-earlier-year = 名册里已经有 { $latest } 学年的班级，不能再在 { $year } 学年新建班级。
roster-earlier-year-remedy = 请用名册里已有的班级；要在新学年建班，请把日期改成 { $from } 或以后。
roster-other-year = { $day } 不在这份名册的学年里。
roster-other-year-remedy = 请改用 { $from } 至 { $to } 之间的日期；学年认错了，请用 --school-year（窗口里：学年）指明。
# $count (number)
roster-behind = 新学年已经开始，{ $count } 名学生还在上一学年的班里，不能晨检。
roster-behind-remedy = 请先升入新学年：在“名册”里按 Ctrl+U，或用命令 roster promote。
roster-found-away = 当天在校的没有。不在校的有：
roster-left-since = { $day } 起离校
roster-comes-on = { $day } 才入班
# $pupils (number)
roster-import-behind = 注意：还有 { $pupils } 名学生在上一学年的班里。请先按 Ctrl+U 升入新学年，再导入新学年的名册，否则毕业生会留在名册里。
