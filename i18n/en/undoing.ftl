undoing-typing = What was typed is back as it was; nothing else changed
undoing-title = Undo “{ $what }”?
undoing-text = This was done at { $at }. Undoing it brings back what was there before; what was changed since stays.
undoing-next = { $done }. Once more undoes: { $what }
