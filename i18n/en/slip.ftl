slip-no-code = “{ $given }” is no number of a slip.
slip-no-code-remedy = Type the number at the top left of the slip, such as 0012-0345-4; the dashes may be left out.
slip-wrong-digit = A digit of “{ $given }” is wrong.
slip-wrong-digit-remedy = Read the slip again, or scan its code.
slip-no-run = There is no run { $run } of slips.
slip-no-run-remedy = See the runs with slip list.
slip-no-slip = There is no slip { $code }.
slip-no-slip-remedy = Look whether the slip is of this school and of this run.
slip-none-awaited = No letter with slips has gone out yet.
# $missing (number)
slip-todo = { $missing } slips of “{ $title }” are still out
# $count (number)
slip-done-tick = { $count } slips ticked
# $count (number)
slip-done-untick = { $count } ticks of slips taken away
slip-done-close = Slips no longer awaited: { $letter }
slip-done-open = Slips awaited again: { $letter }
# $run (number)
slip-run-made = The slips are run { $run }; tick them with slip tick when they come back
# $ticked (number)
# $already (number)
# $missing (number)
slip-ticked = { $ticked } ticked, { $already } were before; { $missing } still out
# $ticked (number)
# $missing (number)
slip-unticked = { $ticked } taken away; { $missing } still out
# $missing (number)
slip-closed = No more slips of this run are awaited; { $missing } did not come back
# $missing (number)
slip-opened = Slips of this run are awaited again; { $missing } still out
slip-state-open = open
slip-state-late = late
slip-state-done = all back
slip-state-closed = closed
slip-out = out
# $missing (number)
slip-class-line = { $class }  { $missing } still out
slip-cli = slips of letters
slip-cli-list = list the runs of slips; with --run the slips of each class
slip-cli-missing = only those that are out
slip-cli-tick = tick slips that came back: type or scan their numbers
slip-cli-numbers = copies of the run, such as 1-20,23 (with --run)
slip-cli-untick = take ticks away
slip-cli-close = await no more slips of a run
slip-cli-reopen = await them again
slip-cli-print = print who still owes a slip, a page per class
slip-cli-run = number of the run, see slip list
slip-cli-codes = numbers on the slips
slip-nobody = All have come back
