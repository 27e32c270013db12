issued-none = No report, letter or package has been issued yet
issued-state-same = as the records stand
issued-state-changed = changed since
issued-state-corrected = corrected
# $count (number)
issued-times = { $count ->
    [one] printed once
   *[other] printed { $count } times
 }
issued-corrects = Corrects { $number }
issued-corrected-by = Corrected by { $number }
issued-changed-report = The records have changed since: print the report of that day again, it gets a number of its own and names the one it corrects.
issued-changed-letters = The roster has changed since: some letters would read otherwise today, or the pupil is no longer in the class.
issued-written = Written as it was to { $file }
issued-cli-list = What was issued: reports, letters and packages
issued-cli-show = one thing issued, or print it again as it was
issued-cli-number = number, such as SQ-20261123-01
issued-cli-out = write it as it was to this file
issued-heading = Issued
issued-kind-report = Daily report
issued-kind-letters = Letters
issued-kind-package = Package
issued-made = Issued { $at } by { $person }
issued-correct = Correct the report
