# $owed (number)
# $open (number)
todo-sheets = { $session }: { $open } of { $owed } { $owed ->
    [one] sheet
   *[other] sheets
} still to come
# $owed (number)
todo-sheets-done = { $session }: all { $owed } { $owed ->
    [one] sheet
   *[other] sheets
} in
todo-report = Daily report of the school
# $unchecked (number)
todo-report-unchecked = Report { $number } was issued while { $unchecked } { $unchecked ->
    [one] sheet was
   *[other] sheets were
} missing: correct it once they are in
# $unchecked (number)
todo-report-correct = { $unchecked ->
    [0] Report { $number } changed after it was issued: correct it
    [one] Report { $number } was issued while 1 sheet was missing and has changed since: correct it
   *[other] Report { $number } was issued while { $unchecked } sheets were missing and has changed since: correct it
}
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
# $pupils (number)
todo-promotion = Promotion: { $pupils } { $pupils ->
    [one] pupil
   *[other] pupils
} still in the old classes
# $count (number)
todo-calls = { $scope }: { $count } absent, call their homes
# $people (number)
todo-looks = { $people ->
    [one] { $people } person is
   *[other] { $people } people are
} kept apart and nobody has looked today
# $people (number)
todo-returns = { $people ->
    [one] { $people } person is
   *[other] { $people } people are
} back after an illness and nobody has checked
# $sheets (number)
todo-missed-day = { $sheets ->
    [0] { $day }: daily report not made
    [one] { $report ->
        [made] { $day }: 1 sheet missing
       *[missing] { $day }: 1 sheet missing, daily report not made
    }
   *[other] { $report ->
        [made] { $day }: { $sheets } sheets missing
       *[missing] { $day }: { $sheets } sheets missing, daily report not made
    }
}
# $days (number)
todo-event-missed = { $title }: { $report } not made on { $days } { $days ->
    [one] day
   *[other] days
}, since { $day }
