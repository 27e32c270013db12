own-paper-mark = 本校版
own-paper-shipped = 原版
own-paper-hidden = 不印
own-paper-title = 标题
own-paper-note = 说明
own-paper-at-title = 标题
own-paper-at-column = { $key } 列
# $number (number)
own-paper-at-note = 第 { $number } 条说明
# $number (number)
own-paper-at-place = 第 { $number } 处签字
# $number (number)
own-paper-at-line = 第 { $number } 段
# $number (number)
own-paper-at-tick = 回执第 { $number } 项
own-paper-at-give-back = 回执的交回说明
own-paper-nothing-changed = 没有任何改动，打印的还是原来的样子。
own-paper-no-columns = 所有的列都不印了。
own-paper-no-columns-remedy = 请至少留下一列。
own-paper-twice = { $key } 列出现了两次。
own-paper-twice-remedy = 每一列只写一次，先后就是印出来的先后。
own-paper-empty = { $at }是空的。
own-paper-empty-remedy = 请写上文字，或者删掉这一处。
own-paper-too-long = { $at }太长。
# $most (number)
own-paper-too-long-remedy = 最多 { $most } 个字。
own-paper-too-many = { $at }已经超出能印的数目。
own-paper-too-many-remedy = 请删掉一些，或者并成一条。
own-paper-unknown-field = { $at }里的 {"{"}{ $field }{"}"} 不是这里能填的内容。
own-paper-unknown-field-remedy = 请从能填的内容里选，或者去掉花括号，直接写文字。
own-paper-open-brace = { $at }里的花括号不成对。
own-paper-open-brace-remedy = 花括号要成对，里面写要填的内容，例如 {"{"}姓名{"}"}。
own-paper-no-glyph = { $at }里有印不出来的字：{ $characters }
own-paper-no-glyph-remedy = 请换成别的字。
own-paper-bad-size = { $at }的宽度不对。
own-paper-bad-size-remedy = 列的宽度写 1 到 300，签字横线写 0 到 120（毫米）。
own-paper-too-narrow = “{ $column }”这一列太窄，放不下标题和要填的内容。
own-paper-too-narrow-remedy = 请把它加宽，把别的列改窄或不印，或者把竖排的标题改短。
own-paper-no-totals = “{ $label }”这一行没有地方写“{ $label }”两个字。
own-paper-no-totals-remedy = 不合计的列（例如年级、班级）请至少留一列，并且不要太窄。
own-paper-days = { $at }的 14 天表要有 6 个列名。
own-paper-days-remedy = 用 | 把 6 个列名隔开：日期|早上|晚上|不舒服|去向|签字。
own-paper-all-too-long = 内容太长，一张纸放不下。
own-paper-all-too-long-remedy = 请删减文字；信的字号不会小于 14 磅，老人家看得清。
own-paper-no-room = “{ $text }”放不下，会和别的内容叠在一起或者印到纸边。
own-paper-no-room-remedy = 请把文字改短，加宽这一列，或者少印几列、几条说明。
own-paper-not-editable = { $id } 的版式不能改。
own-paper-not-editable-remedy = 能改的是 form list 和 letter list 里除统计图、标签、工作汇报以外的表和信。
own-paper-not-own = { $id } 没有本校版，用的就是原版。
own-paper-not-own-remedy = 不用恢复。
own-paper-other = 文件里写的是 { $found }，不是 { $wanted }。
own-paper-other-remedy = 请核对文件，或者改用 form set 后面的编号。
own-paper-no-part = { $id } 里没有“{ $given }”这一列或这一处签字。
own-paper-no-part-remedy = 用 form show { $id } 查看各列和各处签字的编号。
own-paper-unreadable = 读不懂版式文件 { $path }。
own-paper-unreadable-remedy = 请用 form show 或 letter show 写出的文件来改。出错的地方：{ $at }
own-paper-file-head = 晨检簿 本校版式。没有写的内容与原版相同。
own-paper-written = 已写出：{ $path }
# $count (number)
own-paper-exported = 已写出 { $count } 份本校版式
# $count (number)
own-paper-imported = 已采用 { $count } 份版式
own-paper-ignored = 现在的表里没有这些列或签字处，已略过：{ $list }
own-paper-fields = 能填的内容：{ $list }
# $count (number)
own-paper-done = { $count ->
    [1] 修改版式
   *[other] 修改 { $count } 份版式
}
own-paper-done-restored = 恢复原版版式
own-paper-example-child = 示例学生
own-paper-example-class = 三（1）班
own-paper-example-teacher = 王老师
own-paper-cli-show = 一张表现在的版式：各列、说明、签字处；--toml 按可以改的文件列出
own-paper-cli-show-letter = 一封信现在的文字；--toml 按可以改的文件列出
own-paper-cli-set = 采用一个版式文件，作为本校版
own-paper-cli-edit = 改一张表的版式，作为本校版
own-paper-cli-title = 纸上的标题；{"{"}school{"}"} 换成校名
own-paper-cli-rename = 列的标题，可以写多次；| 处换行
own-paper-cli-hide = 不印这一列，可以写多次；数据照样保留
own-paper-cli-unhide = 重新印这一列，可以写多次
own-paper-cli-move = 把一列移到另一列前面，或者移到最后（end）
own-paper-cli-width = 一列的宽度，各列按比例分配
own-paper-cli-note = 表下的说明，可以写多次；代替原来的说明
own-paper-cli-no-notes = 表下不印说明
own-paper-cli-label = 签字处的文字，用编号或序号
own-paper-cli-add-place = 加一处签字，写它的文字
own-paper-cli-hide-place = 不印这一处签字
own-paper-cli-restore = 恢复原版
own-paper-cli-export = 把本校版的表和信都写进一个文件，可以交给别的学校
own-paper-cli-import = 采用一个文件里的所有版式，要么全部、要么一份也不采用
own-paper-cli-file = 版式文件
own-paper-cli-toml = 按可以改的文件列出
