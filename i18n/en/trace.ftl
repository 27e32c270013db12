# $count (number)
trace-tab-open = Open { $count }
trace-nobody-absent = Nobody is absent ill or for an unknown reason. Whoever is marked so on a check sheet is listed here.
# $count (number)
trace-absences = Open absences { $count }
trace-longest-first = Longest first
# $day (number)
trace-day = Day { $day }
trace-reason-unknown = Reason not known
trace-symptoms-unknown = Symptoms not known
trace-key-move = Choose
trace-key-person = Personal file
