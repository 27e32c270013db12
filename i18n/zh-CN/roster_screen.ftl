roster-screen-title = 名册
# $boarders (number)
# $pupils (number)
# $staff (number)
roster-screen-sum = 学生 { $pupils } 人，住校 { $boarders } 人，教职工 { $staff } 人
roster-screen-import = 导入名册
roster-screen-new-pupil = 新增学生
roster-screen-new-staff = 新增教职工
roster-screen-empty = 名册还是空的。先导入学籍表或自制的花名册；没有电子表格的，可以逐个新增。
roster-screen-find = 学号、姓名、拼音、班级
roster-screen-by-pinyin = 按拼音排
# $count (number)
roster-screen-found = 找到 { $count } 人
# $page (number)
# $pages (number)
roster-screen-page = 第 { $page } / { $pages } 页
roster-screen-all = 全校学生
roster-screen-head-class = 班级
roster-screen-head-seat = 号
roster-screen-head-name = 姓名
roster-screen-head-sex = 性别
roster-screen-head-birth = 出生
roster-screen-head-boarding = 住宿
roster-screen-head-student-no = 学籍号
roster-screen-head-post = 岗位
roster-screen-head-teaches = 班级
roster-screen-head-phone = 电话
roster-screen-nobody-found = 没有找到。换一个写法，或清空查找框看全部。
roster-screen-no-staff = 还没有教职工。
roster-screen-no-pupils = 这里还没有学生。
roster-screen-key-class = 换班
person-basic = 基本信息
person-needed = 只有姓名和班级必填
person-contact = 监护人和证件
person-history = 在籍记录
person-history-note = 转班、离校从所填日期起算，以前的人数不变
person-save = 保存
person-key-next = 下一项
person-area = 人员
person-unsaved = 这一页有还没保存的内容，离开就没有了。
person-added = 已保存，可以接着录下一位
person-stored = 已保存
person-stored-odd = 已保存，请再核对
person-to-field = 去核对
person-left = 已登记离校
person-saved = 已保存：{ $name }，{ $class }。接着录下一位，或按 Esc 返回。
person-saved-staff = 已保存：{ $name }。接着录下一位，或按 Esc 返回。
person-open = 打开
person-place = { $class } { $seat } 号
person-name-missing = 请填写姓名
person-birth = 出生日期
person-no-such-day = 没有这一天，请按 2018-06-02 的样子填写
person-unknown = 未填
person-male = 男
person-female = 女
person-boarding = 就读方式
person-day = 走读
person-boarder = 住校
person-room = 宿舍
person-guardian = 监护人
person-guardian-phone = 监护人电话
person-id-number = 身份证号
person-remark = 备注
person-class-hint = 31 或 三（1），↑↓ 选择
person-class-missing = 请选择班级
person-class-several = 不止一个班，请写全或按 ↑↓ 选定
person-class-unknown = 没有这个班
# $count (number)
person-class-one = { $class }，现有 { $count } 人
roster-screen-away = 不在校
person-left-behind-one = 单亲
person-left-behind-both = 双亲
roster-screen-teacher = 班主任
roster-screen-teacher-none = 还没有填
roster-screen-teacher-saved = 班主任已保存
person-return = 回来入班
person-join-from = 从哪天起在班
person-class-new = 保存时新建{ $class }
person-move-to = 转到班级
person-from = 从哪天起
person-move = 转班
person-leave-on = 从哪天起不在校
person-leave = 登记离校
person-leave-title = { $name }离校吗？
person-leave-text = 从 { $day }起不再计入人数。以前的记录都保留，可以撤销。
person-rejoin = 登记回校
person-staff-history = 在职记录
roster-screen-staff-left = 在校至 { $day }
person-no-class = 现在不在任何班级。
person-span = { $from } 至 { $to }
person-since = { $from } 起
import-title = 导入核对
# $rows (number)
import-source = { $file }，{ $rows } 行
import-another = 换一个文件
import-what = 可以读 xlsx、xls、ods、csv 和网页导出的表格，学生名册、教职工名单都行。先核对，确认以后才写入。
import-path = 文件位置
import-path-hint = 例如 D:\名册\2026秋季.xlsx
import-choose = 选择文件
import-read = 读取
import-stop = 停止
import-code = 代码 { $code }
import-stage-reading = 正在读取
import-stage-comparing = 正在与名册比对
import-stage-backup = 正在备份
import-stage-saving = 正在写入
import-running = 名册正在写入。请等它写完，或先停止。
import-not-yet = 尚未写入。
# $columns (number)
# $row (number)
import-header = 表头在第 { $row } 行，{ $columns } 列已对应。
# $columns (number)
# $sheets (number)
import-sheets = 读了 { $sheets } 张工作表，{ $columns } 列已对应。
# $count (number)
import-unused = { $count } 列不导入（{ $titles }）。
import-empty-cells = 空格不会覆盖已有内容。
import-between = {""}
# $count (number)
import-more = { $what } { $count }
import-doubtful = 存疑
import-doubtful-note = 要您决定
import-rejected = 拒收
import-rejected-note = 不写入，附原因
import-changed = 变更
import-changed-note = 左旧右新
import-new = 新增
import-new-note = 写入名册
import-unchanged = 不变
import-unchanged-note = 不动
import-kept = 保留手工修改
import-kept-note = 手工改过的值不被文件覆盖
import-warned = 提醒
import-warned-note = 照样写入，请事后核对
import-missing = 不在文件里
import-missing-note = 仍留在名册，除非您标为已离校
import-head-row = 行号
import-head-content = 内容
import-head-outcome = 处理
import-empty = （空）
import-twice-in-file = 文件里另有一行可能是同一人：同号、同名、同日出生，或在另一张表里同名同班
import-one-candidate = 可能是名册里的这一位，凭据不足
# $count (number)
import-candidates = 名册里有 { $count } 位可能，反复按 1 逐个选
import-kept-book = { $field }：名册 { $book }
import-kept-file = 文件 { $file }
import-change-whole = { $field }：{ $old } → { $new }
import-left-behind-no = 否
import-left-behind-one = 单亲留守
import-left-behind-both = 双亲留守
import-left-behind-yes = 是
import-undecided = 未决定
import-not-written = 不写入
import-from = { $day } 起
import-update = 更新
import-add = 新增
import-leave = 不动
import-keep = 保留
import-check = 写入，待核对
import-stays = 仍在册
# $after (number)
# $before (number)
import-after = 写入后在籍 { $after } 人，原 { $before } 人，无人被删除
# $count (number)
import-write = 写入 { $count } 行
# $changed (number)
# $new (number)
# $unchanged (number)
import-done-counts = 已写入：新增 { $new } 人，变更 { $changed } 人，不变 { $unchanged } 人
import-done-note = 分班和住宿从 { $day } 起算。写入前已自动备份，随时可以整批撤销。
# $count (number)
import-done-more = 还有 { $count } 人
import-to-roster = 看名册
import-undo = 撤销整批导入
import-undo-title = 撤销整批导入吗？
import-undo-text = 这次导入的内容全部退回到导入以前。之后手工改过的、已有晨检记录的人保留。
person-boarding-from = 就读方式、宿舍、分组有变的，从哪天起
roster-screen-print = 打印名单和标签
roster-screen-kind = 班级类别
roster-screen-kind-ordinary = 普通
roster-screen-kind-multi-grade = 复式
roster-screen-kind-teaching-point = 教学点
roster-screen-kind-preschool = 学前
roster-screen-grade = 年级
roster-screen-grade-wrong = 请填 0 至 12，学前填 0
person-grade = 自己的年级
person-grade-set = 设定年级
roster-screen-export = 导出名册
roster-screen-export-to = 保存到（.xlsx：学生和教职工各一张表；.csv：只有学生；都可以再导入）
roster-screen-export-staff = 只写教职工
roster-screen-staff-file-name = { $school }教职工_{ $day }.xlsx
roster-screen-file-name = { $school }名册_{ $day }.xlsx
