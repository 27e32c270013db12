form-term-autumn = { $first }–{ $next }, autumn term
form-term-spring = { $first }–{ $next }, spring term
# $checked (number)
# $due (number)
form-checked = { $checked } of { $due } sheets in
# $ill (number)
# $new (number)
form-ill = { $ill } in all, { $new } new
# $count (number)
form-calls = { $count } calls
# $count (number)
form-disease-count = { $disease }: { $count }
cli-form-from = first day, of registers and ledgers
cli-form-to = last day
cli-form-week = the week of the day
cli-form-month = a month, such as 2026-11
cli-form-term = the term until the day
form-log-nothing = Nothing was printed on these days
form-log-again = { $what } (again)
form-log-printer = printer
cli-form-log = who printed or saved what and when, about how many persons
form-find = find by pinyin or words
form-key-find = find
