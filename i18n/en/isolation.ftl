isolation-observation = Observation
isolation-isolation = Isolation
isolation-back-to-class = Back to class
isolation-taken-home = Taken home
isolation-hospital = To hospital
isolation-released = Period over
isolation-under-way = day { $day }
isolation-until = until { $day }
isolation-over = ran out on { $day }: end or extend it
isolation-not-followed = Nobody has looked today
isolation-nobody = Nobody is under observation or in isolation
isolation-none = No observation or isolation has the key “{ $given }”
isolation-none-remedy = See the keys with isolation list.
isolation-ended = This observation or isolation has ended
isolation-ended-remedy = If it ended wrongly, undo that first; if it began again, record a new one.
isolation-before-beginning = That time is before the beginning or before the last look
isolation-before-beginning-remedy = Check the time; it is written like 2026-11-23T09:10.
isolation-under-way-already = This person is under observation or in isolation already
isolation-under-way-remedy = Add to the one that is under way, or end it.
isolation-done-begin = Observation or isolation begun
isolation-done-revise = Observation or isolation changed
isolation-done-follow = Look recorded
isolation-done-end = Observation or isolation ended
isolation-cli = Observation and isolation
isolation-cli-begin = Begin an observation or isolation
isolation-cli-follow = Record a measurement or a call
isolation-cli-revise = Add place, call to the family, hospital, disinfection …
isolation-cli-end = End it
isolation-cli-list = Observations and isolations of a day or a period
isolation-cli-id = Key, see isolation list
isolation-cli-kind = Kind: observation or isolation
isolation-cli-at = Time (default: now)
isolation-cli-place = Place, such as the observation room
isolation-cli-found-at = Where it was noticed
isolation-cli-found-by = Who noticed it
isolation-cli-until = Last day of the isolation
isolation-cli-called = When the family was called
isolation-cli-came = When the family came
isolation-cli-hospital = Hospital
isolation-cli-transport = How the person was taken there
isolation-cli-disinfected = When the place was disinfected
isolation-cli-disinfected-by = Who disinfected it
isolation-cli-how = Outcome: back_to_class, taken_home, hospital or released
isolation-cli-looked-by = Who measured or called (default: the operator)
isolation-cli-from = From this day
isolation-cli-to = To this day (default: the day of --from)
# $count (number)
isolation-people = Kept apart { $count }
isolation-begun = Since { $at }, recorded by { $by }
isolation-title = { $name }, { $class }: { $kind }
isolation-temperature = Temperature (℃)
isolation-symptoms = Symptoms now
isolation-follow = Record this look
# $count (number)
isolation-done-contacts = { $count ->
    [one] { $count } contact
   *[other] { $count } contacts
} recorded
isolation-begin = Begin observation
isolation-who = Who
isolation-place = Place
# $count (number)
isolation-done-chosen = { $count ->
    [one] { $count } contact
   *[other] { $count } contacts
} chosen
isolation-details = Add details
isolation-details-of = Details: { $name }, { $kind }
isolation-detail-fact = { $label }: { $value }
isolation-detail-until = Last day
isolation-detail-found-at = Where noticed
isolation-detail-found-by = Noticed by
isolation-detail-called = Family called at
isolation-detail-came = Family came at
isolation-detail-hospital = Hospital
isolation-detail-transport = Taken there by
isolation-detail-disinfected = Disinfected at
isolation-detail-disinfected-by = Disinfected by
isolation-details-save = Save details
isolation-details-unsaved = The details typed are not saved yet
isolation-time-hint = such as 11-23 08:15
isolation-time-to-come = That time has not come
isolation-proposed = proposed until { $day } ({ $by })
isolation-by-rule = { $disease }: { $rule }
isolation-by-clinic = { $disease }: the day of return that the clinic set
isolation-by-watch = { $disease }: the watch over contacts ends
isolation-cli-case = Patient or contact of which case; without it the own open case or the list of contacts tells
