gate-title = At the gate
gate-into = Into: { $session }
gate-find = Find
gate-find-hint = Number, pinyin, name, or 71 12
gate-how = Type a number, the initials of a name in pinyin, or a name: the whole school is searched. With the class it is quicker, for instance 71 12. Enter registers this person.
gate-nobody = Nobody in the school fits
gate-who = { $class }, no. { $number }
gate-file = File, next
gate-instrument = Thermometer
gate-limit = Limit at the gate { $limit } ({ $site })
gate-empty = Neither a temperature nor a symptom yet
gate-unsaved = What was typed about this person is not filed.
gate-nothing = Nobody was measured at the gate today
# $count (number)
gate-day = Measured today: { $count }
# $count (number)
gate-waiting = { $count } to measure again
gate-retest-at = again at { $at }
gate-in = { $class } · { $session }
gate-filed = Filed: { $class }, { $session }
gate-filed-day = Filed: { $class }, { $session }; it counts at once and needs no confirming
gate-filed-retest = Filed: { $class }, { $session }; at or over the limit, measure again at { $at }
gate-key-entry = Register
gate-key-temperature = is 37.6
# $count (number)
gate-not-one = { $count ->
    [0] Nobody fits “{ $given }”.
   *[other] { $count } people fit “{ $given }”.
}
gate-not-one-remedy = Say more, for instance 71 12, or name the key with --person.
gate-cli = At the gate: temperature and symptoms of one person; without a person, who was measured that day
gate-cli-find = Number, pinyin, name, or class and number; exactly one person must fit
gate-cli-instrument = What it was taken with; it decides the site where no @site is written
gate-cli-limits = Every temperature limit by purpose and site with its source, unconfirmed ones too
gate-applies = applies
gate-unconfirmed = not confirmed, does not apply
gate-purpose = { $purpose ->
    [entry_gate] Gate
    [ili] Influenza-like illness
   *[other] Check sheet
}
gate-still-high = Still at the limit
gate-normal = Normal
