cli-about = 晨检簿: a school's daily health checks and epidemic reports, without a network. Without a command the window opens.
cli-after = Exit codes: 0 done; 1 refused or failed, nothing changed; 2 wrong usage; 3 damaged data.
cli-data = Data folder (default: 数据 beside the program, else the folder chosen at the first start, else the user's data folder)
cli-json = Print one JSON document
cli-lang = Language: zh-CN or en
cli-now = Work at this time, for example 2026-11-23T08:05
cli-by = Who works
cli-clock-ok = The computer's clock is right
cli-date = Day (default: today)
cli-session = Session: morning, noon, evening, holiday, all-day; without it evening for a dormitory, else morning
cli-class = Class key or any spelling, for example 三（2）, 三年级2班
cli-note = Note
cli-check = Daily checks
cli-check-nil = Set a class to nil
cli-check-nil-all = Every due class that holds nothing
cli-check-confirm = Confirm the sheet of a class
cli-checked-by = Teacher who checked (default: class teacher)
cli-handed-in-at = When the paper came in (default: now)
cli-check-record = Record everything about one person (a repeat replaces)
cli-person = Key of the person, see roster list
cli-absence = Absence: ill, leave, late, unknown
cli-symptom = Symptom code, repeatable: fever cough sore_throat headache dizziness fatigue vomiting diarrhoea abdominal_pain rash jaundice conjunctivitis parotid other
cli-temp = Temperature, for example 38.2@axillary
cli-onset = Day of onset
cli-severe = Severe sign: high_fever, breathless, severe_gi
cli-seen = Seen by a doctor
cli-diagnosis = First diagnosis
cli-sent-home = Taken home by the family
cli-clear = Remove the person's finding and turn a proposal down
cli-confirm = Then confirm the whole sheet
cli-dormitory = Name of the dormitory
cli-staff = The sheet of the staff
cli-check-show = Everyone of a sheet with what is recorded
cli-school-check = Check in another way: staff-morning (the staff as well), evening-dormitory (by dormitory); =yes to choose, =no to drop
cli-check-status = State and counts of every class and session
cli-check-findings = Findings and open proposals of a day
cli-check-corrections = Corrections after the daily report went out (default: this term until today)
cli-reason = Why it is corrected; needed once the daily report has gone out
cli-alert = Alerts
cli-alert-list = Thresholds reached: rule, source, persons
cli-todo = Duties
cli-undo = Take back your last step of today, or a given one
cli-undo-list = List what can be taken back
cli-undo-all = With --list: also what was taken back and what never can be
cli-undo-id = Key of the operation
cli-school = Show or set school and operator
cli-school-name = Name of the school
cli-school-phone = Telephone
cli-school-principal = Principal
cli-school-current-operator = operator
cli-school-folder = data folder
cli-alert-subject-unknown = symptoms unknown
# $count (number)
cli-alert-line = { $scope }: { $subject }, { $count } { $count ->
        [one] person
       *[other] people
    } ({ $rule })
cli-school-operator = Operator from now on
cli-calendar = Terms, holidays and made-up days
cli-calendar-show = Show the calendar
cli-calendar-term = Set the first and last day of a term
cli-calendar-off = No school
cli-calendar-on = School although it is a weekend
cli-calendar-clear = Follow the weekday again
cli-from = First day
cli-to = Last day
cli-backup = Backups
cli-backup-create = Make and verify a backup now
cli-backup-list = List the backups
cli-doctor = Check that the data are whole
cli-class-state = { $class }: { $state }
cli-head-class = Class
cli-head-session = Session
cli-head-state = State
cli-head-count = Roll
cli-head-present = Present
cli-head-ill = Ill
cli-proposal = proposal
cli-no-alert = No threshold is reached.
cli-undo-nothing = There is nothing of yours from today to undo.
cli-undo-open = can be undone
cli-undo-taken-back = taken back
cli-undo-final = final
# $count (number)
cli-undo-kept = { $count ->
    [one] { $count } record was
   *[other] { $count } records were
} changed later or is in use and was left alone.
cli-day-off = no school
cli-school-day = school
cli-doctor-well = The data are whole and so is the journal.
cli-doctor-overlap = { $name }: { $what ->
    [enrolment] in two classes
    [boarding] day pupil and boarder
    [dormitory_stay] in two rooms
   *[employment] twice on the staff
} at once, from { $from } on.
cli-doctor-overlap-remedy = Set the class, boarding or room of these people anew from that day on; then one is left.
cli-doctor-stray = { $name }: a finding stands on a sheet of { $day }, but on that day the person is not in its class, room or staff
cli-doctor-stray-remedy = Check on which days these people came and left; once the days are right, or a mistaken finding is cleared, they are no longer listed.
cli-no-display = There is no display here, so the window cannot open.
cli-no-display-meaning = The data are unchanged.
cli-no-display-remedy = Open it in a desktop session; without one use the command line: chenjian --help lists all commands.
cli-out = file to write; an older one of that name is replaced
cli-plan = emergency plan
cli-plan-list = tasks with person, due day and state
cli-plan-assign = name who is responsible (nobody, if no person is given)
cli-plan-done = set to done; needs person, date and evidence
cli-plan-evidence = evidence: document, number or place
cli-plan-due = move the due day
cli-plan-reopen = take a completion back
cli-plan-print = print the checklist
cli-plan-print-text = print the plan itself, in the official style, instead of the checklist
cli-plan-task = number of the task, see plan list
cli-plan-person = key or name of a member of staff
cli-missing-glyph = where no font draws a name: stop, leave-out, or rule (a space for handwriting)
cli-report = reports
cli-report-daily = the school's daily report; the file's ending decides between PDF and xlsx
cli-form = forms
cli-form-list = list the forms
cli-form-print = print a form, blank or as recorded
cli-form-id = id of the form, see form list
cli-form-all = every class
cli-form-blank = blank, with names only
cli-form-every = everyone on a check sheet, not only those with findings
cli-letter = letters to guardians
cli-letter-list = list the letters
cli-letter-print = print a letter with its slip for each child
cli-letter-id = id of the letter, see letter list
cli-letter-all = the whole school
cli-form-labels = Sheet of labels
cli-form-start = First free label, for a sheet that was used in part
