ops-unnamed-clerk = Clerk
ops-staff = Staff
ops-list-mark = {", "}
ops-cancelled = Stopped.
ops-cancelled-remedy = Start again whenever you like.
ops-clock-behind = The computer's clock says { $now }, earlier than the last record at { $last }.
ops-clock-behind-remedy = The mainboard battery is probably empty. Set the clock first; if the clock is right, confirm it before recording (command line: --clock-ok).
ops-no-such-class = There is no class “{ $given }”.
ops-no-such-class-remedy = Check the name; class list shows the classes of that day's school year. If the new year has not begun here, run roster promote first.
ops-bad-temperature-remedy = Give degrees from 32.0 to 43.0; the site stands behind @, such as 38.2@axillary.
ops-day-to-come = { $date } has not come yet (today is { $today }), so nothing can be recorded for it.
ops-day-to-come-remedy = Choose today or an earlier day. If today's date is wrong, set the computer's clock first.
ops-onset-after-check = The onset { $onset } is after the check of { $date }.
ops-onset-after-check-remedy = Check the date; nobody falls ill after the day on which it was seen.
ops-no-such-room = There is no dormitory “{ $given }”.
ops-no-such-room-remedy = Check the name; dormitory list shows all of them.
ops-ambiguous-class = “{ $given }” may mean: { $candidates }.
ops-ambiguous-class-remedy = Write the whole name or use the class key.
ops-no-such-person = The roster has no such person.
ops-no-such-person-remedy = Look the key up with roster list and try again.
ops-not-missing = The person with the key { $key } is in the file, or is not among those whom it could list, and cannot be marked as left.
ops-not-missing-remedy = See with --dry-run who is not in the file.
ops-not-a-member = The person is not in this class on that day.
ops-rules = The rule files of the program are wrong: { $reason }
ops-rules-remedy = Install the program again.
ops-not-due = No { $session } is due on { $date }.
ops-not-due-remedy = If school is held that day, make it a school day in the calendar (settings).
# $findings (number)
# $proposals (number)
ops-sheet-holds-something = { $proposals ->
    [0] { $findings ->
        [0] The sheet of class { $class } has been begun and is not confirmed; it cannot simply be set to nil.
       *[other] The sheet of class { $class } holds { $findings } { $findings ->
            [one] finding
           *[other] findings
        }; it cannot simply be set to nil.
    }
   *[other] { $findings ->
        [0] The sheet of class { $class } holds { $proposals } open { $proposals ->
            [one] proposal
           *[other] proposals
        }; it cannot simply be set to nil.
       *[other] The sheet of class { $class } holds { $findings } { $findings ->
            [one] finding
           *[other] findings
        } and { $proposals } open { $proposals ->
            [one] proposal
           *[other] proposals
        }; it cannot simply be set to nil.
    }
}
ops-sheet-holds-something-remedy = Open the sheet, look, and confirm it.
ops-no-such-symptom = There is no symptom code “{ $code }”.
ops-no-such-symptom-remedy = Use a code from the help.
ops-bad-value = Wrong value for { $field }: “{ $given }”.
ops-bad-value-remedy = Correct it and try again. Examples: a date 2026-11-23, a temperature 38.2@axillary, an output file report.pdf or roster.xlsx.
ops-no-name = There is no name.
ops-no-name-remedy = Give the name and save again; blanks alone do not count.
ops-bad-set-remedy = Write FIELD=VALUE. The fields are: name former_name sex birth ethnicity id_type id_number student_no boarding left_behind guardian guardian_relation guardian_phone emergency_contact emergency_phone phone post address remark. For the class use roster move, for the room dormitory set, for illnesses and allergies roster health, for vaccinations roster vaccination.
ops-no-school-name = The school has no name yet.
ops-no-school-name-remedy = Set the name of the school first (settings; command line: school --name).
ops-nobody-in-roster = No class has any pupil on { $date }, so there is nothing to report.
ops-nobody-in-roster-remedy = Please import the roster first; if it is there, look at its school year and the days of enrolment.
ops-no-such-issue = Nothing was issued under the number “{ $given }”.
ops-no-such-issue-remedy = Please look at the number; report list shows the reports, letters and packages that went out.
ops-not-on-paper = No pages of { $number } were kept that could be printed again.
ops-not-on-paper-remedy = Write a new package, it carries everything again; print letters anew.
choice-not-doubtful = Row { $row } is not doubtful, so --doubtful decides nothing there.
choice-not-doubtful-remedy = See with --dry-run which rows are doubtful; rows count as in the table.
choice-decided-twice = Row { $row } and another row were decided to be the same person.
choice-decided-twice-remedy = A person can stand in one row only; choose somebody else for one of them, take it as new, or leave it for later.
choice-other-kind = Of row { $row } and the person named for it, one is a pupil and the other a member of staff.
choice-other-kind-remedy = Name a pupil for the row of a pupil and a member of staff for the row of one; for somebody who is not in the roster, use new.
choice-no-conflict = { $given } keeps no value set by hand, so --take-file takes nothing there.
choice-no-conflict-remedy = See with --dry-run which values set by hand are kept.
choice-no-check = No vaccination check was written down on { $day }.
choice-no-check-remedy = See the days with roster person and name one with --on.
# $count (number)
# $start (number)
choice-beyond-sheet = A sheet has { $count } labels only, so there is no label { $start }.
# $count (number)
choice-beyond-sheet-remedy = Give --start a number from 1 to { $count }.
choice-not-for-one = “{ $form }” is not printed for one person, so --person does not fit.
choice-not-for-one-remedy = --person is for health-file only; for other forms use --class, --group or --all.
ops-bad-birth = Nobody here can be born on { $given }.
ops-bad-birth-remedy = Write a day that has passed and is not too long ago, such as 2015-03-08.
value-day = Day
value-handed-in = Time handed in
value-deadline = Deadline
value-operator = Operator
value-school = Name of the school
value-doses = Doses
value-system = School system
value-place = Place for backups
value-note = Note
value-unit = Unit told
value-content = Content
value-missing = { $field }: nothing was given.
value-fill-in = { $field }: fill it in and save again; blanks alone do not count.
value-like = Correct it and try again. It is written like { $example }.
value-too-long = { $field } is too long: { $count } characters.
value-shorten = Write it shorter and save again.
value-grade-example = 3; 0 for preschool, 10 for the first year of senior high
value-class-example = 三（1） or 31
