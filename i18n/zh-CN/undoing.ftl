undoing-typing = 刚才输入的已退回，别的没有动
undoing-title = 撤销“{ $what }”吗？
undoing-text = 这一步是 { $at } 做的。撤销以后回到那之前的样子，后来又改过的内容保留。
undoing-next = { $done }。再按一次撤销：{ $what }
undoing-nothing = 没有撤销“{ $what }”：后来的登记都建立在它上面，内容没有变，以后仍可撤销
undoing-which = { $at }：{ $what }
# $count (number)
undoing-kept-things = 有 { $count } 项后来又改过或已有登记，保持不动：{ $names }{ $more ->
    [more] 等
   *[all] {""}
}
undoing-kept-person = { $name }：{ $why }
undoing-changed-later = 后来又改过
undoing-has-records = 已有登记
undoing-sheet = { $date } { $group } { $session }
undoing-idle-import = 最近一次导入（{ $at }，{ $file }）没有改动名册，没有可以撤销的内容。
undoing-import-gone = 最近一次导入已经撤销过了。
undoing-older-import = 再往前的一次是 { $at } 的“{ $what }”，没有动它。
undoing-older-import-remedy = 确实要撤销那一次，请用：roster undo-import --act { $id }
undoing-no-import = 没有代号为 { $id } 的导入。
undoing-no-import-remedy = 代号在导入的结果里，也可以用 undo --list 查看今天的操作。
undoing-cli-act = 要撤销的导入的代号；最近一次导入没有改动名册时，更早的导入只能这样撤销
