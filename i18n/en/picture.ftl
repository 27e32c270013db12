# $checked (number)
# $due (number)
picture-checked = { $checked } of { $due } due
picture-cli-rates-out = save as PDF or xlsx
# $count (number)
picture-row-all = All { $count }
# $count (number)
picture-row = { $name } { $count }
picture-axis-persons = New illnesses
picture-sign-rate = The day
picture-sign-partly = The day, not all checked
picture-sign-unchecked = Unchecked
picture-sign-band = Usual range
picture-sign-median = Usual median
picture-cell-zero = Nobody ill
picture-cell-below = Below { $share } of the class
picture-cell-from = From { $share }
picture-cell-unchecked = Unchecked
picture-cell-partly = Partly unchecked
picture-cell-off = No school
# $number (number)
picture-weekday = { $number ->
    [1] Mo
    [2] Tu
    [3] We
    [4] Th
    [5] Fr
    [6] Sa
   *[7] Su
}
picture-curve = Epidemic curve
picture-band = Rate of absence
picture-heat = Ill by class and day
picture-sheet-title = { $school } · { $picture }
picture-others = Others
picture-unknown = Unknown
# $count (number)
picture-persons = { $count } ill
picture-first-last = first { $first }, last { $last }
# $count (number)
picture-peak = peak { $day }, { $count }
picture-nobody = Nobody fell ill
picture-rate-of-days = { $rate } of all days
picture-note-curve = Each square is a person, on the day of onset; where no onset was written down, on the first day of the illness on record. Days off are shaded; ▼ marks a day that raised an alert.
picture-note-classes = Each class has its pattern and letter, the largest lowest.
picture-note-symptoms = Who has several symptoms stands in several rows; in the first row each person stands once. All rows have one scale.
picture-note-band = Only confirmed class sheets count. Open squares are days not wholly checked; on days with a ring nobody looked, and the line breaks.
# $days (number)
picture-note-few = Fewer than { $days } checked school days: there is no usual range yet.
picture-note-heat = Figures are the pupils seen ill on the sheets of the day; cells grow darker with the share of the class. 0 was checked and nobody was ill; a ring was not checked; “°” still has unchecked sessions; “?” was typed but not confirmed.
picture-head-day = Day
picture-head-school = School
picture-head-alerts = Alerts
picture-head-state = Checked
picture-head-absent = Days absent
picture-head-low = Usual from (%)
picture-head-high = Usual to (%)
picture-off-short = off
picture-state-partly = Partly checked
picture-state-checked = Checked
picture-above = Above usual
# $days (number)
picture-too-many-days = One picture cannot hold { $days } days
# $most (number)
picture-too-many-days-remedy = A picture holds { $most } days at most; draw several.
picture-cli = pictures: epidemic curve, rate of absence, ill by class and day
picture-cli-curve = epidemic curve: new illnesses by day of onset, by class or by symptom
picture-cli-split = how it is split: class or symptom
picture-cli-symptom = only illnesses with this symptom; codes as in check record
picture-cli-event = only those who count in this event, over its days (key of event list)
picture-cli-band = the rate of absence by day with its usual range
picture-cli-measure = ill: absent because of illness; all: absent for any reason
picture-cli-heat = the ill by class and day; what was not checked has its own sign
picture-cli-from = first day; four weeks before the last by default
picture-cli-to = last day; today by default
picture-cli-grade = only this grade
picture-cli-out = draw a PDF, or save the figures as xlsx; lists the figures by default
picture-tab = Pictures
picture-range-weeks = Four weeks
picture-by-class = By class
picture-by-symptom = By symptom
picture-all-symptoms = All symptoms
picture-people = Fell ill that day
picture-key-walk = day
picture-key-open = open
picture-key-kind = picture
picture-key-scope = class
picture-open-people = See who
picture-open-day = Open the day
picture-open-sheet = Open the sheet
picture-see-curve = Epidemic curve
picture-read-mark = {"; "}
picture-read-day = { $weekday } { $day }
# $count (number)
picture-read-curve = { $day }: { $count } fell ill
# $count (number)
picture-read-alerts = { $count } alerts: { $alerts }
# $checked (number)
# $due (number)
picture-read-sheets = sheets { $checked } / { $due }
picture-read-off = { $day }: no school
picture-read-unchecked = { $day }: unchecked
picture-read-rate = { $day }: { $measure } { $rate }
# $days (number)
picture-read-usual = usually { $low } to { $high }, median { $median } ({ $days } days before)
picture-read-no-band = too few checked days for a usual range
picture-read-nobody-there = no pupils yet
# $heads (number)
# $ill (number)
picture-read-ill = { $ill } ill of { $heads }
picture-read-cell = { $class } { $day }
