group-kind-bus = Bus line
group-kind-free = Group
group-done-set = Group “{ $group }” changed
group-done-close = Group “{ $group }” closed
group-done-join = A pupil joined “{ $group }”
group-done-leave = A pupil left “{ $group }”
group-missing = There is no bus line or group “{ $given }”.
group-missing-remedy = Check the name; closed ones are no longer listed. Add it first if it is new.
group-exists = There is a “{ $label }” already.
group-exists-remedy = Choose another name, or use the one that is there.
group-cli = Bus lines, clubs and other groups beside the classes
group-cli-list = List bus lines and groups with their pupils of the day
group-cli-add = Add a bus line or a group
group-cli-label = Name
group-cli-bus = It is a bus line: a pupil is on one at a time
group-cli-rename = Give it another name
group-cli-group = Name or key of the bus line or group
group-cli-close = Close it; its pupils leave on that day
group-cli-on = First day without, today if absent
group-cli-join = Put pupils into it
group-cli-leave = Take pupils out of it
group-cli-person = Key of the pupil; can be given several times
group-cli-only = Only pupils of this bus line or group
group-cli-boarding = Day pupil or boarder from a day on; head-counts of the days before stay
group-cli-kind = Set kind and grade of a class
group-cli-kind-kind = Kind: ordinary, multi_grade (several grades in one room), teaching_point, preschool
group-cli-grade = Grade: 0 is preschool, 1 to 9, upper secondary 10 to 12
group-cli-pupil-grade = Set the grade of one pupil, for classes of several grades
print-label-place = { $class } · No. { $seat }
group-screen-name = Name of the line or group
group-screen-new = New bus line or group
group-screen-hint = Such as East, Lunch
group-screen-bus = It is a bus line
group-screen-add = Add
group-screen-saved = Saved
group-screen-close = Close
group-screen-close-title = Close “{ $label }”?
# $count (number)
group-screen-close-text = { $count ->
    [one] { $count } pupil leaves
   *[other] { $count } pupils leave
  } it today; the records of the days before stay.
group-screen-person = Bus line and groups, joined or left on the day above
