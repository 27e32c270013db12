paper-page = 第 { $page } 页，共 { $pages } 页
paper-demo = 演示
paper-nothing-printed = 没有打印，也没有写出文件，已有的记录不受影响。
paper-unknown-id-happened = 没有编号为“{ $id }”的表或信。
paper-unknown-id-remedy = 请从表和信的清单中选一个。
paper-template-happened = “{ $id }”的版式文件读不懂：{ $detail }
paper-template-remedy = 请重新安装程序；自己改过的版式文件，请改回原样。
paper-unknown-field-happened = 信“{ $id }”里的栏位“{ $field }”不存在。
paper-unknown-field-remedy = 请改成学校、班级、姓名、班主任、电话、日期、交回日期、编号中的一个。
# $count (number)
paper-missing-glyphs-happened = { $count ->
    [0] 表头或落款里有打印不出的字。
   *[other] 有 { $count } 条记录含有打印不出的字。
}
paper-missing-glyphs-remedy = 可以先不印这些记录，或在该处留横线手写，也可以取消，装上含这些字的字体后再印。
paper-too-long-happened = 信“{ $id }”太长，一页纸放不下。
paper-too-long-remedy = 请删短正文，或者改为一张纸一份；字号不再缩小，老人要看得清。
paper-empty-happened = 没有要打印的内容。
paper-empty-remedy = 请先选班级或日期，并确认其中有人、有记录。
paper-pdf-happened = PDF 没有做成：{ $detail }
paper-pdf-remedy = 请再试一次；仍不成功，请把“帮助”里的诊断文件交给维护人员。
paper-cancelled-happened = 已按您的要求停下。
paper-cancelled-remedy = 需要时重新打印即可。
paper-no = 无
paper-yes = 有
