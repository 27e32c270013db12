undoing-typing = 刚才输入的已退回，别的没有动
undoing-title = 撤销“{ $what }”吗？
undoing-text = 这一步是 { $at } 做的。撤销以后回到那之前的样子，后来又改过的内容保留。
undoing-next = { $done }。再按一次撤销：{ $what }
