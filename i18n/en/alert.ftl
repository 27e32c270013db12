# $count (number)
alert-more-people = { $count } more
# $hours (number)
alert-report-within = Report within { $hours } h
alert-basis = Rule: { $text } ({ $source }, version { $version })
alert-start-plan = Open emergency plan
# $count (number)
alert-day = { $scope }: { $count } with { $subject } { $day ->
    [today] today
   *[other] on { $day }
}, a reportable cluster
# $count (number)
# $days (number)
alert-days = { $scope }: { $count } with { $subject } { $day ->
    [today] in { $days } days
   *[other] in the { $days } days to { $day }
}, a reportable cluster
alert-severe = { $scope }: 1 with { $subject }, check and report at once
# $count (number)
alert-unknown = { $scope }: { $count } ill, symptoms unknown. Please call
alert-class = Class { $scope }
alert-grade = Grade { $grade }
alert-school = The school
report-meal = Meal group
alert-rule-of = “{ $edition }”, { $rule }
alert-rule-local = “{ $edition }” (local), { $rule }
# $count (number)
alert-day-rule = { $scope }: { $count } with { $subject } { $day ->
    [today] today
   *[other] on { $day }
}. { $rule }
# $count (number)
# $days (number)
alert-days-rule = { $scope }: { $count } with { $subject } { $day ->
    [today] in { $days } days
   *[other] in the { $days } days to { $day }
}. { $rule }
# $count (number)
# $heads (number)
alert-share-rule = { $scope }: { $count } of { $heads } with { $subject } now. { $rule }
alert-missing = No alert has the key { $given }.
alert-missing-remedy = See the keys with alert list; after a correction of a sheet an alert may be gone.
alert-rules-missing = There are no rules “{ $given }” to choose.
alert-rules-missing-remedy = See the ids with rules list; the national standard always judges.
alert-done-answer = Alert answered: { $scope }
alert-done-choose = “{ $rules }” judges from now on
alert-done-put-aside = “{ $rules }” no longer judges
alert-answered = Answered. It will not be shown again unless it grows.
alert-answered-owed = Kept, and off the banner. To whom it was reported is not said, so it stays in To do.
alert-reported-to = Reported to { $to }
alert-seen = Seen
alert-word = { $at } { $by }: { $said }
alert-grew = It has grown since it was answered. Please look again.
alert-rules-on = in use
alert-rules-off = not in use
alert-rules-local = local
alert-rules-unconfirmed = source not confirmed
alert-rules-chosen = chosen { $at } by { $by }
alert-cli-from = All alerts from this day on, each once
alert-cli-answer = Answer an alert: seen, commented, reported, turned into an event; it is not shown again and its duty is done
alert-cli-key = The alert: its number in today's alert list, or its key (shown with --json and --from)
alert-cli-comment = A comment; may be left out
alert-cli-reported-to = To whom it was reported, such as the township clinic
alert-cli-event = Id of the event that it became
alert-cli-rules = Which alert rules judge
alert-cli-rules-list = List the sets of rules: source, whether they judge, who chose them
alert-cli-choose = Use a set of rules or put it aside, from today on; earlier days stay as they were
alert-cli-rules-id = Id of the rules, see rules list
alert-cli-on = Use
alert-cli-off = Put aside
group-kind-meal = Meal group
group-cli-meal = It is a meal group: those who eat together; food poisoning is counted in it
group-screen-meal = It is a meal group
alert-reply = Reply
alert-page-title = Alert
alert-page-save = Save the reply
# $needed (number)
alert-page-days = Counted from { $from } to { $to }, told from { $needed } on; reached since { $raised }
alert-page-comment = What was found and done
alert-page-comment-hint = May stay empty: seen
alert-page-reported = Reported to
alert-page-reported-hint = Such as the clinic; empty if to nobody
alert-page-answer = Reply
alert-page-note = After the reply it leaves the banner. Its duty is done once it says to whom it was reported, or the event made of it was reported; the report log has it too. It comes back if more fall ill.
# $count (number)
alert-page-people = { $count ->
    [one] { $count } person counted
   *[other] { $count } people counted
}
alert-unsaved = The reply is not saved yet and will be lost.
alert-rules-title = Alert rules
alert-period = { $from } to { $to }
# $count (number)
alert-list-count = { $count ->
    [one] { $count } alert
   *[other] { $count } alerts
}
# $count (number)
alert-list-what = { $subject }, { $count }
alert-list-rule = { $edition }: { $rule } ({ $version })
