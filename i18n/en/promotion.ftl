promotion-nobody = No pupil can go up to { $year }: the classes of the year before are empty, or everybody has gone up.
promotion-nobody-remedy = Look at the classes of { $year } first; name the school year if another one is meant.
promotion-earlier-first = Pupils are still in classes of an earlier year; the promotion to { $year } comes first.
promotion-earlier-first-remedy = Promote to { $year } first, then to the years after it.
promotion-no-name = A class has no name to go up to.
promotion-no-name-remedy = Give a class name, or choose to go up or to leave.
promotion-which-system = Two school systems fit the grades there are, and other classes would leave by each.
promotion-which-system-remedy = Choose the school system first (the arrows at the top of the window, --system on the command line), then promote.
# $count (number)
promotion-undo-word = Promotion to { $year }, { $count ->
    [one] { $count } pupil
   *[other] { $count } pupils
  }
promotion-cli = Promotes the whole school: up, held back, merged, split, leaving (can be undone)
promotion-cli-to-year = School year to go up to, such as 2026-2027 (default: the one that has begun without it, else the next)
promotion-cli-dry-run = Only show, write nothing
promotion-cli-system = School system: primary-six, junior-three, nine-year, senior, secondary, twelve-year, primary-five, junior-four, nine-year-54, preschool (default: as set, else by the classes)
promotion-cli-hold-back = Pupil who does the year again, repeatable; the class may be named
promotion-cli-place = Pupil who goes into another class, repeatable
promotion-cli-leaver = Pupil who leaves with the old year, repeatable
promotion-cli-rename = Class with another name: old=new, repeatable
promotion-cli-merge = Old classes into one new class, repeatable
promotion-cli-split = One old class into several, dealt out by seat, repeatable
promotion-cli-leave = Class that leaves the school, repeatable
promotion-cli-stay = Class that does the year again as a whole, repeatable
promotion-cli-new-teachers = Class teachers do not go up with their class
promotion-cli-keep-seats = Pupils keep their numbers
promotion-cli-school-system = School system, ids as for roster promote; auto: by the classes
promotion-cli-undo = Takes the last promotion back
promotion-dry = This is a preview; nothing was written.
promotion-written = The school has gone up to { $year }; `undo` takes it back in one step.
promotion-terms-proposed = The terms of the new year are not set. These days are proposed; change them to the official calendar:
promotion-years = { $from } → { $to }
promotion-new-classes = Classes of { $year }
promotion-class-leaves = Leaves the school
promotion-pupil-leaves = Leaves
promotion-unsure = Please check
# $after (number)
# $before (number)
# $held (number)
# $leaving (number)
# $up (number)
promotion-total = { $before } now: { $up } up, { $held } held back, { $leaving } leaving; { $after } afterwards
promotion-title = New school year
promotion-classes = Classes
promotion-notice = This is a preview. The new classes begin on { $day }; earlier classes, numbers and records stay. A backup is made first, and one step takes it back.
# $days (number)
promotion-far = The new year begins on { $day }, in { $days ->
    [one] { $days } day
   *[other] { $days } days
  }. The school may go up ahead: it counts from that day on.
promotion-late = The new year began on { $day }. The promotion counts from that day on; earlier numbers stay.
promotion-system = School
promotion-system-fits = By the classes
promotion-teachers = Teachers go up with their class
promotion-seats = Keep the numbers
promotion-head-old = Class now
promotion-head-pupils = Pupils
promotion-head-to = New year
promotion-head-apart = Apart
promotion-head-way = Way
promotion-head-seat = No.
promotion-way-up = Up
promotion-way-again = Again
promotion-way-leave = Leaves
promotion-with-class = With class
promotion-changed = Changed
promotion-split = Split
promotion-outgrown = Outgrown
promotion-target = Goes to
promotion-target-hint = Name; + splits
promotion-target-pupil-hint = Another class
promotion-target-unknown = No class has this name and it tells no grade. Enter once more makes a class of that name; otherwise write it like 41 or 四（1）.
promotion-pupils = Pupils
promotion-search = Number, name or pinyin
promotion-nobody-found = No such pupil in this class.
# $count (number)
promotion-there = { $count } there
# $count (number)
promotion-unsure-count = { $count } to check
promotion-write = Go up to { $year }
promotion-stage-planning = Planning
promotion-restart = Start again
promotion-running = The promotion is being written; leaving stops it and changes nothing.
promotion-unsaved = What you changed is not written yet and would be lost.
promotion-undo = Undo the promotion
promotion-undo-title = Undo the whole promotion?
promotion-undo-text = All pupils go back to their old classes and the new classes go away. What was changed later stays.
# $classes (number)
# $held (number)
# $leaving (number)
# $up (number)
promotion-done = { $year }: { $up } went up, { $held } held back, { $leaving } left; { $classes } classes
promotion-done-note = The new classes count from { $day }; until then the old ones do. Import a roster file for the new first grade.
promotion-terms = Terms of { $year }
promotion-terms-note = Taken from the year before; change them when the calendar is out.
promotion-terms-set = Set the terms
promotion-terms-are-set = They are set. Enter holidays and days made up for in the settings.
promotion-terms-stored = Terms set
promotion-key-target = Where to
# $count (number)
today-behind = The new school year has begun and { $count ->
    [one] { $count } pupil is
   *[other] { $count } pupils are
  } still in last year's classes. Go up to the new year to go on with the checks.
# $count (number)
roster-screen-behind = { $count ->
    [one] { $count } pupil is
   *[other] { $count } pupils are
  } still in last year's classes; Ctrl+U goes up to the new year
promotion-later = { $class } { $name }: sheets of the new year have counted by the list as it was; holds from { $day } on
# $count (number)
promotion-later-count = { $count } counted already, from a later day
