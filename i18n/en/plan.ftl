plan-no-such-task = The plan has no task "{ $given }".
plan-no-such-task-remedy = Look its number up with plan list and try again.
