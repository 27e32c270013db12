plan-screen-title = Emergency plan
plan-screen-term-autumn = Autumn term, { $from } to { $to }
plan-screen-term-spring = Spring term, { $from } to { $to }
plan-screen-print = Print checklist
plan-screen-print-text = Print the text
plan-screen-text-show = Read the plan
plan-screen-text-hide = Hide the text
plan-screen-done = Done
# $count (number)
plan-screen-of = / { $count }
# $count (number)
plan-screen-late = { $count } late
# $count (number)
plan-screen-near = { $count } due soon
plan-screen-all-done = All that was due by today is done.
# $count (number)
plan-screen-section-tasks = { $count ->
    [one] 1 task
   *[other] { $count } tasks
 }
# $number (number)
plan-screen-section = { $number }. { $title }
plan-screen-head-state = State
plan-screen-head-task = Task
plan-screen-head-person = Person
plan-screen-head-due = Due
plan-screen-head-clock = Time
plan-screen-head-evidence = Evidence
plan-screen-state-done = Done
plan-screen-state-late = Late
plan-screen-state-near = Soon
plan-screen-state-open = Open
plan-screen-nobody = Nobody
plan-screen-no-due = No date
# $days (number)
plan-screen-left = { $days ->
    [one] 1 day left
   *[other] { $days } days left
 }
plan-screen-today = Today
# $days (number)
plan-screen-past = { $days ->
    [one] 1 day late
   *[other] { $days } days late
 }
plan-screen-done-on = Done { $date }
# $count (number)
plan-screen-more-late = { $count } more late
plan-screen-wanted = Evidence needed: { $evidence }
plan-screen-source = Source: { $source }
plan-screen-next = Next on { $date }
plan-screen-done-by = Done by { $name }
plan-screen-assign = Assign
plan-screen-set-due = Set date
plan-screen-complete = Mark as done
plan-screen-reopen = Not done after all
plan-screen-find = Name or initials
plan-screen-nobody-choice = Nobody yet
plan-screen-by = Done by
plan-screen-on = Done on
plan-screen-evidence = Evidence
plan-screen-save = Save
plan-screen-cancel = Cancel
plan-screen-bad-date = Please write a date like 2026-11-23
plan-screen-future = The date cannot be after today
# $count (number)
plan-screen-more-staff = { $count } more: type another letter
plan-screen-no-match = Nobody of that name is on the staff.
plan-screen-no-staff = The roster holds no staff yet. Add staff, or import a list of staff in the roster (F3), and then assign them here.
plan-screen-to-roster = Add staff
plan-screen-no-term = There is no term yet. Once the term has its dates, the tasks of the plan are laid out.
plan-screen-to-settings = Set the term
plan-screen-key-move = Choose
plan-screen-key-person = Person
plan-screen-key-due = Date
plan-screen-key-done = Done
plan-screen-key-reopen = Not done
plan-screen-key-space = Space
plan-screen-unsaved = The evidence is written but not saved.
