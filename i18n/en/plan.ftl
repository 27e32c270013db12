plan-no-such-task = The plan has no task "{ $given }".
plan-no-such-task-remedy = Look its number up with plan list and try again.
plan-edition = Edition { $version }
# $done (number)
# $late (number)
# $tasks (number)
plan-done-of = { $tasks } tasks, { $done } done, { $late } late
plan-section = { $number }. { $title }
# $count (number)
plan-late-times = Late, { $count } times
plan-wanted = (wanted: { $wanted })
