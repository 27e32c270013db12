paper-page = Page { $page } of { $pages }
paper-demo = DEMO
paper-nothing-printed = Nothing was printed and no file was written; the records are as they were.
paper-unknown-id-happened = There is no form or letter called “{ $id }”.
paper-unknown-id-remedy = Choose one from the list of forms and letters.
paper-template-happened = The layout file of “{ $id }” cannot be read: { $detail }
paper-template-remedy = Install the program again; undo changes made to the layout file.
paper-unknown-field-happened = Letter “{ $id }” names a field “{ $field }” that does not exist.
paper-unknown-field-remedy = Use one of school, class, name, teacher, phone, date, return_by, serial.
# $count (number)
paper-missing-glyphs-happened = { $count ->
    [0] The heading or a signature holds characters that cannot be printed.
    [one] One record holds characters that cannot be printed.
   *[other] { $count } records hold characters that cannot be printed.
}
paper-missing-glyphs-remedy = Leave these records out, print a ruled space for handwriting, or cancel and install a font that has the characters.
paper-too-long-happened = Letter “{ $id }” does not fit on one sheet.
paper-too-long-remedy = Shorten the text, or print one letter on a sheet. The type is not made smaller: grandparents must be able to read it.
paper-empty-happened = There is nothing to print.
paper-empty-remedy = Choose a class or a day that has people and records.
paper-pdf-happened = The PDF could not be made: { $detail }
paper-pdf-remedy = Try again. If it fails again, give the diagnosis file from Help to whoever looks after the program.
paper-cancelled-happened = Stopped as you asked.
paper-cancelled-remedy = Print again when you need it.
paper-no = No
paper-yes = Yes
