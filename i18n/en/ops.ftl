ops-unnamed-clerk = Clerk
ops-staff = Staff
ops-list-mark = {", "}
ops-cancelled = Stopped.
ops-cancelled-remedy = Start again whenever you like.
ops-clock-behind = The computer's clock says { $now }, earlier than the last record at { $last }.
ops-clock-behind-remedy = The mainboard battery is probably empty. Set the clock first; if the clock is right, confirm it before recording (command line: --clock-ok).
ops-no-such-class = There is no class “{ $given }”.
ops-no-such-class-remedy = Check the name; roster list shows all classes.
ops-ambiguous-class = “{ $given }” may mean: { $candidates }.
ops-ambiguous-class-remedy = Write the whole name or use the class key.
ops-no-such-person = The roster has no such person.
ops-no-such-person-remedy = Look the key up with roster list and try again.
ops-not-a-member = The person is not in this class on that day.
ops-rules = The rule files of the program are wrong: { $reason }
ops-rules-remedy = Install the program again.
ops-not-due = No { $session } is due on { $date }.
ops-not-due-remedy = If school is held that day, make it a school day in the calendar (settings).
# $findings (number)
# $proposals (number)
ops-sheet-holds-something = The sheet of class { $class } holds { $findings } findings and { $proposals } open proposals; it cannot simply be set to nil.
ops-sheet-holds-something-remedy = Open the sheet, look, and confirm it.
ops-no-such-symptom = There is no symptom code “{ $code }”.
ops-no-such-symptom-remedy = Use a code from the help.
ops-bad-value = Wrong value for { $field }: “{ $given }”.
ops-bad-value-remedy = Correct it and try again. Examples: a date 2026-11-23, a temperature 38.2@axillary, an output file report.pdf.
ops-no-school-name = The school has no name yet.
ops-no-school-name-remedy = Set the name of the school first (settings; command line: school --name).
