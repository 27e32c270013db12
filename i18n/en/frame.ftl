frame-window-title = 晨检簿
frame-today = Today
frame-roster = Roster
frame-trace = Tracing
frame-plan = Plan
frame-print = Print
frame-usb = USB
frame-settings = Settings
frame-help = Help
frame-demo = Demo: { $school }
# $week (number)
frame-week-autumn = Autumn, week { $week }
# $week (number)
frame-week-spring = Spring, week { $week }
frame-no-term = Between terms
frame-saved = All saved { $at }
frame-nothing-to-save = No records yet
frame-saving = Saving
frame-backup = Backup { $at }
frame-no-backup = No backup yet
frame-just-now = Just now: { $what }
frame-undo = Undo
frame-undone = Taken back: { $what }
frame-reading = Reading
frame-unsaved = Not saved yet
frame-no-dialog = This computer cannot open its window for choosing files.
frame-no-dialog-meaning = Nothing was chosen and nothing was changed.
frame-no-dialog-remedy = Type the place into the field beside it, such as D:\rosters\2026.xlsx; a roster file can also be dropped onto the window.
