settings-save = Save
settings-back-up = Back up now
settings-size = Text size
settings-school = School
settings-school-name = Name of the school
settings-phone = Telephone
settings-principal = Principal
settings-operator = Operator
settings-must-not-be-empty = This must not be empty.
settings-looks = Appearance
settings-language = Language
settings-theme = Colours
settings-light = Light
settings-dark = Dark
settings-contrast = High contrast
settings-terms = Terms
settings-autumn = Autumn term
settings-spring = Spring term
settings-first-day = First day
settings-last-day = Last day
settings-term-wrong = Two dates, please; the last day comes after the first.
settings-checks = Who is checked
settings-check-from = Holds from { $day }: today’s sheets have been worked on
settings-days = Holidays and made-up days
settings-day-off = No school
settings-school-day = School
settings-note = Note, for example National Day
# $count (number)
settings-add-days = { $count ->
    [one] Add { $count } day
   *[other] Add { $count } days
}
settings-clear-day = Remove
settings-data = Data and backups
settings-folder = Data folder
settings-backup-place = Second place for backups
settings-backup-place-hint = A folder on another disk, or nothing
settings-choose = Choose
# $count (number)
settings-backups = { $count ->
    [one] { $count } backup
   *[other] { $count } backups
}, the latest { $name }
settings-backed-up = Backed up and verified
settings-unsaved = What was changed here is not saved and would be lost.
settings-backup-place-away = This folder cannot be reached now: there is no second copy. Plug in the drive or choose another folder.
settings-counting = How absences are counted
settings-counting-source = Source: { $source }
settings-cli-counting = How absences become half days: half-days, lessons, lessons-of-six; from today on
