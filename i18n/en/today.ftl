today-title = Today
today-other-day = { $day }
today-report = Report
# $hours (number)
# $minutes (number)
today-deadline-hours = Due { $at }, { $hours } h { $minutes } min left
# $minutes (number)
today-deadline-minutes = Due { $at }, { $minutes } min left
today-deadline-past = Report was due { $at }
today-reported = Report made at { $at }
today-reported-open = Report of { $at } to be corrected
today-not-reported = No report that day
today-empty = There is no roster yet. Import it to begin the checks.
today-import = Import roster
today-no-school = The calendar has no school today; no sheets are due.
today-calendar = Change calendar
today-sum-roll = Roll
today-sum-present = present
today-sum-well = Well
today-sum-ill = ill
today-sum-leave = leave
today-sum-unknown = unknown
today-sum-unchecked = unchecked
# $count (number)
today-sum-late = { $count } of them late
# $checked (number)
# $due (number)
today-checked = { $checked } / { $due } checked
today-head-class = Class
today-head-room = Room
today-head-roll = Roll
today-head-present = Here
today-head-ill = Ill
today-head-state = State
today-head-found = Found
today-head-handed-in = In at
today-not-due = Not due
# $count (number)
today-proposals = { $count } carried over
today-draft-short = Draft
today-draft = Draft, not confirmed
today-comma = {", "}
# $count (number)
today-found = { $name } { $count }
today-key-move = Class
today-key-nil = Nil
today-key-open = Record
today-key-evidence = Evidence
# $count (number)
today-todo = To do { $count }
today-by-deadline = Today first
today-nothing-due = Nothing is due now.
today-other-day-row = Another day, earlier sheets
today-other-day-label = Day
today-go-day = Open this day
today-day-to-come = This day has not come
today-late-since = Since { $at }
today-at-latest = { $day } { $at } at the latest
today-due-today = Today { $at }
today-due-tomorrow = Tomorrow { $at }
today-segment = { $session ->
    [morning] Morning
    [noon] Noon
    [evening] Evening
    [holiday] Day off
   *[other] All day
}
