own-paper-mark = our version
own-paper-shipped = as shipped
own-paper-hidden = not printed
own-paper-title = Title
own-paper-note = Note
own-paper-at-title = The title
own-paper-at-column = Column { $key }
# $number (number)
own-paper-at-note = Note { $number }
# $number (number)
own-paper-at-place = Place to sign { $number }
# $number (number)
own-paper-at-line = Paragraph { $number }
# $number (number)
own-paper-at-tick = Statement { $number } of the slip
own-paper-at-give-back = Where the slip goes back to
own-paper-nothing-changed = Nothing was changed; it prints as before.
own-paper-no-columns = No column is printed any more.
own-paper-no-columns-remedy = Leave at least one column.
own-paper-twice = Column { $key } is named twice.
own-paper-twice-remedy = Name every column once, in the order in which they print.
own-paper-empty = { $at } is empty.
own-paper-empty-remedy = Write something, or take it out.
own-paper-too-long = { $at } is too long.
# $most (number)
own-paper-too-long-remedy = At most { $most } characters.
own-paper-too-many = { $at } is one more than can be printed.
own-paper-too-many-remedy = Take some out, or join them.
own-paper-unknown-field = { $at }: {"{"}{ $field }{"}"} cannot be filled in here.
own-paper-unknown-field-remedy = Use one of the fields in the list, or write plain words without braces.
own-paper-open-brace = { $at } has a brace without its counterpart.
own-paper-open-brace-remedy = Braces come in pairs around a field, such as {"{"}name{"}"}.
own-paper-no-glyph = { $at } holds characters that cannot be printed: { $characters }
own-paper-no-glyph-remedy = Use others.
own-paper-bad-size = { $at }: the width makes no sense.
own-paper-bad-size-remedy = Columns are 1 to 300 wide, lines to sign on 0 to 120 mm long.
own-paper-too-narrow = Column “{ $column }” is too narrow for its title and for what is written in it.
own-paper-too-narrow-remedy = Make it wider, make others narrower or hide them, or shorten the title.
own-paper-no-totals = The row “{ $label }” has no room for its name.
own-paper-no-totals-remedy = Leave at least one column without totals, such as the class, and not too narrow.
own-paper-days = { $at }: the table of fourteen days needs six titles.
own-paper-days-remedy = Part the six titles by |: Day|Morning|Evening|Unwell|Where|Signed.
own-paper-all-too-long = It is too long for one sheet.
own-paper-all-too-long-remedy = Shorten the text; letters are never set smaller than 14 points, for older readers.
own-paper-no-room = “{ $text }” has no room and would lie over something else or beyond the edge.
own-paper-no-room-remedy = Shorten it, make the column wider, or print fewer columns or notes.
own-paper-not-editable = The layout of { $id } cannot be changed.
own-paper-not-editable-remedy = All forms and letters of form list and letter list can, except pictures, labels and the work report.
own-paper-not-own = There is no version of our own of { $id }: it prints as shipped.
own-paper-not-own-remedy = There is nothing to restore.
own-paper-other = The file is about { $found }, not about { $wanted }.
own-paper-other-remedy = Look at the file, or give the id of form set that it is about.
own-paper-no-part = { $id } has no column or place to sign “{ $given }”.
own-paper-no-part-remedy = See the ids of columns and places with form show { $id }.
own-paper-unreadable = The layout file { $path } cannot be read.
own-paper-unreadable-remedy = Change a file that form show or letter show has written. What is wrong: { $at }
own-paper-file-head = Chenjian: layouts of the school's own. What is not written is as shipped.
own-paper-written = Written: { $path }
# $count (number)
own-paper-exported = { $count } layouts written
# $count (number)
own-paper-imported = { $count } layouts taken
own-paper-ignored = Not in the form any more and left aside: { $list }
own-paper-fields = Fields: { $list }
# $count (number)
own-paper-done = { $count ->
    [1] Layout changed
   *[other] { $count } layouts changed
}
own-paper-done-restored = Layout restored
own-paper-example-child = Sample Pupil
own-paper-example-class = Class 3 (1)
own-paper-example-teacher = Ms Wang
own-paper-cli-show = how a form is printed now: columns, notes, places to sign; --toml lists it as a file to change
own-paper-cli-show-letter = the text of a letter as it is now; --toml lists it as a file to change
own-paper-cli-set = take a layout file as the school's own version
own-paper-cli-edit = change the layout of a form as the school's own version
own-paper-cli-title = title on the sheet; {"{"}school{"}"} is the school's name
own-paper-cli-rename = title of a column, can be repeated; | breaks the line
own-paper-cli-hide = do not print a column, can be repeated; its data are kept
own-paper-cli-unhide = print a column again, can be repeated
own-paper-cli-move = move a column before another one, or behind all (end)
own-paper-cli-width = width of a column; columns share the sheet in proportion
own-paper-cli-note = a note below the table, can be repeated; in place of the shipped ones
own-paper-cli-no-notes = no notes below the table
own-paper-cli-label = words of a place to sign, by its id or number
own-paper-cli-add-place = one more place to sign, by its words
own-paper-cli-hide-place = do not print a place to sign
own-paper-cli-restore = as shipped again
own-paper-cli-export = all forms and letters of the school's own in one file, for other schools
own-paper-cli-import = take all layouts of a file, or none of them
own-paper-cli-file = layout file
own-paper-cli-toml = as a file that can be changed
