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
plan-document-name = Emergency plan (document)
plan-document-room = ________
# $count (number)
plan-document-times = { $count } times this term, first on { $first }
# $number (number)
plan-document-task = { $number }. { $title }. Responsible: { $who }; due: { $due }; evidence: { $wanted }.
