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
roster-screen-find = Number, name, pinyin initials
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
roster-screen-head-student-no = Student number
roster-screen-head-post = Post
roster-screen-head-teaches = Class teacher
roster-screen-head-phone = Phone
roster-screen-nobody-found = Nobody found. Try another spelling, or clear the field to see everyone.
roster-screen-no-staff = No staff yet.
roster-screen-no-pupils = No pupils here yet.
roster-screen-key-class = class
person-basic = Basics
person-needed = Only name and class are required
person-contact = Guardian and papers
person-history = Enrolment
person-history-note = Moving and leaving count from the day given; earlier figures stay
person-save = Save
person-key-next = next field
person-area = Person
person-unsaved = Something on this page is not saved yet and would be lost.
person-added = Saved; ready for the next one
person-stored = Saved
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
person-move-to = Move to class
person-from = From
person-move = Move
person-leave-on = First day away
person-leave = Mark as left
person-leave-title = Has { $name } left?
person-leave-text = From { $day } the pupil is no longer counted. Earlier records stay, and this can be undone.
person-no-class = In no class at present.
person-span = { $from } to { $to }
person-since = since { $from }
