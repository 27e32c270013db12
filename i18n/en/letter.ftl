letter-whole-school = the whole school
letter-class-teacher = your class teacher
letter-everybody = every child
letter-day = { $weekday }, { $day }
letter-ask-the-clinic = please ask the clinic
letter-as-the-doctor-says = When the doctor says so, with the certificate
# $letters (number)
# $sheets (number)
letter-would-be = { $letters } letters on { $sheets } sheets of paper. Nothing has been printed.
# $first (number)
# $sheets (number)
letter-resumed = { $file }: from sheet { $first } on, { $sheets } sheets
letter-cli-per = one for every child, every class or the school; the last two have no slip
letter-cli-size = one on a sheet (page) or two to be cut apart (half); usual for the letter if absent
letter-cli-duplex = for printers that print both sides: backs stay empty, so nothing stands behind a slip
letter-cli-disease = the disease that the letter names, by id or name, see disease list
letter-cli-from = first day in the letter: of the holiday, the closing, the opening, the record
letter-cli-to = last day in the letter
letter-cli-return-by = day by which slips come back; by the rules if absent
letter-cli-dry-run = only count the sheets of paper; print and keep nothing
letter-cli-resume = go on printing a run of letters from a sheet on, with the same numbers
letter-cli-number = number of the run, see report list
letter-cli-from-sheet = sheet of paper to begin with
