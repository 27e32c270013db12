person-file-emergency-contact = Emergency contact
person-file-emergency-phone = Emergency phone
person-file-condition = General health
person-file-history = Medical history
person-file-allergy = Allergies
person-file-vaccination = Vaccination check
person-file-employment = Employed
person-file-doses-unknown = Doses not recorded
person-file-complete = Complete
person-file-caught-up = Caught up
person-file-incomplete = Not complete
person-file-missing = Missing { $names }
person-file-done-health = Health details changed
person-file-done-vaccination = Vaccination check changed
person-file-taken-back = Undo
person-file-from = { $what }, from { $day }
person-file-span = { $what }, { $from } to { $to }
person-file-certificate-yes = Certificate seen
person-file-certificate-no = No certificate
person-file-changed = { $label }: { $old } → { $new }
person-file-nothing = (empty)
# $half_days (number)
person-file-half-days = { $half_days ->
    [one] { $half_days } half day
   *[other] { $half_days } half days
}
person-file-goes-on = not back yet
person-file-cli-person = Everything recorded of one person
person-file-cli-page = Page of check records, from 1
person-file-cli-key = Key of the person, from roster list
person-file-cli-health = Record general health, medical history and allergies
person-file-cli-set = KIND=TEXT, KIND being condition, history or allergy; an empty text removes that day's note, write "none" where there is nothing
person-file-cli-on = From this day on, today by default
person-file-cli-vaccination = Record the check of the vaccination certificate
person-file-cli-vaccination-on = Day of the check, today by default; the same day is replaced
person-file-cli-certificate = Whether there is a certificate
person-file-cli-replaced = The certificate was made out again
person-file-cli-dose = VACCINE=DOSES, with those caught up after a plus sign, such as hepb=1+2
person-file-cli-complete = Whether the clinic calls it complete; otherwise the doses decide
person-file-cli-checked-by = Who checked
person-file-cli-remove = Remove that day's check
person-file-cli-print = Only the health file of this person, key from roster list
person-file-tab-details = Details
person-file-tab-health = Health
person-file-tab-checks = Checks
person-file-tab-papers = Papers
person-file-tab-changes = Changes
person-file-key-tab = other part
person-file-print = Print health file
person-file-allergic = Allergic: { $what }
person-file-absences = Absences because of illness
# $count (number)
person-file-times = { $count } in all
person-file-no-absences = No absences because of illness. They appear here once a confirmed sheet says ill or unknown.
person-file-findings = Check records
person-file-no-findings = No check records yet. Symptoms, temperatures and absences from the check sheets appear here.
person-file-draft = not confirmed
person-file-papers = Letters and forms printed
person-file-no-papers = Nothing was printed yet. Print letters under Print, or the health file with Ctrl+P.
person-file-changes = Changes
person-file-no-changes = No changes yet.
person-file-act-undone = { $act } (undone later)
person-file-health = Health details
person-file-health-note = Write "none" where you asked and there is nothing; empty means nobody has asked.
person-file-not-asked = not asked
person-file-notes-from = From
person-file-day-to-come = This day has not come yet; give today or an earlier day
person-file-certificate = Vaccination certificate
person-file-replaced = Made out again
person-file-is-complete = Complete
person-file-by-doses = By doses
person-file-yes = Yes
person-file-no = No
person-file-checked-by = Checked by
person-file-checked-on = Checked on
person-file-wanted = Due
person-day-checked = Today's sheet is confirmed already: { $day } is the earliest
person-file-tab-care = Illness, return
person-file-cases = Cases
person-file-apart = Observation, isolation
person-file-nearby = Cases nearby
person-file-near = { $disease } of { $name }
person-file-met = met on { $day }
person-file-returns = Checks on return
# $days (number)
person-file-home = Days at home, reviews of returns ({ $days ->
    [one] { $days } day
   *[other] { $days } days
} recorded)
person-file-review = Review of the return
person-file-screening = Screening
person-file-open = open
person-file-no-care = No cases, isolation, checks on return or days at home. What is written down under Trace appears here.
person-file-seen-at = seen at { $hospital }
person-file-diagnosed-on = diagnosed on { $day }
person-file-corrections = Corrections
person-file-slip-back = Slip back { $at }
person-file-slip-out = Slip still out, due { $day }
person-file-slip-closed = Slip not returned, no longer awaited
person-file-mark = {"; "}
person-file-on = { $day } { $what }
