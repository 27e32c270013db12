# $row (number)
import-same-as-row = The same as row { $row } in every cell.
# $row (number)
import-same-as-row-on = The same as row { $row } of the sheet “{ $sheet }” in every cell.
import-at-cell = { $cell }: { $words }
import-field-serial = Row number
import-field-seat-no = Seat number
import-field-grade = Grade
import-field-teaches = Classes taught
import-field-enrolled = Month of entry
import-field-first-is-guardian = Member 1 is guardian
import-field-second-guardian = Name of member 2
import-field-second-relation = Relation of member 2
import-field-second-phone = Telephone of member 2
import-field-second-is-guardian = Member 2 is guardian
import-field-unused = Not used
import-report-left = Marked as left
import-report-doubtful = Left out: may be { $people }.
import-report-stays-away = Marked as left by hand, yet in the file again; stays off the roster.
import-report-kept = { $field } was edited by hand; the roster's value is kept.
import-report-left-on = Not in the file; marked as left, not counted from { $day }.
import-report-missing = Not in the file; stays in the roster.
import-report-later = From a later day
import-later-checked = Sheets have counted by the list as it was until then, and that stays; holds from { $day } on.
import-later-before-entry = The day of leaving is before the first day here; gone from { $day } on.
import-report-nothing = Everything is written; no row needs another look.
import-review-nothing = No row needs another look.
import-report-reason = { $kind }: { $reason }
import-report-column = What was found
import-file-changed = The roster file was changed after the import; its row numbers no longer fit.
import-file-changed-remedy = Use the file as it was imported, or import the changed file again.
import-no-rows-to-save = No row needs mending.
# $row (number)
import-done-row = Row { $row }
import-drop = Drop a roster file onto the window, or choose one below.
import-columns = Columns
import-save-list = Save list to check
import-save-report = Save as PDF
import-save-rows = Save rows to mend
import-report-file-name = { $file }-import-result.{ $ending }
import-review-file-name = { $file }-before-import.{ $ending }
import-keep-own = Keep the edit
import-take-file = Take the file's
import-all-file = Take all from the file
import-left = Has left
import-all-left = All have left
# $count (number)
# $of (number)
import-all-left-sure = Of { $of } people in the roster the { $count } who are not in the file have all left? Press A once more; any other key means no.
import-left-on = First day away
import-decide-file = File
import-decide-roster = Roster
# $row (number)
import-decide-row = Row { $row }, { $name }
# $at (number)
# $count (number)
# $row (number)
import-decide-of = Row { $row }, { $name }: person { $at } of { $count } in the roster
import-decide-kept = { $field } of { $name }
import-decide-missing = { $name }, { $class }, is not in the file
import-layout-check = Check the header and what each column means, then go on.
import-layout-remembered = This header was set before; its columns are as last time. Check them.
import-layout-no-header = No header was found. Click the row of the header, or press PgDn row by row.
import-layout-no-name = No column holds the names yet. Choose that column and press Enter.
import-layout-no-name-on = No column of the sheet “{ $table }” holds the names yet. Choose that column and press Enter, or leave the sheet out.
import-layout-nothing = No sheet is to be read.
# $rows (number)
import-layout-table = { $name }  { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
  }
import-layout-hidden = { $name } (hidden)
import-layout-staff = Staff list
import-layout-pupils = Roster
# $rows (number)
import-layout-rows = { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
  } to read
import-layout-next = Next: review
# $count (number)
import-layout-top = { $count ->
    [one] First row
   *[other] First { $count } rows
  } of the file
import-layout-top-note = Click the header row if it is wrong
import-layout-take = Read this sheet
# $count (number)
# $used (number)
import-layout-columns = { $count ->
    [one] { $count } column
   *[other] { $count } columns
  }, { $used } understood
import-layout-no-values = (nothing)
import-layout-what = The column “{ $title }” is
import-layout-now = now “{ $title }”
import-field-family-name = Family name
import-field-given-name = Given name
import-layout-left-out = Left out last time and now: { $names }. Tick what is to be read.
# $count (number)
import-stay-out = { $count ->
    [one] 1 row stays out
   *[other] { $count } rows stay out
}
# $count (number)
import-ask-title = { $count ->
    [one] 1 doubtful row is not decided
   *[other] { $count } doubtful rows are not decided
}
# $count (number)
import-ask-note = { $count ->
    [one] The other row is written now.
   *[other] The other { $count } rows are written now.
} Undecided rows stay out; the result lists them, and they can be decided when the file is imported again.
# $count (number)
import-ask-kept = { $count ->
    [one] 1 value edited by hand is kept.
   *[other] { $count } values edited by hand are kept.
}
import-ask-decide = Decide first
# $count (number)
import-ask-write = { $count ->
    [one] Write only this row
   *[other] Write only these { $count }
}
import-decisions-lost = What you decided here is not written yet; after leaving it has to be decided again.
# $count (number)
import-after-staff = { $count ->
    [one] 1 new member of staff
   *[other] { $count } new members of staff
}; pupils stay as they are
# $changed (number)
# $new (number)
# $unchanged (number)
import-would-counts = Not written yet. Writing will bring { $new } new, { $changed } changed, { $unchanged } unchanged
import-review-leaves = Not in the file; will be marked as left, not counted from { $day }.
import-no-id = No identity number
# $count (number)
import-no-id-count = { $count } without an identity number
import-no-id-open = Imported all the same; Enter or a click lists them
import-no-id-close = Imported all the same; Enter or a click folds them
import-no-id-key = list, fold
import-head-unit = Class or post
import-head-number = Pupil no. or classes
