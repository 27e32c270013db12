group-kind-bus = 校车线路
group-kind-free = 分组
group-done-set = 分组“{ $group }”已更新
group-done-close = 分组“{ $group }”已停用
# $count (number)
group-done-join = { $count } 名学生加入“{ $group }”
# $count (number)
group-done-leave = { $count } 名学生退出“{ $group }”
group-missing = 没有“{ $given }”这条线路或分组。
group-missing-remedy = 请核对名称；停用的不再列出。还没有的，先新增。
group-exists = 已经有“{ $label }”。
group-exists-remedy = 换一个名称，或直接用已有的那一个。
group-cli = 校车线路和兴趣小组、午餐组等分组
group-cli-list = 列出线路和分组，以及当天的人数
group-cli-add = 新增一条校车线路或一个分组
group-cli-label = 名称
group-cli-bus = 是校车线路：一名学生同时只在一条线路上
group-cli-rename = 改名
group-cli-group = 线路或分组的名称或编号
group-cli-close = 停用；其中的学生从这天起退出
group-cli-on = 从哪天起不再是，默认今天
group-cli-join = 加入学生
group-cli-leave = 退出学生
group-cli-person = 学生编号，可写多次
group-cli-only = 只列这条校车线路或这个分组的学生
group-cli-boarding = 从某天起改为走读或住校；此前各天的人数不变
group-cli-kind = 设定班级的类别和年级
group-cli-kind-kind = 类别：ordinary 普通班，multi_grade 复式班，teaching_point 教学点，preschool 学前班
group-cli-grade = 年级：0 为学前，1 至 9，高中 10 至 12
group-cli-pupil-grade = 设定一名学生的年级，用于复式班
print-label-place = { $class }　{ $seat } 号
group-screen-name = 线路或分组名称
group-screen-new = 新增校车线路或分组
group-screen-hint = 如：东线、午餐组
group-screen-bus = 是校车线路
group-screen-add = 新增
group-screen-saved = 已保存
group-screen-close = 停用
group-screen-close-title = 停用“{ $label }”？
# $count (number)
group-screen-close-text = 其中 { $count } 名学生从今天起退出；以前各天的记录不变。
group-screen-person = 校车和分组，按上面填的日期加入或退出
group-cli-class = 一个班的全部学生
group-cli-find = 查找到的全部学生，写法同 roster list --find
# $count (number)
group-changed = 已保存：{ $count } 名学生
group-screen-mark = 标记多名学生
# $count (number)
group-screen-mark-all = 全部标记（{ $count } 人）
group-screen-mark-none = 全不标记
group-screen-mark-end = 结束标记
# $count (number)
group-screen-marked = 已标记 { $count } 人
group-screen-mark-hint = 按回车或点一行来标记，可以换班、再查找
group-screen-mark-from = 从哪天起
group-screen-mark-into = 加入{ $group }
group-screen-mark-out = 退出{ $group }
group-screen-mark-key = 标记
# $count (number)
group-done-room = { $count } 名学生住进{ $room }
# $count (number)
group-done-no-room = { $count } 名学生不再住宿舍
# $count (number)
group-done-boarding = { $count } 名学生的就读方式改为{ $what }
# $count (number)
group-done-left-behind = { $count } 名学生的留守情况已更新
group-screen-room = 宿舍
group-screen-room-hint = 如 2 舍 203
group-screen-into-room = 住进
group-screen-out-of-room = 不住宿舍
group-screen-set-left-behind = 留守
group-cli-left-behind = 留守：否、单亲、双亲、是，或 未填
group-cli-many-boarding = 走读、住校，或 未填
group-cli-set-left-behind = 设定一名或多名学生的留守情况
