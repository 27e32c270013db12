# $count (number)
trace-tab-open = Open { $count }
trace-nobody-absent = Nobody is absent ill or for an unknown reason. Whoever is marked so on a check sheet is listed here.
# $count (number)
trace-absences = Open absences { $count }
# $day (number)
trace-day = Day { $day }
trace-reason-unknown = Reason not known
trace-symptoms-unknown = Symptoms not known
trace-key-move = Choose
trace-key-tabs = Other tabs
trace-key-person = Personal file
trace-unreached = Nobody answered
trace-no-symptoms = No symptoms any more
trace-not-seen = No doctor seen
trace-seen = Seen by a doctor
trace-seen-at = Seen at { $hospital }
trace-diagnosed = Diagnosis: { $name } ({ $basis })
trace-similar = Others ill at home
trace-said = { $who }: { $said }
trace-basis-certificate = certificate
trace-basis-guardian = told by the family
trace-closed-diagnosed = Named diagnosis
trace-closed-returned = Back and well on { $day }
trace-closed-ended = No doctor, symptoms ended on { $day }
trace-closed-other = Not absent because of illness
trace-closed-left = Left the school, last day { $day }
trace-done = A call for { $group } written down
trace-done-removed = A call taken away
trace-error-not-absent = Around { $on } this person was not absent ill or for an unknown reason
trace-error-not-absent-remedy = Record the absence on a check sheet and confirm it first, or check the day.
trace-error-not-yet = { $at } has not come yet
trace-error-not-yet-remedy = Write down calls that were made; what was agreed is the next call.
trace-error-next-before = The next call { $next } is not after this one at { $at }
trace-error-next-before-remedy = Give a later time, or none.
trace-error-unreached = A call that nobody answered has no answers
trace-error-unreached-remedy = If somebody answered, say so; else give only a note and the next call.
trace-error-wrong-day = { $field } { $on } does not lie between this absence and this call
trace-error-wrong-day-remedy = Check the day.
trace-error-no-diagnosis = The diagnosis has no name
trace-error-no-diagnosis-remedy = Name it, and say whether a certificate was seen or the family told it.
trace-error-no-such = There is no such call
trace-error-no-such-remedy = trace list shows the key of every call.
# $number (number)
trace-call-number = Call { $number }
trace-none-closed = No absence has ended in the last 30 days.
# $hours (number)
trace-notice-class = { $name } is a { $class } disease: saving makes it a case and starts a clock of { $hours } hours
# $hours (number)
trace-notice = { $name } is to be reported: saving makes it a case and starts a clock of { $hours } hours
trace-class-a = class A
trace-class-b = class B
trace-class-c = class C
trace-cli-trace = Follow-ups of absences
trace-cli-list = List absences with their follow-ups, by next call
trace-cli-list-open = Only the open ones (default)
trace-cli-list-closed = Only those that ended in the last 30 days
trace-cli-add = Write a call down; a diagnosis without a next call ends the tracing
trace-cli-person = Key of the person (key of roster list)
trace-cli-at = When the call was made; now if absent
trace-cli-unreached = Nobody answered
trace-cli-with = Who answered
trace-cli-relation = How that person is related to the pupil
trace-cli-phone = The number that was dialled
trace-cli-symptom = Code of a symptom of today, repeatable, written into the day's sheet; codes: see check record
trace-cli-no-symptoms = There are no symptoms any more
trace-cli-hospital = Where a doctor was seen
trace-cli-diagnosis = Diagnosis
trace-cli-basis = What the diagnosis stands on: told by the guardian, or a certificate
trace-cli-ill-at-home = Whether others at home are ill in the same way
trace-cli-sent-where = Where the person is: at home, in hospital …
trace-cli-next-call = The next call as agreed
trace-cli-close = End the tracing
trace-cli-close-diagnosis = There is a named diagnosis
trace-cli-returned = Day of return in good health
trace-cli-symptoms-ended = Day on which the symptoms ended without a doctor
trace-cli-other-reason = Not absent because of illness: becomes leave on the check sheet
trace-cli-remove = Take away a call that was none
trace-cli-id = Key of the call (traces of trace list)
trace-key-talk = Write the call
trace-by-next-call = By next call
trace-call-list = Call list
trace-back-unwell = Back, not well
trace-not-back = Not back yet
# $seat (number)
trace-seat = No. { $seat }
# $age (number)
trace-age = { $age } years
trace-lives = Lives at { $place }
trace-no-phone = The roster has no number; add one in the personal file
trace-symptoms = Symptoms today
trace-none = None
trace-more = More
trace-doctor = Doctor
trace-hospital = Hospital
trace-diagnosis = Diagnosis
trace-diagnosis-hint = Empty while there is none
trace-basis = Stands on
trace-note = Note
trace-at-home = Others ill at home
trace-similar-no = No
trace-similar-yes = Yes
trace-where = Where
trace-where-hint = At home, in hospital, with relatives
trace-ends = Ends the tracing
trace-end-returned = Back and well
trace-end-symptoms = Symptoms gone, no doctor
trace-end-other = Not ill
trace-next = Next call
trace-next-hint = Such as: tomorrow 09:00
trace-next-none = No further call
trace-next-wrong = Write it as tomorrow 09:00, 16:00 or 11-24 09:00, and later than now
trace-save = Save this call
# $count (number)
trace-unsaved = { $count } calls are filled in and not written down yet.
# $count (number)
trace-paper-unchecked = { $count } classes not checked
trace-paper-no-call = No calls today
trace-paper-early = Early symptoms
trace-paper-suspected = Suspected disease
trace-paper-absent = Absent ill
trace-paper-open = To be traced
trace-correction-reason = Told on the telephone at { $at }
trace-cause-unknown = Cause not known
trace-cause-symptoms = Symptoms only
trace-no-absences = Nobody was absent ill or for an unknown reason in this period.
trace-cli-absence = Illness absences of a period
trace-cli-absences = List absences: from, to, half days, cause; one course of illness is one
trace-cli-rates = Rates of absence and of illness absence, days per pupil, episodes per pupil, by class, month and cause
trace-cli-from = First day; the first of the term if absent
trace-cli-to = Last day; today if absent
trace-head-pupils = Pupils
trace-head-absence = Absent
trace-head-illness = Absent ill
trace-head-mean = Ill days each
trace-head-episodes = Episodes
trace-rates-all = School
# $checked (number)
# $due (number)
trace-rates-checked = From { $checked } confirmed class sheets of { $due } that were due; days of pupils in brackets
# $episodes (number)
trace-rates-cause = { $cause }: { $episodes } episodes, { $days } days
trace-tab-closed = Ended
trace-tab-rates = Rates
# $count (number)
trace-closed-absences = Ended in 30 days { $count }
trace-latest-first = Latest first
trace-no-calls = No call was made
trace-rates-week = Week
trace-rates-month = Month
trace-rates-term = Term
trace-rates-year = Year
trace-rates-classes = Classes
trace-rates-months = Months
trace-rates-causes = Causes
trace-rates-rows = Illness absences
trace-head-class = Class
trace-head-ill-days = Ill days
trace-head-taught = Taught days
trace-days-lost = { $days } days
trace-rates-nothing = No sheet of this period is confirmed, so there are no rates.
trace-rates-source = Absent ill = days lost by illness ÷ days taught; ill days each = days lost by illness ÷ pupils; episodes = illness absences ÷ pupils, one course of illness counted once. Only confirmed sheets count.
trace-key-period = Choose the period
trace-paper-diagnosed = { $name } ({ $basis })
# $checked (number)
# $due (number)
trace-rates-from = From { $checked } confirmed class sheets of { $due } that were due.
trace-is-case = Became a case
# $hours (number)
trace-noticed = { $name } is a case now: report within { $hours } hours
trace-remove = Remove
