# $row (number)
import-same-as-row = 与第 { $row } 行完全相同。
# $row (number)
import-same-as-row-on = 与工作表“{ $sheet }”第 { $row } 行完全相同。
import-at-cell = { $cell }：{ $words }
import-field-serial = 序号
import-field-seat-no = 班内学号
import-field-grade = 年级
import-field-teaches = 任教班级
import-field-enrolled = 入学年月
import-field-first-is-guardian = 成员1是否监护人
import-field-second-guardian = 成员2姓名
import-field-second-relation = 成员2关系
import-field-second-phone = 成员2电话
import-field-second-is-guardian = 成员2是否监护人
import-field-unused = 不导入
import-report-left = 已离校
import-report-doubtful = 不写入：可能是{ $people }。
import-report-stays-away = 已手工登记离校，文件里又有；仍不在册。
import-report-kept = { $field }手工改过，保留名册的值。
import-report-left-on = 文件里没有，已登记离校，从 { $day } 起不计入人数。
import-report-missing = 文件里没有，仍在名册。
import-report-later = 改日生效
import-later-checked = 此前的检查表已经按原来的名单计过数，不再改动；从 { $day } 起生效。
import-later-before-entry = 离校日期早于入校，按 { $day } 离校登记。
import-report-nothing = 全部写入，没有要核对的行。
import-review-nothing = 没有要核对的行。
import-report-reason = { $kind }：{ $reason }
import-report-column = 核对结果
import-file-changed = 名册文件在导入以后改过，行号对不上了。
import-file-changed-remedy = 请用导入时的原文件，或者重新导入改过的文件。
import-no-rows-to-save = 没有要改的行。
# $row (number)
import-done-row = 第 { $row } 行
import-drop = 把名册文件拖到窗口里，或者在下面选择。
import-columns = 列对应
import-save-list = 存为核对清单
import-save-report = 存为 PDF
import-save-rows = 存下要改的行
import-report-file-name = { $file }-导入结果.{ $ending }
import-review-file-name = { $file }-导入核对.{ $ending }
import-keep-own = 保留手工值
import-take-file = 用文件的值
import-all-file = 全部用文件的值
import-left = 已离校
import-all-left = 全部已离校
# $count (number)
# $of (number)
import-all-left-sure = 名册 { $of } 人里，文件没有的 { $count } 人都要记为已离校吗？是，再按一次 A；不是，按别的键。
import-left-on = 从哪天起不在校
import-decide-file = 文件
import-decide-roster = 名册
# $row (number)
import-decide-row = 第 { $row } 行 { $name }
# $at (number)
# $count (number)
# $row (number)
import-decide-of = 第 { $row } 行 { $name }：名册里第 { $at } 位，共 { $count } 位
import-decide-kept = { $name }的{ $field }
import-decide-missing = { $class } { $name }不在文件里
import-layout-check = 请核对表头和各列的含义，再到下一步。
import-layout-remembered = 这种表头以前设过，已照上次对应。请核对。
import-layout-no-header = 没有找到表头。请点表头那一行，或者按 PgDn 一行一行地找。
import-layout-no-name = 还没有一列是姓名。请选中那一列，按 Enter 指定。
import-layout-no-name-on = 工作表“{ $table }”还没有一列是姓名。请选中那一列，按 Enter 指定，或者不读取这张表。
import-layout-nothing = 没有一张工作表要读取。
# $rows (number)
import-layout-table = { $name }　{ $rows } 行
import-layout-hidden = { $name }（隐藏）
import-layout-staff = 教职工名单
import-layout-pupils = 学生名册
# $rows (number)
import-layout-rows = 要读取 { $rows } 行
import-layout-next = 下一步：核对
# $count (number)
import-layout-top = 文件里的前 { $count } 行
import-layout-top-note = 表头不对时，点表头那一行
import-layout-take = 读取这张工作表
# $count (number)
# $used (number)
import-layout-columns = 共 { $count } 列，{ $used } 列已对应
import-layout-no-values = （没有内容）
import-layout-what = “{ $title }”这一列是
import-layout-now = 现为“{ $title }”
import-field-family-name = 姓（姓名分两列）
import-field-given-name = 名（姓名分两列）
import-layout-left-out = 上次没有读取的工作表，这次也不读取：{ $names }。要读取请选上。
# $count (number)
import-stay-out = 另有 { $count } 行不写入
# $count (number)
import-ask-title = 还有 { $count } 行存疑，没有决定
# $count (number)
import-ask-note = 现在写入其余 { $count } 行。没有决定的行不进名册，会列在导入结果里，以后再导入这个文件时可以决定。
# $count (number)
import-ask-kept = 手工改过的 { $count } 个值保留，不用文件的。
import-ask-decide = 先去决定
# $count (number)
import-ask-write = 只写入这 { $count } 行
import-decisions-lost = 核对时做的决定还没有写入，离开以后要重新决定。
# $count (number)
import-after-staff = 新增教职工 { $count } 人，学生不变
# $changed (number)
# $new (number)
# $unchanged (number)
import-would-counts = 尚未写入。写入时将新增 { $new } 人，变更 { $changed } 人，不变 { $unchanged } 人
import-review-leaves = 文件里没有，将登记离校，从 { $day } 起不计入人数。
import-no-id = 没有身份证号
# $count (number)
import-no-id-count = { $count } 人没有身份证号
import-no-id-open = 照样导入；按 Enter 或点这里，逐个列出
import-no-id-close = 照样导入；按 Enter 或点这里，收起
import-no-id-key = 列出、收起
import-head-unit = 班级、岗位
import-head-number = 学籍号、任教班级
