print-unchecked = 未检
print-nil = 零报告
print-male = 男
print-female = 女
print-yes = 是
print-no = 否
print-tick = ✓
print-severe = { $name }，{ $signs }，宿舍 { $dormitory }，{ $onset } 发病
print-days = { $from } 至 { $to }
print-day-off = { $day } 休
print-mark-ill = 病
print-mark-leave = 事
print-mark-late = 迟
print-mark-unknown = 缺
print-mark-fever = 热
print-mark-cough = 咳
print-mark-vomiting = 吐
print-mark-diarrhoea = 泻
print-mark-rash = 疹
print-mark-jaundice = 黄
print-mark-conjunctivitis = 眼
print-mark-parotid = 腮
print-mark-other = 他
print-names = 有的姓名里的字，哪种字体都画不出：{ $places }
print-names-remedy = 请选择：不印这些人，或者留出空格手写（命令行 --missing-glyph leave-out 或 rule）。
print-no-printing = 这台电脑没有可以打印 PDF 的办法，或者打印机拒绝了。
print-no-printing-remedy = 请存为 PDF，拷到接着打印机的电脑上打印。
print-no-workbook = 这种印件不能存为表格。
print-no-workbook-remedy = 请存为 PDF。
# $letters (number)
# $sheets (number)
print-letters-done = { $file }：{ $letters } 份，{ $sheets } 张
# $sheets (number)
print-form-done = { $file }：{ $sheets } 张
print-left-out = 没有印：{ $class } { $seat } 号
print-unchecked-classes = 未检，表上写“未检”，不算零报告：{ $classes }
report-date = { $day }　{ $weekday }
# $checked (number)
# $due (number)
# $unchecked (number)
report-checked = 应检 { $due } 班，已检 { $checked } 班，未检 { $unchecked } 班
report-number-corrected = { $number }（更正）
report-corrects = 本表更正 { $number }。
report-nil = 零报告：各班都已检查，没有因病缺勤，也没有发现症状。
report-not-in = （{ $time } 止未交表）
# $classes (number)
# $people (number)
report-counted = 出勤、缺勤和症状人数只含已检的 { $classes } 班 { $people } 人。
# $late (number)
# $leave (number)
# $unknown (number)
report-others = 另有事假 { $leave } 人，迟到 { $late } 人，原因不明 { $unknown } 人。
# $count (number)
report-alerts = 达到预警标准 { $count } 起：{ $list }。
# $count (number)
report-alert = { $scope }{ $subject } { $count } 人
# $count (number)
report-alert-unknown = { $scope }因病缺勤 { $count } 人症状不明
report-alert-mark = ；
# $checked (number)
# $ill (number)
# $people (number)
# $unchecked (number)
report-later = { $session }：已检 { $checked } 班 { $people } 人，未检 { $unchecked } 班；因病缺勤 { $ill } 人；{ $found }。
# $checked (number)
# $ill (number)
# $people (number)
# $unchecked (number)
report-later-rooms = { $session }：已检 { $checked } 张表 { $people } 人，未检 { $unchecked } 张（按宿舍）；因病缺勤 { $ill } 人；{ $found }。
# $ill (number)
# $people (number)
report-all-day = 全日观察和门口登记：{ $people } 人有情况，其中因病缺勤 { $ill } 人；{ $found }。
# $ill (number)
# $people (number)
# $present (number)
report-staff = 教职工另计：应到 { $people } 人，实到 { $present } 人，因病缺勤 { $ill } 人；{ $found }。
# $people (number)
report-staff-unchecked = 教职工另计：{ $people } 人未检。
report-no-symptom = 没有发现症状
report-dormitory = 宿舍
report-small = 小班合计
report-small-preschool = 学前
report-small-primary = 小学
report-small-junior = 初中
report-done = { $file }：{ $number }
report-small-name = { $stage }小班合计
print-health-note = { $text }（{ $day }）
print-health-replaced = 有证（补办）
print-health-vaccine = 疫苗
print-health-wanted = 应种剂次
print-health-given = 已种剂次
print-health-catch-up = 补种
