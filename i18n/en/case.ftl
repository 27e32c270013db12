case-suspected = suspected
case-diagnosed = diagnosed
case-ruled-out = ruled out
case-basis-certificate = Certificate
case-basis-parents = Told by the parents
case-outcome-recovered = Recovered
case-outcome-left = Left the school
case-outcome-died = Died
case-outcome-other = Other
case-class-a = Class A
case-class-b = Class B
case-class-b-as-a = Class B, managed as A
case-class-c = Class C
case-class-none = Not listed
case-class-emerging = Unexplained or new
case-of-class = { $scope }, { $disease } { $certainty }
case-done = Case saved
case-done-close = Case closed
todo-case = { $what }: still to be told: { $whom }
todo-case-done = { $what }: everybody has been told
todo-event = { $title }: { $report }
case-cli = Cases: suspected, diagnosed, with their reporting clocks
case-cli-list = The cases, those to be reported first
case-cli-list-open = Only those that are not closed
case-cli-from = Only those known from this day on
case-cli-to = Only those known until this day
case-cli-open = Open a case
case-cli-show = Show a case: its steps, and what several sources say of the return
case-cli-step = Log that somebody was told
case-cli-step-name = Who was told: parents, principal, clinic, office or other
case-cli-revise = Change a case; what is not given stays
case-cli-learned = When the school learned that it is another disease or none; now if absent
case-cli-close = Close a case
case-cli-outcome = How it ended
case-cli-close-on = Last day; today if absent
case-cli-reopen = Open a closed case again
case-cli-limits = Reporting limits: show, or choose a scheme (who and when is kept)
case-cli-edition = Limits for cases: 2-24, 6-12-24 (older) or 1-local
case-cli-events = Limits for events: 2h-7d or 30min-3d
case-cli-key = Key of the case: see case list
case-cli-certainty = How sure it is
case-cli-basis = What it rests on
case-cli-hospital = Hospital
case-cli-disease = Disease: id, name, other name or pinyin
case-cli-known = When the school learned of it; the clock runs from here; now if absent
case-cli-absent-from = First day of the absence
case-cli-seen-on = Day on which a doctor was seen
case-cli-first-diagnosis = What the doctor said first
case-cli-diagnosed-on = Day of the diagnosis
case-cli-diagnosed-at = Hospital of the diagnosis
case-cli-contact = Whether there was a contact
case-cli-contact-note = When and with whom
case-cli-vaccinated = Whether vaccinated against it
case-cli-vaccinated-note = When
case-cli-class-vaccinated = Pupils of the class vaccinated against it
case-cli-class-infected = Pupils of the class who had it before
case-cli-class-susceptible = Pupils of the class who can catch it
case-cli-floor-classes = Classes on the same floor
case-cli-measures = Measures taken
case-cli-clinic-measures = Measures that the clinic asked for
case-none = No cases
case-named = { $disease }, { $certainty }
case-exclusion = Return: { $text } ({ $source })
case-clock-late = Late since { $due }
case-clock-running = Report until { $due }
case-clock-done = Everybody told
case-clock-stopped = Clock stopped
case-clock-none = No clock
# $hours (number)
case-hours = Report within { $hours } h
case-limits-by = Chosen by { $by } at { $at }
case-limits-shipped = As shipped; the school has chosen no other
disease-cli = Diseases: class, limits, incubation, rules for the return
disease-cli-list = All diseases
disease-cli-find = Find by name, other name or pinyin
disease-cli-text = Name, other name or pinyin
# $count (number)
case-tab = Cases { $count }
case-area = Cases
# $count (number)
case-list = Cases { $count }
case-new = New case
case-edit = Change
case-close = Close
case-reopen = Open again
case-save = Save
case-tell = Log a report
case-key-move = Choose
case-nobody = No cases. Once a hospital or the parents name a disease, write it down here; the clock runs from the minute when the school learned of it.
case-unsaved = The case is not saved
case-banner = { $name }, { $class }: { $what }
# $hours (number)
case-left = { $hours } h { $minutes } min left
# $hours (number)
case-over = { $hours } h { $minutes } min over
# $hours (number)
case-limit = Within { $hours } h: until { $due }
case-scheme = Limits: { $name } (as shipped)
case-scheme-chosen = Limits: { $name }, chosen by { $by } { $at }
case-step-open = Not told
case-step-dropped = Not owed
case-ended = { $on } { $outcome }
case-whom = Who
case-disease = Disease
case-sure = Certainty
case-basis = Basis
case-known = Known at
case-onset = Onset
case-temperature = Temperature
case-temperature-hint = such as 38.2
case-seen-on = Seen
case-hospital = Hospital
case-diagnosed-on = Diagnosed
case-diagnosed-at = By
case-contact = Contact
case-contact-note = With whom
case-vaccinated = Vaccinated
case-vaccinated-note = When
case-measures = Measures
case-note = Note
case-phone = Guardian
case-room = Room
case-in-class = Class then
# $pupils (number)
# $boarders (number)
case-class-figures = { $pupils } pupils, { $boarders } boarders, { $absent } absent
case-class-of-disease = Class
case-incubation = Incubation
case-end = Outcome
case-yes = Yes
case-no = No
case-returns = Return to class: sources differ, the clinic decides
case-told = Reported
case-find-person = Number, name or pinyin
case-find-disease = Name, other name or pinyin
case-find-none = Not in the list; choose the disease of unknown cause and say more in the note
case-whom-missing = Choose who it is first
case-disease-missing = Choose the disease first
case-wrong-day = No such day
case-wrong-temperature = No temperature
case-scheme-name = ({ $name })
# $pupils (number)
# $boys (number)
# $girls (number)
case-class-total = { $pupils } ({ $boys } boys, { $girls } girls)
case-paper-none = None
case-print = Print
case-open-it = See the case
# $calls (number)
# $care (number)
# $clocks (number)
# $sum (number)
trace-due = Due: { $sum } (homes to call { $calls }, cases and events still to report { $clocks }, looks and checks of returns { $care })
sheet-key-case = Open a case
case-nobody-found = Nobody has this number or name
# $days (number)
case-over-days = { $days } days over
