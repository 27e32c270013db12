slip-no-code = “{ $given }”不是回执上的编号。
slip-no-code-remedy = 请照回执左上角的编号输入，如 0012-0345-4；短横可以不输。
slip-wrong-digit = 编号“{ $given }”里有一位数字不对。
slip-wrong-digit-remedy = 请对着回执再输一次，或者用扫码枪扫。
slip-no-run = 没有第 { $run } 批回执。
slip-no-run-remedy = 用 slip list 查看各批。
slip-no-slip = 没有编号 { $code } 的回执。
slip-no-slip-remedy = 请核对回执是不是本校的、是不是这一批的。
slip-none-awaited = 还没有发过带回执的信。
# $missing (number)
slip-todo = 《{ $title }》还差 { $missing } 份回执
# $count (number)
slip-done-tick = 收回执 { $count } 份
# $count (number)
slip-done-untick = 取消收回执 { $count } 份
slip-done-close = 回执不再收：{ $letter }
slip-done-open = 回执再收：{ $letter }
# $run (number)
slip-run-made = 回执是第 { $run } 批，收回后用 slip tick 登记
# $ticked (number)
# $already (number)
# $missing (number)
slip-ticked = 收到 { $ticked } 份，{ $already } 份以前收过；还差 { $missing } 份
# $ticked (number)
# $missing (number)
slip-unticked = 取消 { $ticked } 份；还差 { $missing } 份
# $missing (number)
slip-closed = 这批回执不再收，还有 { $missing } 份没有交
# $missing (number)
slip-opened = 这批回执接着收，还差 { $missing } 份
slip-state-open = 收取中
slip-state-late = 已过期
slip-state-done = 已收齐
slip-state-closed = 不再收
slip-out = 未交
# $missing (number)
slip-class-line = { $class }　还差 { $missing } 份
slip-cli = 告家长书的回执
slip-cli-list = 列出各批回执；给 --run 时列出每个班的回执
slip-cli-missing = 只列没有交的
slip-cli-tick = 登记收回的回执：输入或扫描编号
slip-cli-numbers = 这一批里的份号，如 1-20,23（要有 --run）
slip-cli-untick = 取消登记
slip-cli-close = 这批回执不再收
slip-cli-reopen = 接着收
slip-cli-print = 打印未交回执名单，一班一页
slip-cli-run = 第几批，见 slip list
slip-cli-codes = 回执上的编号
slip-nobody = 全班都交了
