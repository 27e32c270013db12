roster-screen-title = 名册
# $boarders (number)
# $pupils (number)
# $staff (number)
roster-screen-sum = 学生 { $pupils } 人，住校 { $boarders } 人，教职工 { $staff } 人
roster-screen-import = 导入名册
roster-screen-new-pupil = 新增学生
roster-screen-new-staff = 新增教职工
roster-screen-empty = 名册还是空的。先导入学籍表或自制的花名册；没有电子表格的，可以逐个新增。
roster-screen-find = 学号、姓名、拼音首字母
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
roster-screen-head-teaches = 班主任
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
person-class-new = 保存时新建{ $class }班
person-move-to = 转到班级
person-from = 从哪天起
person-move = 转班
person-leave-on = 从哪天起不在校
person-leave = 登记离校
person-leave-title = { $name }离校吗？
person-leave-text = 从 { $day }起不再计入人数。以前的记录都保留，可以撤销。
person-no-class = 现在不在任何班级。
person-span = { $from } 至 { $to }
person-since = { $from } 起
