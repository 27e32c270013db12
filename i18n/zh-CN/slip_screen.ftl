slip-screen-title = 收回执
slip-screen-back = 打印
slip-screen-print = 打印未交名单
slip-screen-empty = 还没有发过带回执的信。先到“打印”里印告家长书，收回的回执再到这里登记。
slip-screen-runs = 各批回执
slip-screen-number = 回执编号（输入或扫描，按 Enter）
slip-screen-number-hint = 0012-0345-4
slip-screen-ticked = 收到：{ $class } { $name }（{ $code }）
slip-screen-already = 以前收过：{ $class } { $name }（{ $code }）
# $copies (number)
# $returned (number)
# $missing (number)
slip-screen-count = 发出 { $copies } 份，收回 { $returned } 份，还差 { $missing } 份
slip-screen-due = { $day }前交回
slip-screen-close = 不再收
slip-screen-reopen = 接着收
# $run (number)
slip-screen-run = 第 { $run } 批，{ $day }前交
slip-screen-by-class = 各班
slip-screen-all-back = 齐
slip-screen-only-missing = 只看未交
slip-screen-all = 全部
slip-screen-back-at = { $at } 收
slip-screen-key-tick = 登记
slip-screen-key-class = 换班
slip-screen-key-all = 全部或未交
