group-kind-bus = Bus line
group-kind-free = Group
group-done-set = Group “{ $group }” changed
group-done-close = Group “{ $group }” closed
# $count (number)
group-done-join = { $count ->
    [one] { $count } pupil joined
   *[other] { $count } pupils joined
} “{ $group }”
# $count (number)
group-done-leave = { $count ->
    [one] { $count } pupil left
   *[other] { $count } pupils left
} “{ $group }”
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
group-cli-class = All pupils of a class
group-cli-find = All pupils whom a search finds, written as in roster list --find
# $count (number)
group-changed = { $count ->
    [one] Saved: { $count } pupil
   *[other] Saved: { $count } pupils
}
group-screen-mark = Mark pupils
# $count (number)
group-screen-mark-all = Mark all ({ $count })
group-screen-mark-none = Mark none
group-screen-mark-end = Stop marking
# $count (number)
group-screen-marked = { $count } marked
group-screen-mark-hint = Enter or a click marks a row; other classes and searches add to them
group-screen-mark-from = From
group-screen-mark-into = Into { $group }
group-screen-mark-out = Out of { $group }
group-screen-mark-key = Mark
# $count (number)
group-done-room = { $count ->
    [one] { $count } pupil
   *[other] { $count } pupils
} moved into { $room }
# $count (number)
group-done-no-room = { $count ->
    [one] { $count } pupil has
   *[other] { $count } pupils have
} no room any more
# $count (number)
group-done-boarding = { $count ->
    [one] { $count } pupil
   *[other] { $count } pupils
}: day or boarding set to “{ $what }”
# $count (number)
group-done-left-behind = { $count ->
    [one] { $count } pupil
   *[other] { $count } pupils
}: parents away changed
group-screen-room = Room
group-screen-room-hint = such as 2-203
group-screen-into-room = Move in
group-screen-out-of-room = No room
group-screen-set-left-behind = Parents away
group-cli-left-behind = Parents away: 否 no, 单亲 one, 双亲 both, 是 yes, or 未填 not given
group-cli-many-boarding = 走读 day, 住校 boarder, or 未填 not given
group-cli-set-left-behind = Say of one or several pupils whether parents are away
