print-screen-title = Print
print-screen-pdf = Save PDF
print-screen-xlsx = Save xlsx
print-screen-print = Print
print-screen-group-daily = Every day
print-screen-group-hygiene = Cleaning, supplies
print-screen-group-gate = Gate
print-screen-group-duty = Duty, training
print-screen-group-inspection = Inspection
print-screen-group-letters = Letters
print-screen-group-plan = Plan
print-screen-recorded = Recorded
print-screen-blank = Blank
print-screen-school = the school
print-screen-scope = For
print-screen-bad-date = Please write a date like 2026-11-23
print-screen-empty = There is no roster yet. Once the pupils are imported, forms and letters can be printed.
print-screen-import = Import the roster
print-screen-loading = Laying out
# $count (number)
print-screen-unchecked = { $count ->
    [one] 1 class is
   *[other] { $count } classes are
 } unchecked, marked so and not as zero reports: { $classes }
print-screen-balances = The classes add up
print-screen-unbalanced = The classes do not add up: please look at the check sheets first
print-screen-glyphs = Every name can be printed
# $count (number)
print-screen-portrait = { $count ->
    [one] A4 portrait, 1 sheet
   *[other] A4 portrait, { $count } sheets
 }
# $count (number)
print-screen-landscape = { $count ->
    [one] A4 landscape, 1 sheet
   *[other] A4 landscape, { $count } sheets
 }
# $letters (number)
# $sheets (number)
print-screen-letters = A4, { $letters } letters, { $sheets } sheets
# $count (number)
print-screen-missing = { $count ->
    [one] 1 name holds
   *[other] { $count } names hold
 } characters that no font can draw: { $places }
print-screen-place = { $class } no. { $seat }
print-screen-rule = Write by hand
print-screen-leave-out = Leave out
print-screen-stop = Do not print
print-screen-stopped = Please choose first: leave room to write by hand, or leave these people out.
# $count (number)
print-screen-left-out = { $count ->
    [one] 1 person is
   *[other] { $count } people are
 } left out: { $places }
# $count (number)
print-screen-fields = { $count ->
    [one] 1 field is
   *[other] { $count } fields are
 } empty and printed as a line to write on
print-screen-corrects = Corrects { $number }
print-screen-number = Report { $number }
print-screen-last = Last printed { $at }, { $person }
print-screen-save-to = Save to
print-screen-save = Save
print-screen-choose = Choose
print-screen-cancel = Cancel
print-screen-no-path = Please give a place and a file name
print-screen-saved = Saved as { $file }
print-screen-sent = Handed to the printer
print-screen-cancelled = Stopped, no file was written
# $number (number)
# $total (number)
print-screen-page = Page { $number } of { $total }
print-screen-previous = Previous
print-screen-next = Next
# $percent (number)
print-screen-percent = { $percent } %
print-screen-whole = Page
print-screen-width = Width
print-screen-stage-layout = Laying out
print-screen-stage-write = Writing the file
print-screen-stage-verify = Reading it back
# $done (number)
# $total (number)
print-screen-count = { $done } / { $total }
print-screen-halt = Stop
print-screen-key-choose = Choose
print-screen-key-page = Turn
print-screen-key-zoom = Zoom
print-screen-key-scope = For whom
print-screen-key-blank = Blank
print-screen-and-more = { $places } and others
print-screen-key-scroll = scroll
print-screen-key-session = session
print-screen-by-seat = By number
print-screen-start = First free label
print-screen-one-pupil = this pupil
print-screen-key-range = Choose
print-screen-key-take = Take
print-screen-slips = Slips
print-screen-per-child = Per child
print-screen-per-class = Per class
print-screen-per-school = One
print-screen-one-a-sheet = One a sheet
print-screen-two-a-sheet = Two a sheet
print-screen-duplex = Two-sided printer
print-screen-disease = Disease
print-screen-from = From
print-screen-to = To
print-screen-return-by = Slips back by
print-screen-first-sheet = From sheet
# $letters (number)
# $sheets (number)
print-screen-papers = { $letters } letters on { $sheets } sheets
