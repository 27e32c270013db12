own-rule-field = { $key ->
    [count] Persons
    [days] Days
    [share] Percent of the head-count
    [report_hours] Reporting limit
    [tenths] Temperature in °C
    [temperature] Temperature in °C
    [first_by] First call by
    [first_minutes] Time for the first call
    [next_by] Later calls by
    [again_minutes] Call again after
    [last_hour] No call again after
    [look_back_days] Looked back for
    [after_minutes] Measure again after
    [deadline] By
    [closing_days] Closing report
    [progress_by] Progress report daily by
    [a] Class A
    [managed_as_a] Class B managed as A
    [b] Other class B
    [c] Class C
    [emerging] Unexplained or new
    [other] Other diseases
    [cluster] Clusters and severe signs
    [outbreak] Outbreaks
    [ungraded] Not graded
    [iv] Level IV
    [iii] Level III
    [ii] Level II
    [i] Level I
    [watch_days] Contacts are watched
    [days_from_onset] After onset
    [days_after_symptoms] After the symptoms
    [days_of_treatment] After treatment began
    [doubtful_days] Onset is questioned before
    [near_days] Shown ahead
    [look_deadline] Looked at daily by
    [return_deadline] Returns checked by
    [morning] Morning
    [noon] Noon
    [evening] Evening
    [from] From
    [half_days] Half days
    [records_before_days] Records in before
    [records_hour] Records by
    [review_show_days] Reviews shown ahead
    [review_before_days] Reviews done before
    [review_hour] Reviews by
    [call_hour] Calls by
    [keep_days] Records kept
    [number] Number
   *[any] { $key }
}
own-rule-part = { $part ->
    [sessions] Sessions
    [morning] Morning
    [noon] Noon
    [evening] Evening
    [holiday] Holidays
    [temperature] Temperature
    [limits] Limits
    [retest] Retest
    [tracing] Following absences
    [report] Daily report
    [package] USB package
    [plan] Emergency plan
    [onset] Onset
    [care] Observation and returns
    [check_sheet-axillary] Check sheet, axillary
    [check_sheet-forehead] Check sheet, forehead
    [check_sheet-ear] Check sheet, ear
    [check_sheet-oral] Check sheet, oral
    [entry_gate-axillary] Gate, axillary
    [entry_gate-forehead] Gate, forehead
    [ili-axillary] Influenza-like illness, axillary
    [home] Watching at home
    [duty] When due
    [axillary] Axillary
    [forehead] Forehead
    [ear] Ear
    [oral] Oral
   *[any] { $part }
}
own-rule-mark = {" (own)"}
own-rule-hours = { $name } (hours)
own-rule-minutes = { $name } (minutes)
own-rule-days = { $name } (days)
own-rule-text = The school's own: { $name } { $value } (was { $shipped }). { $said }
own-rule-line = Own: { $value } from { $from }; source: { $source }; approved by { $by }
own-rule-none = No such figure
own-rule-file-head = Figures of a school's own for chenjian, each with its source and approver; another school can import them
# $count (number)
own-rule-exported = { $count } own { $count ->
    [one] figure
   *[other] figures
} written
# $count (number)
own-rule-imported = { $count } own { $count ->
    [one] figure
   *[other] figures
} taken
# $count (number)
own-rule-done = { $count } own { $count ->
    [one] figure
   *[other] figures
} set
own-rule-done-withdrawn = An own figure withdrawn
own-rule-no-figure = The rules have no figure { $given }
own-rule-no-figure-remedy = rules figures lists all figures and how they are written.
own-rule-bad-figure = This value cannot be used: { $given }
own-rule-bad-figure-remedy = Write a number from { $least } to { $most }.
own-rule-bad-time-remedy = Write an hour of the day, for instance 14:00.
own-rule-unapproved = The source or the approver is missing
own-rule-unapproved-remedy = Say which notice it stands in and who approved it: inspectors ask for both.
own-rule-gone-by = { $given } is gone by, and days gone by are not judged anew
own-rule-gone-by-remedy = Let it begin on { $today } or later.
own-rule-no-fit = The rules do not fit together like this: { $at }
own-rule-no-fit-remedy = A share counts only in classes and dormitories; change another figure.
own-rule-not-own = The school has set no figure { $given }
own-rule-not-own-remedy = rules figures --own lists what the school has set.
# $length (number)
own-rule-too-long = Too long: { $length } characters
own-rule-too-long-remedy = Keep it within 300 characters.
own-rule-unreadable = This is no file of own figures: { $file }
own-rule-unreadable-remedy = Use a file that the program has written. What is wrong: { $at }
# $number (number)
own-rule-entry = Entry { $number }: { $happened }
own-rule-cli = Figures of the school's own, from a day on, with source and approver
own-rule-cli-figures = Every figure in the rules, the school's own beside it
own-rule-cli-find = Only those with these words
own-rule-cli-only-own = Only those that the school has set
own-rule-cli-set = Set a figure
own-rule-cli-rule = The figure as rules figures writes it
own-rule-cli-value = The value: 3, 37.5 or 14:00
own-rule-cli-from = From which day on; today if absent
own-rule-cli-source = The notice that it stands in
own-rule-cli-approved-by = Who approved it
own-rule-cli-text = The rule in words; made from the figure if absent
own-rule-cli-withdraw = The shipped figure holds again
own-rule-cli-export = Write the own figures into a file
own-rule-cli-import = Take the figures of a file, all or none
own-rule-cli-file = The file
own-rule-title = Own figures
own-rule-find = Find a figure
own-rule-find-hint = For instance: 5 in 3 days, chickenpox, axillary, call
own-rule-only = Only what the school has set
own-rule-note = Where your county asks for something else, set it here with its first day, source and approver. Days gone by are judged as they were, and reports that went out stay as they are.
# $count (number)
own-rule-figures = Figures { $count }
# $count (number)
own-rule-more = { $count } more: type another word
own-rule-own = own { $value }
own-rule-shipped = shipped { $value }
own-rule-shipped-of = Shipped { $value }; source: { $source }
own-rule-set = Set the school's figure
own-rule-from = From which day on
own-rule-from-hint = Today if left empty
own-rule-source = Source
own-rule-source-hint = Which notice, of which year and number
own-rule-approved-by = Approved by
own-rule-words = The rule in words
own-rule-words-hint = Made from the figure if left empty
own-rule-withdraw = Shipped value again
own-rule-key-set = Set
own-rule-key-list = Back to the list
own-rule-unsaved = A figure that is half set is not saved.
own-rule-share = For other schools
own-rule-file = File
own-rule-file-name = own-figures.toml
own-rule-file-note = Another school of the county can take the file and need not type it again; what is taken needs a source and an approver too.
own-rule-export = Write
own-rule-import = Take
