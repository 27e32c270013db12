roster-class-exists = This school year already has the class { $label }.
roster-class-exists-remedy = Use that class or choose another name.
roster-person-exists = The roster already has a person with this name and number.
roster-person-exists-remedy = Find that person and edit the entry instead of adding it again.
roster-done-add-class = Class { $class } added
roster-done-set-teacher = Class teacher of { $class } changed
roster-done-move-class = Moved to { $class }
roster-done-rejoin = Marked as back
roster-done-leave = Marked as left
roster-done-dormitory = Dormitory changed
roster-done-boarding = Day or boarding changed
roster-done-class-kind = Kind and grade of { $class } changed
roster-done-grade = Grade of a pupil changed
roster-cli = The roster: pupils
roster-cli-list = List pupils by class and seat number
roster-cli-list-class = Only this class
roster-cli-away = Pupils in no class on that day: those who left, or who come later
roster-cli-find = Find by seat number, name, pinyin or its initials, class, part of a register or identity number; several words with spaces between
roster-cli-sort = Order: seat by class and number, pinyin by the pinyin of the name, surnames as they are read as surnames
roster-cli-add = Add a pupil
roster-cli-add-class = Class; one that the year does not have is made
roster-cli-name = Name
roster-cli-sex = Sex: 男 or 女
roster-cli-birth = Date of birth
roster-cli-boarding = 走读 (day pupil) or 住校 (boarder)
roster-cli-id-number = Identity number
roster-cli-student-no = Pupil number (学籍号)
roster-cli-guardian = Guardian
roster-cli-phone = Telephone
roster-cli-from = From which day on (default: today)
roster-cli-move = Move to another class
roster-cli-person = Key of the person, see roster list
roster-cli-staff-from = first day at the school, today by default
roster-cli-staff-return = Take a former member of staff in again, under the same number
roster-cli-leave = Mark as left
roster-cli-on = First day not at school (default: today)
roster-cli-undo-import = Take back the last import
roster-cli-staff = Staff
roster-cli-staff-list = List the staff
roster-cli-staff-add = Add a member of staff
roster-cli-post = Post
roster-cli-dormitory = Dormitories
roster-cli-dormitory-list = List rooms and boarders
roster-cli-dormitory-set = Assign a room
roster-cli-room = Name of the room; a new one is made
roster-cli-no-room = No room any more
roster-cli-class = Classes
roster-cli-class-list = List the classes of this school year
roster-cli-class-add = Add a class
roster-cli-class-teacher = Set the class teacher
roster-cli-label = Name of the class, such as 三年级(2)班
roster-cli-teacher = Name of the class teacher
roster-added = Added. Key: { $key }
roster-saved = Saved.
roster-doubt-id-length = Check the identity number: it does not have 18 characters.
roster-doubt-id-check-digit = Check the identity number: the check digit does not fit.
roster-doubt-id-sex-mismatch = Check the identity number: it does not fit the sex.
roster-doubt-id-birth-mismatch = Check the identity number: it does not fit the date of birth.
roster-doubt-id-duplicate = Check the identity number: another person has the same one.
roster-doubt-student-no-length = Check the pupil number: with G, J or L it has 19 characters.
roster-doubt-student-no-check-digit = Check the pupil number: the check digit does not fit.
roster-doubt-student-no-duplicate = Check the pupil number: another person has the same one.
roster-doubt-phone-length = Check the telephone: there are no numbers of that length.
roster-doubt-emergency-phone-length = Check the emergency telephone: there are no numbers of that length.
roster-same-number = Same number: { $name }, { $class }
roster-none = Nothing found.
roster-older = This roster is of school year { $file }, but the pupils are in classes of { $book } already.
roster-older-remedy = Check the file; if its school year is wrong, name the right one (command line: --school-year).
roster-cli-import = Import a roster file (xlsx, xls, ods, csv, table exported from a web page), pupils or staff
roster-cli-import-file = The roster file
roster-cli-dry-run = Only read the file and compare it with the roster, import nothing
roster-cli-people = Also print every record (with --json)
roster-cli-sheet = Read only this sheet
roster-cli-map = What a column means, repeatable, such as 联系方式=guardian_phone
roster-cli-as-of = Day on which memberships begin and end (default: start of term at first, today later)
roster-cli-school-year = School year such as 2025-2026 (default: what the file's title says)
roster-cli-on-match = People who are there already: update or skip
roster-cli-doubtful = Whom a doubtful row means, repeatable: ROW=new for somebody new, ROW=KEY for that person; SHEET!ROW where there are several sheets
roster-cli-take-file = Values changed by hand that take the file’s, repeatable: all, KEY for one person, KEY.FIELD for one value, such as KEY.guardian_phone
roster-cli-left = Pupils who are not in the file and have left, repeatable: all, or KEY for that pupil
roster-cli-left-on = First day without them (default: as --as-of)
roster-cli-edit = Change what is known of a person
roster-cli-set = A value to set, repeatable: FIELD=VALUE, such as guardian_phone=16311110001; nothing behind the sign takes the value away
roster-cli-export = Write the roster of a day into a file that can be imported again
roster-cli-export-file = The file; .xlsx makes a workbook with pupils and staff on a sheet each, .csv a text table of the pupils
roster-cli-export-staff = Write only the staff
# $count (number)
roster-exported = { $count ->
    [one] { $count } pupil
   *[other] { $count } pupils
} written: { $file }
# $count (number)
roster-exported-staff = { $count ->
    [one] { $count } member of staff
   *[other] { $count } members of staff
} written: { $file }
# $pupils (number)
# $staff (number)
roster-exported-both = { $pupils ->
    [one] { $pupils } pupil
   *[other] { $pupils } pupils
} and { $staff ->
    [one] { $staff } member of staff
   *[other] { $staff } members of staff
} written: { $file }
# $count (number)
roster-export-staff-apart = A csv file holds one table; { $count ->
    [one] { $count } member of staff is
   *[other] { $count } members of staff are
} not in it. Save as xlsx, or save only the staff (--staff) into another file.
# $count (number)
roster-export-left-out = { $count ->
    [one] { $count } more pupil is
   *[other] { $count } more pupils are
} still in a class of an earlier school year and not in this roster; mark who has left, and move up who goes on.
# $pupils (number)
# $staff (number)
# $classes (number)
roster-import-read = The file has { $pupils } pupils, { $staff } staff and { $classes } classes.
# $changed (number)
# $new (number)
# $unchanged (number)
roster-import-counts = New { $new }, changed { $changed }, unchanged { $unchanged }
# $doubtful (number)
# $kept (number)
# $missing (number)
# $rejected (number)
roster-import-rest = Doubtful { $doubtful }, rejected { $rejected }, changes by hand kept { $kept }, not in the file { $missing }
roster-import-dry = Dry run: nothing was imported. Below stands what an import would do.
# $row (number)
roster-import-doubtful = Row { $row } { $name }: not certain who it is, left out; decide with --doubtful.
# $row (number)
roster-import-rejected = Row { $row } is left out: { $reason }
# $row (number)
roster-import-warned = Row { $row } { $name }: { $reason }
roster-import-conflict = { $name }: { $field } keeps the value set by hand
roster-import-stays-away = { $name }: marked as left by hand, yet in the file again; stays off the roster, take back with --take-file
roster-import-returned = { $class } { $name }: marked as left by an earlier import, in the file again, back from { $day } on
roster-import-missing = Not in the file: { $class } { $name }; stays on the roster until marked as left with --left
roster-import-taken = { $name }: { $field } takes the file’s value
roster-import-left = Leaves: { $class } { $name }, gone from { $day } on
roster-import-later = From a later day: { $class } { $name }. { $why }
roster-rejected-name-missing = the name is missing.
roster-rejected-duplicate-row = the same as an earlier row.
roster-warned-id-missing = No identity number.
roster-warned-id-precision-lost = The identity number was kept as a number and has lost its last digits; it was left out. Please enter it.
roster-warned-id-maybe-rounded = The identity number ends in 000 and may have been kept as a number, which loses the last digits; it was imported as it stands. Please check it.
roster-warned-student-no-precision-lost = The pupil number was kept as a number and has lost its last digits; it was left out. Please enter it.
roster-warned-student-no-maybe-rounded = The pupil number ends in 000 and may have been kept as a number, which loses the last digits; it was imported as it stands. Please check it.
roster-warned-sex-missing = The sex is missing.
roster-warned-birth-unreadable = The date of birth cannot be read.
roster-warned-phone-invalid = Check the telephone number: wrong number of digits.
roster-warned-same-name = Two in the class share this name.
roster-warned-class-missing = No class; put under “未分班” (no class).
roster-warned-grade-unknown = A class number alone tells no grade, so classes with the same number become one; add the grade or the month of entry and import again.
roster-warned-stage-unknown = The class is named by its year of entry; nothing tells whether the school is a primary or a junior one, so primary is taken. If it is junior, add a column with the grade and import again, or choose the school system under “A new school year” first.
roster-warned-hidden-row = The row is hidden in the table; it was imported.
roster-field-name = Name
roster-field-former-name = Former name
roster-field-sex = Sex
roster-field-birth = Date of birth
roster-field-ethnicity = Ethnicity
roster-field-id-type = Kind of document
roster-field-id-number = Identity number
roster-field-student-no = Pupil number
roster-field-boarding = Day or boarder
roster-field-left-behind = Parents away
roster-field-guardian = Guardian
roster-field-guardian-relation = Relation to guardian
roster-field-guardian-phone = Guardian's telephone
roster-field-phone = Telephone
roster-field-post = Post
roster-field-address = Address
roster-field-remark = Remark
roster-field-class = Class
roster-field-dormitory = Dormitory
roster-field-teacher = Class teacher
roster-import-other-year = Note: this roster is of the school year { $year }, which today is not in; today's classes do not show these pupils.
roster-import-year = School year { $year }; pupils join and change classes from { $day } on
roster-import-proposed-year = The file names no school year and was read as next year's, since most pupils stand a grade higher or it is summer; if that is wrong, set --school-year.
roster-already-checked = Sheets up to { $last } are confirmed or hold findings as the roster stood; a change from { $from } on would make their head-counts wrong.
roster-already-checked-remedy = The earliest day possible is { $earliest }. Choose that day or a later one.
roster-before-entry = The day of leaving, { $on }, lies before the first day at school, { $first }.
roster-before-entry-remedy = Look at the year, correct the date and try again.
roster-moves-before-entry = The day of the change of class, { $on }, lies before the first day at school, { $first }.
roster-moves-before-entry-remedy = Choose { $first } or a later day; with { $first } the pupil is in the other class from the first day on.
roster-back-before-leaving = By the roster the person is gone from { $left } on, so nobody comes back on { $on }.
roster-back-before-leaving-remedy = Choose { $left } or a later day; if the leaving was wrong, undo it first and then change the class.
roster-not-enrolled = The pupil is in no class on { $on }.
roster-not-enrolled-remedy = Put the pupil into a class first, or choose a day on which the pupil is at this school.
roster-earlier-year = The roster already has classes of { $latest }, so no class can be made in { $year }.
roster-earlier-year-remedy = Use a class of the roster; to make one in the new school year, choose { $from } or a later day.
roster-other-year = { $day } is not in the school year of this roster.
roster-other-year-remedy = Choose a day from { $from } to { $to }; if the school year was taken wrongly, set it with --school-year (in the window: school year).
# $count (number)
roster-behind = The new school year has begun and { $count ->
    [one] one pupil is
   *[other] { $count } pupils are
} still in the classes of the old one, so they cannot be checked.
roster-behind-remedy = Promote the school first: Ctrl+U in the roster, or the command roster promote.
roster-found-away = Nobody who is at school on that day. Away are:
roster-left-since = left, gone from { $day }
roster-comes-on = comes on { $day }
# $pupils (number)
roster-import-behind = Note: { $pupils } pupils are still in classes of last year. Promote the school first (Ctrl+U), then import the new roster; otherwise those who finished school stay in it.
