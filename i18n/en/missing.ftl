missing-none = All check sheets are in
missing-late-since = { $at }, late
missing-title = To call
missing-head-teacher = Class teacher
missing-head-phone = Telephone
missing-head-wanted = Wanted by
missing-check = Classes whose check sheet is not in: teacher, telephone, wanted by
missing-session = Session (default: the one that fits the hour); all: every session of the day
missing-deadline = Hour by which sheets are wanted, as SESSION=TIME, for instance morning=08:20; auto: that of the rules
missing-deadlines = Sheets wanted by
missing-deadline-usual = Rule: { $at }
missing-deadline-from = from { $day }
missing-deadline-wrong = Write it as 08:20
missing-deadline-text = The latest hour at which teachers hand in their sheets. Whether a sheet is late is judged by when it was handed in; where sheets have come in today, a new hour holds from tomorrow.
