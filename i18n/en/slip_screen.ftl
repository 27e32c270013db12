slip-screen-title = Slips
slip-screen-back = Print
slip-screen-print = Print who owes one
slip-screen-empty = No letter with slips has gone out yet. Print letters under Print first; the slips that come back are ticked here.
slip-screen-runs = Runs of slips
slip-screen-number = Number of the slip (type or scan, then Enter)
slip-screen-number-hint = 0012-0345-4
slip-screen-ticked = Ticked: { $class } { $name } ({ $code })
slip-screen-already = Ticked before: { $class } { $name } ({ $code })
# $copies (number)
# $returned (number)
# $missing (number)
slip-screen-count = { $copies } went out, { $returned } are back, { $missing } still out
slip-screen-due = due by { $day }
slip-screen-close = Await no more
slip-screen-reopen = Await again
# $run (number)
slip-screen-run = Run { $run }, due by { $day }
slip-screen-by-class = Classes
slip-screen-all-back = all
slip-screen-only-missing = Out only
slip-screen-all = All
slip-screen-back-at = back { $at }
slip-screen-key-tick = tick
slip-screen-key-class = another class
slip-screen-key-all = all or out
