print-unchecked = Not checked
print-nil = Nil
print-male = m
print-female = f
print-yes = yes
print-no = no
print-tick = ✓
print-severe = { $name }, { $signs }, dorm { $dormitory }, since { $onset }
print-days = { $from } to { $to }
print-day-off = { $day } off
print-mark-ill = S
print-mark-leave = L
print-mark-late = T
print-mark-unknown = ?
print-mark-fever = F
print-mark-cough = C
print-mark-vomiting = V
print-mark-diarrhoea = D
print-mark-rash = R
print-mark-jaundice = J
print-mark-conjunctivitis = E
print-mark-parotid = G
print-mark-other = O
print-names = No font draws a character in the names of: { $places }
print-names-remedy = Choose: leave these out, or print a ruled space for handwriting (command line: --missing-glyph leave-out or rule).
print-no-printing = This computer has no way to print a PDF, or the printer refused.
print-no-printing-remedy = Save as PDF and print it on a computer with a printer.
print-no-workbook = This cannot be saved as a table.
print-no-workbook-remedy = Save it as PDF.
# $letters (number)
# $sheets (number)
print-letters-done = { $file }: { $letters } { $letters ->
    [one] letter
   *[other] letters
}, { $sheets } { $sheets ->
    [one] sheet
   *[other] sheets
}
# $sheets (number)
print-form-done = { $file }: { $sheets } { $sheets ->
    [one] sheet
   *[other] sheets
}
print-left-out = Left out: { $class } no. { $seat }
print-unchecked-classes = Not checked, said so on the sheet, not a nil report: { $classes }
report-date = { $weekday }, { $day }
# $checked (number)
# $due (number)
# $unchecked (number)
report-checked = { $due } classes due, { $checked } checked, { $unchecked } not checked
report-number-corrected = { $number } (corrected)
report-corrects = Corrects { $number }.
report-nil = Nil report: every class is checked, nobody is absent ill and no symptom was found.
report-not-in = (not handed in by { $time })
# $classes (number)
# $people (number)
report-counted = Attendance, absence and symptoms count the { $classes } checked { $classes ->
    [one] class
   *[other] classes
} with { $people } { $people ->
    [one] pupil
   *[other] pupils
} only.
# $late (number)
# $leave (number)
# $unknown (number)
report-others = Also on leave: { $leave }; late: { $late }; absent for an unknown reason: { $unknown }.
# $count (number)
report-alerts = { $count } { $count ->
    [one] alert
   *[other] alerts
}: { $list }.
# $count (number)
report-alert = { $scope } { $subject }, { $count } { $count ->
    [one] person
   *[other] people
}
# $count (number)
report-alert-unknown = { $scope } absent ill without known symptoms, { $count } { $count ->
    [one] person
   *[other] people
}
report-alert-mark = {"; "}
# $checked (number)
# $ill (number)
# $people (number)
# $unchecked (number)
report-later = { $session }: { $checked } { $checked ->
    [one] class
   *[other] classes
} with { $people } { $people ->
    [one] pupil
   *[other] pupils
} checked, { $unchecked } not checked; absent ill: { $ill }; { $found }.
# $checked (number)
# $ill (number)
# $people (number)
# $unchecked (number)
report-later-rooms = { $session }, by dormitory: { $checked } { $checked ->
    [one] sheet
   *[other] sheets
} with { $people } { $people ->
    [one] pupil
   *[other] pupils
} checked, { $unchecked } not checked; absent ill: { $ill }; { $found }.
# $ill (number)
# $people (number)
report-all-day = Whole day and gate: something was found of { $people } { $people ->
    [one] person
   *[other] people
}, absent ill: { $ill }; { $found }.
# $ill (number)
# $people (number)
# $present (number)
report-staff = Staff, counted apart: { $people } on roll, { $present } present, { $ill } absent ill; { $found }.
# $people (number)
report-staff-unchecked = Staff, counted apart: { $people } not checked.
report-no-symptom = no symptoms found
report-dormitory = dormitory
report-small = small classes
report-small-preschool = Preschool
report-small-primary = Primary
report-small-junior = Junior
report-done = { $file }: { $number }
report-small-name = { $stage }, small classes
print-health-note = { $text } ({ $day })
print-health-replaced = Seen (replaced)
print-health-vaccine = Vaccine
print-health-wanted = Doses due
print-health-given = Given
print-health-catch-up = Caught up
