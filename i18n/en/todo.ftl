# $owed (number)
# $open (number)
todo-sheets = { $session }: { $open } of { $owed } { $owed ->
    [one] class
   *[other] classes
} still to come
# $owed (number)
todo-sheets-done = { $session }: all { $owed } { $owed ->
    [one] class
   *[other] classes
} in
todo-report = Daily report of the school
todo-report-correct = Report { $number } changed after it was issued: correct it
todo-plan = Plan: { $title }
# $count (number)
todo-alert = { $scope }, { $what }: { $count } { $count ->
    [one] person
   *[other] people
}; report to the health centre and the township school
# $count (number)
todo-alert-unknown = { $scope }: { $count } absent ill, symptoms unknown; call and ask
todo-package = Package for the week of { $week } onto the stick
todo-state-open = To do
todo-state-late = Late
todo-state-done = Done
