undoing-typing = What was typed is back as it was; nothing else changed
undoing-title = Undo “{ $what }”?
undoing-text = This was done at { $at }. Undoing it brings back what was there before; what was changed since stays.
undoing-next = { $done }. Once more undoes: { $what }
undoing-nothing = “{ $what }” was not undone: everything it did is in later use. Nothing changed, and it can still be undone
undoing-which = { $at }: { $what }
# $count (number)
undoing-kept-things = { $count ->
    [one] { $count } thing was changed later or has records and stays
   *[other] { $count } things were changed later or have records and stay
}: { $names }{ $more ->
    [more] {" "}and more
   *[all] {""}
}
undoing-kept-person = { $name }: { $why }
undoing-changed-later = changed later
undoing-has-records = has records
undoing-sheet = { $date } { $group } { $session }
undoing-idle-import = The last import ({ $at }, { $file }) changed nothing, so there is nothing to take back.
undoing-import-gone = The last import was taken back already.
undoing-older-import = The one before is of { $at }: “{ $what }”. It was left alone.
undoing-older-import-remedy = If that one is meant: roster undo-import --act { $id }
undoing-no-import = There is no import with the key { $id }.
undoing-no-import-remedy = The answer of an import holds its key; undo --list shows what was done today.
undoing-cli-act = Key of the import to take back; needed for an older one where the last import changed nothing
