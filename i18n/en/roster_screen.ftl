roster-screen-title = Roster
# $boarders (number)
# $pupils (number)
# $staff (number)
roster-screen-sum = { $pupils ->
    [one] { $pupils } pupil
   *[other] { $pupils } pupils
  }, { $boarders ->
    [one] { $boarders } boarder
   *[other] { $boarders } boarders
  }, { $staff } staff
roster-screen-import = Import roster
roster-screen-new-pupil = New pupil
roster-screen-new-staff = New staff
roster-screen-empty = The roster is empty. Import the school's pupil table first; without one, add people one by one.
roster-screen-find = Number, name, class
roster-screen-by-pinyin = By pinyin
# $count (number)
roster-screen-found = { $count } found
# $page (number)
# $pages (number)
roster-screen-page = Page { $page } / { $pages }
roster-screen-all = All pupils
roster-screen-head-class = Class
roster-screen-head-seat = No.
roster-screen-head-name = Name
roster-screen-head-sex = Sex
roster-screen-head-birth = Born
roster-screen-head-boarding = Boarding
roster-screen-head-student-no = Pupil number
roster-screen-head-post = Post
roster-screen-head-teaches = Classes
roster-screen-head-phone = Phone
roster-screen-nobody-found = Nobody found. Try another spelling, or clear the field to see everyone.
roster-screen-no-staff = No staff yet.
roster-screen-no-pupils = No pupils here yet.
roster-screen-key-class = Class
person-basic = Basics
person-needed = Only name and class are required
person-contact = Guardian and papers
person-history = Enrolment
person-history-note = Moving and leaving count from the day given; earlier figures stay
person-save = Save
person-key-next = Next field
person-area = Person
person-unsaved = Something on this page is not saved yet and would be lost.
person-added = Saved; ready for the next one
person-stored = Saved
person-stored-odd = Saved; please check again
person-to-field = To the field
person-left = Marked as left
person-saved = Saved: { $name }, { $class }. Go on with the next one, or press Esc.
person-saved-staff = Saved: { $name }. Go on with the next one, or press Esc.
person-open = Open
person-place = { $class } no. { $seat }
person-name-missing = A name is needed
person-birth = Date of birth
person-no-such-day = No such day; write it like 2018-06-02
person-unknown = Not given
person-male = Male
person-female = Female
person-boarding = Day or boarding
person-day = Day pupil
person-boarder = Boarder
person-room = Dormitory room
person-guardian = Guardian
person-guardian-phone = Guardian's phone
person-id-number = Identity number
person-remark = Remark
person-class-hint = 31 or the name, ↑↓ to choose
person-class-missing = Choose a class
person-class-several = More than one class; write it out or press ↑↓
person-class-unknown = There is no such class
# $count (number)
person-class-one = { $class }, { $count ->
    [one] { $count } pupil
   *[other] { $count } pupils
  } now
person-class-new = Saving will add the class { $class }
roster-screen-away = Not here
person-left-behind-one = One parent
person-left-behind-both = Both
roster-screen-teacher = Class teacher
roster-screen-teacher-none = Not set yet
roster-screen-teacher-saved = Class teacher saved
person-return = Take in again
person-join-from = In class from
person-move-to = Move to class
person-from = From
person-move = Move
person-leave-on = First day away
person-leave = Mark as left
person-leave-title = Has { $name } left?
person-leave-text = From { $day } this person is no longer counted. Earlier records stay, and this can be undone.
person-rejoin = Take in again
person-staff-history = Time at the school
roster-screen-staff-left = here until { $day }
person-no-class = In no class at present.
person-span = { $from } to { $to }
person-since = since { $from }
import-title = Import review
# $rows (number)
import-source = { $file }, { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
  }
import-another = Another file
import-what = Reads xlsx, xls, ods, csv and tables exported from web pages, of pupils or staff. Nothing is written before you have looked at it.
import-path = File
import-path-hint = such as D:\roster\autumn.xlsx
import-choose = Choose a file
import-read = Read
import-stop = Stop
import-code = Code { $code }
import-stage-reading = Reading
import-stage-comparing = Comparing with the roster
import-stage-backup = Backing up
import-stage-saving = Writing
import-running = The roster is being written. Wait for it to finish, or stop it first.
import-not-yet = Nothing is written yet.
# $columns (number)
# $row (number)
import-header = Header in row { $row }, { $columns ->
    [one] { $columns } column
   *[other] { $columns } columns
  } understood.
# $columns (number)
# $sheets (number)
import-sheets = { $sheets ->
    [one] { $sheets } sheet
   *[other] { $sheets } sheets
  } read, { $columns ->
    [one] { $columns } column
   *[other] { $columns } columns
  } understood.
# $count (number)
import-unused = { $count ->
    [one] { $count } column
   *[other] { $count } columns
  } left out ({ $titles }).
import-empty-cells = Empty cells overwrite nothing.
import-between = {" "}
# $count (number)
import-more = { $what } { $count }
import-doubtful = Doubtful
import-doubtful-note = decide
import-rejected = Rejected
import-rejected-note = not written
import-changed = Changed
import-changed-note = old → new
import-new = New
import-new-note = added
import-unchanged = Unchanged
import-unchanged-note = left alone
import-kept = Kept as edited by hand
import-kept-note = The file does not overwrite what was edited by hand
import-warned = Warnings
import-warned-note = written all the same; check them later
import-missing = Not in the file
import-missing-note = They stay unless you mark them as left
import-head-row = Row
import-head-content = Content
import-head-outcome = What happens
import-empty = (empty)
import-twice-in-file = Another row of the file may be the same pupil: same number, name and birth date, or the same name and class on another sheet
import-one-candidate = Perhaps this person; not certain
# $count (number)
import-candidates = May be one of { $count } people; press 1 again for the next
import-kept-book = { $field }: roster { $book }
import-kept-file = File { $file }
import-change-whole = { $field }: { $old } → { $new }
import-left-behind-no = No
import-left-behind-one = One parent away
import-left-behind-both = Both parents away
import-left-behind-yes = Yes
import-undecided = Undecided
import-not-written = Not written
import-from = From { $day }
import-update = Updated
import-add = Added
import-leave = Left alone
import-keep = Kept
import-check = Written; check
import-stays = Stays
# $after (number)
# $before (number)
import-after = { $after ->
    [one] { $after } pupil
   *[other] { $after } pupils
  } afterwards, { $before } before
# $count (number)
import-write = Write { $count ->
    [one] { $count } row
   *[other] { $count } rows
  }
# $changed (number)
# $new (number)
# $unchanged (number)
import-done-counts = Written: { $new } new, { $changed } changed, { $unchanged } unchanged
import-done-note = Classes and rooms count from { $day }. A backup was made before; the whole import can be undone at any time.
# $count (number)
import-done-more = { $count } more
import-to-roster = Open the roster
import-undo = Undo the whole import
import-undo-title = Undo the whole import?
import-undo-text = Everything this import brought goes back to what it was. Later edits and people with check records stay.
person-boarding-from = First day of another way of boarding, room or group
roster-screen-print = Print name lists and labels
roster-screen-kind = Kind of class
roster-screen-kind-ordinary = Ordinary
roster-screen-kind-multi-grade = Multi-grade
roster-screen-kind-teaching-point = Teaching point
roster-screen-kind-preschool = Preschool
roster-screen-grade = Grade
roster-screen-grade-wrong = 0 to 12, preschool is 0
person-grade = Own grade
person-grade-set = Set grade
roster-screen-export = Export roster
roster-screen-export-to = Save to (.xlsx: pupils and staff, a sheet each; .csv: pupils only; both can be imported again)
roster-screen-export-staff = Only the staff
roster-screen-staff-file-name = { $school } staff { $day }.xlsx
roster-screen-file-name = { $school } roster { $day }.xlsx
