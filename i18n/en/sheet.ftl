sheet-title-class = { $class } · { $session }
sheet-title-group = { $group } · { $session }
sheet-unchecked-draft = Unchecked, draft
sheet-not-due = Not due
# $count (number)
sheet-head-count = Roll { $count }
sheet-teacher = Teacher { $name }
sheet-jump = Go to
sheet-jump-hint = No. or pinyin
sheet-jump-none = Nobody here has this number or name
# $count (number)
sheet-several = { $count } together
sheet-several-none = No such number: { $numbers }
# $count (number)
sheet-several-on = { $count } together: one letter marks all of them. Enter ends it
sheet-several-temperature = Temperatures are typed one by one
sheet-repeat-nothing = Nothing was recorded on this sheet yet, so there is nothing to repeat
# $count (number)
sheet-more-matches = { $count } more
sheet-head-seat = No.
sheet-head-name = Name
sheet-head-attendance = Present
sheet-head-temperature = Temp.
sheet-head-note = Notes
sheet-at-home = At home
sheet-present = Present
# $day (number)
sheet-carried-weekday = { $day ->
    [1] from Mon, to confirm
    [2] from Tue, to confirm
    [3] from Wed, to confirm
    [4] from Thu, to confirm
    [5] from Fri, to confirm
    [6] from Sat, to confirm
   *[7] from Sun, to confirm
}
sheet-carried-day = from { $day }, to confirm
sheet-carried-today = from earlier today, to confirm
sheet-fever = { $site } at or over { $limit }, keep apart
sheet-onset-on = onset { $day }
sheet-seen = Saw a doctor
sheet-not-seen = Did not
sheet-seen-unknown = Not asked
sheet-after = Then:
# $ill (number)
# $well (number)
sheet-sum = { $ill } with findings, { $well } well
# $count (number)
sheet-sum-proposals = { $count } only proposed
# $count (number)
sheet-sum-short = Findings: { $count }
# $count (number)
sheet-proposals-short = proposed: { $count }
sheet-confirmed-by = Confirmed by { $name } at { $at }; typing now is a correction
sheet-confirm = Confirm, next class
sheet-confirm-short = Confirm, next
sheet-next = Next unchecked class
sheet-draft-saved = Draft saved
sheet-correction-saved = Correction saved
sheet-handed-in = Handed in at
sheet-handed-in-hint = 8:10 or 2026-11-20 8:10
sheet-handed-in-wrong = Write it as 8:10
sheet-checked-by = Checked by
sheet-came-in = Handed in { $at } · checked by { $by }
sheet-no-temperature = { $typed } is no temperature: it must lie between 32.0 and 43.0
sheet-key-temperature = is 38.2
sheet-detail-onset = Day of onset
sheet-detail-onset-doubtful = Onset { $day } is long before the check: it does not count in today’s alerts. Check the year.
sheet-detail-onset-wrong = There is no such day
sheet-detail-onset-late = Not after the day of the check
sheet-detail-site = Temperature taken
sheet-detail-seen = Seen by a doctor
sheet-detail-diagnosis = First diagnosis
sheet-detail-note = Notes
sheet-nobody = Nobody is to be checked on this day: the class has no pupils, or no boarders.
sheet-why-not-due = By calendar and sessions no { $session } is due on { $day }.
sheet-calendar = Change calendar
sheet-observed = under observation
sheet-isolated = isolated
sheet-kept-apart = kept apart, to confirm
