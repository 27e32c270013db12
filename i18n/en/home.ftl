home-off = Days at home and reviews of returns are not switched on
home-off-remedy = If you need them, switch them on in Settings first, or run home on.
home-no-batch = No batch is called “{ $given }”
home-no-batch-remedy = See the names of the batches with return batch list.
home-no-batches = There is no batch yet
home-no-batches-remedy = First say which classes come back on which day.
home-empty-batch = Nobody would come back with this batch
home-empty-batch-remedy = Choose grades, classes or the staff.
home-not-in-batch = This person does not come back with this batch
home-not-in-batch-remedy = Check the classes of the batch, or take another batch.
home-reason-to-approve = Conditions that do not hold or are not known: { $conditions }
home-reason-to-refuse = Every condition holds, and no reason was given for keeping the person back
home-reason-remedy = Say why; then it is done as you say, and marked.
home-name-needed = Nobody is named who decides
home-name-needed-remedy = Name the reviewer, or set the operator in Settings first.
home-no-condition = No condition of return is called “{ $given }”
# $given (number)
home-bad-number = The number { $given } is out of range
# $least (number)
# $most (number)
home-bad-number-remedy = Give { $least } to { $most }; a condition without a number takes none.
home-morning = morning
home-evening = evening
home-met = met
home-unknown = not known
home-failing = not met
home-decided-open = open
home-decided-approved = approved
home-decided-against = approved by exception
home-decided-refused = kept back
# $count (number)
home-reason-missing = { $count ->
    [one] { $count } day
   *[other] { $count } days
} not recorded: { $days }{ $count ->
    [1] {""}
    [2] {""}
    [3] {""}
   *[other] {" "}…
}
# $days (number)
home-reason-to-come = { $days ->
    [one] { $days } day
   *[other] { $days } days
} to come
home-reason-high = { $day } { $slot } { $value } ℃
home-reason-day = { $day } { $what }
home-reason-screened = screening open since { $day }
home-reason-no-commitment = commitment not returned
home-reason-no-certificate = ill since { $day }, no certificate
home-reason-said-no = the reviewer's answer is no
home-reason-not-asked = not answered yet
home-done-on = Days at home and reviews switched on
home-done-off = Days at home and reviews switched off
home-done-condition = Condition of return changed
# $count (number)
home-done-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
} at home recorded
home-done-batch = Batch changed
home-done-remove-batch = Batch removed
home-done-facts = Papers of a return noted
home-done-approve = A return approved
home-done-refuse = A return put off
home-done-reopen = A decision on a return taken off
# $count (number)
home-done-approve-all = { $count ->
    [one] { $count } return
   *[other] { $count } returns
} approved
# $people (number)
todo-home-days = { $batch }: days at home of { $people } not recorded
# $people (number)
todo-reviews = { $batch }: { $people } not reviewed yet
# $people (number)
todo-screenings = { $people } on the screening list to be called
home-is-on = on
home-is-off = off
home-number-tenths = limit { $value } ℃
# $days (number)
home-number-days = { $days ->
    [one] { $days } day
   *[other] { $days } days
}
home-nobody = Nobody
home-nil = none
home-without-batch = Classes in no batch yet: { $classes }
home-doubled = Classes in two batches: { $classes }
# $count (number)
home-people = { $count ->
    [one] { $count } person
   *[other] { $count } people
}
# $count (number)
home-approved = { $count } approved
# $count (number)
home-refused = { $count } kept back
# $count (number)
home-undecided = { $count } open
# $count (number)
home-unrecorded = { $count } with gaps
# $approved (number)
# $skipped (number)
home-approved-all = { $approved } approved; { $skipped } left open because a condition does not hold or is not known
home-cli = Days at home (14 days of temperatures): switch on, conditions, records
home-cli-on = Switch on days at home, reviews of returns and screenings
home-cli-off = Switch off; what was recorded stays
home-cli-conditions = Conditions of return: whether they hold, number, source
home-cli-condition = Switch a condition on or off, or change its number, from today on
home-cli-condition-id = Id of the condition, see home conditions
home-cli-condition-on = Whether it holds: yes or no
home-cli-condition-number = Number: days, or tenths of a degree of the axillary limit (373)
home-cli-show = The days at home of a class
home-cli-class = Class, or staff
home-cli-batch = Name or key of the batch (default: the next one)
home-cli-record = Record a day of somebody; what is not named stays
home-cli-day = Day
home-cli-morning = Morning temperature, such as 36.5 or 36.8@forehead
home-cli-evening = Evening temperature
home-cli-mark = Outing or contact: away, risk_area, contact; may be repeated
home-cli-nil = The paper says no symptom and no outing
home-cli-signed = Guardian who signed
home-cli-clear = Forget what the day held before
home-cli-sheet = Type somebody's paper sheet from left to right
home-cli-from = First day
home-cli-values = Morning/evening of each day, such as 365/366; - for none
home-cli-batches = Batches of the return
home-cli-batches-list = The batches in figures
home-cli-batch-put = Make a batch, or change the one of that name
home-cli-batch-name = Name of the batch, such as First
home-cli-batch-day = Day of the return
home-cli-batch-rename = New name
home-cli-batch-class = Class, may be repeated; takes the place of those before
home-cli-batch-grade = Whole grade, may be repeated; takes the place of those before
home-cli-batch-staff = Whether the staff comes too: yes or no
home-cli-batch-remove = Remove a batch with its reviews
home-cli-review = Reviews of returns
home-cli-review-list = Everybody with the conditions that do not hold
home-cli-facts = Note commitment, certificate and the reviewer's answers
home-cli-commitment = Day on which the commitment came back; no: it has not
home-cli-answer = Answer to a condition that the reviewer asks, such as family=yes
home-cli-approve = Approve a return
home-cli-refuse = Put a return off
home-cli-reason = Why; needed against a condition, or where all hold and the return is put off
home-cli-reopen = Take a decision off
home-cli-approve-all = Approve those of a class or batch who meet every condition
home-cli-decided-by = Who decides (default: the operator)
screening-none = No screening has the key “{ $given }”
screening-none-remedy = See the keys with screening list.
screening-closed-already = This screening is closed
screening-closed-remedy = If it was closed wrongly, undo that first; list the person again for something new.
screening-before = The days or times are in the wrong order
screening-before-remedy = Check: came before left, called after listed, the next call after this one.
screening-nothing = Nothing was said
screening-nothing-remedy = Name the place or the contact; of a call say what was learned.
screening-listed-already = This person is on the list already
screening-listed-remedy = Add to what is listed.
screening-unknown-day = unknown day
screening-journey = { $place } ({ $from } to { $to })
screening-contact = contact: { $contact }
screening-next = next call { $at }
screening-nobody = Nobody is on the screening list
screening-done-list = Somebody listed for screening
screening-done-revise = Screening changed
screening-done-talk = Screening call recorded
screening-done-close = Screening closed
screening-cli = Screening of people from risk areas
screening-cli-list = The screening list, those to be called first
screening-cli-all = Closed ones too
screening-cli-add = List somebody
screening-cli-listed = Day on which the school learned of it (default: today)
screening-cli-place = Where the person was
screening-cli-from = Came there on
screening-cli-to = Left on
screening-cli-contact = Whom the person met, and when
screening-cli-source = Where the news comes from, such as village office, family, police
screening-cli-revise = Change journey or contact
screening-cli-id = Key, see screening list
screening-cli-talk = Record a call
screening-cli-what = What was learned
screening-cli-at = When (default: now)
screening-cli-called-by = Who called (default: the operator)
screening-cli-phone = Telephone
screening-cli-next = When to call again
screening-cli-close = Close it
screening-cli-how = How: no_link, observed, handed_over, left
home-title = Days at home and return to school
home-module = Switched on (14 days at home before opening, reviews, screening)
# $count (number)
home-tab = { $count ->
    [0] Return to school
   *[other] Return to school { $count }
}
home-part-days = Days at home
home-part-reviews = Reviews
home-part-batches = Batches
home-part-screenings = Screening
home-batch-of = { $batch } (back on { $day })
# $open (number)
# $people (number)
# $unrecorded (number)
home-group-state = { $class }: { $people } people, { $unrecorded } with gaps, { $open } to review
home-key-digit = temperature
home-key-row-nil = row: none
home-key-signed = signed
home-key-nil = day: none
home-key-next = next person
home-key-move = choose
home-key-class = other class
home-not-yet = { $day } has not come: nothing can be recorded
home-nothing-measured = No temperature in this row yet: there is nothing to sign or to call none
home-guardian = guardian
home-unsaid = not said
home-strip-symptoms = Symptoms: { $said }
home-strip-marks = Outings, contacts: { $said }
home-strip-signed = Signed: { $who }
home-how = 5 is 36.5; what begins with 3 takes three digits, such as 372; from 40 on press + and then three digits. 0 is none, blank is not said. Symptom letters as on the check sheet; { $marks }
home-approve = Approve
home-refuse = Put off
home-approve-all = Approve all who meet everything
home-commitment = Commitment returned
home-all-met = Every condition met
home-decided = { $by } { $when }: { $decision }
home-changed = The records have changed since the decision: look again
home-note-certificate = Note it
home-certificate = Hospital or clinic of the certificate
home-reason = Reason
home-by = Reviewer
home-who = { $class }, no. { $no }, { $name }
home-yes = Yes
home-no = No
home-reopen = Take the decision off
home-unsaved = What was typed is not saved
home-batch-new = New batch
home-batch-edit = Change batch
home-batch-remove = Remove batch
home-batch-save = Save batch
home-batch-name = Name of the batch
home-batch-day = Day of the return
home-batch-grades = Whole grades
home-batch-classes = Single classes and the staff
home-batch-day-wrong = Give the day of the return
screening-new = List somebody
screening-talk = Record this call
screening-what = What was learned
screening-phone = Telephone
screening-next-day = Next call
screening-next-wrong = The day of the next call does not exist
screening-close = Close (what is typed above becomes the remark)
screening-source = Source: { $source }
screening-listed = listed by { $by } on { $day }
screening-talked = { $at } { $by }
screening-who = { $class }, { $name }
screening-place = Where the person was
screening-from = Came there
screening-to = Left
screening-whom = Whom the person met, and when
screening-from-whom = Where the news comes from
screening-save = Put on the list
home-condition-why = { $condition } ({ $why })
screening-call = { $at } { $by }: { $what }
home-limit-note = Tell the class teacher the same day about { $limit } ℃ or more under the arm.
