done-set-nil = Nil set for { $group }
# $count (number)
done-set-all-nil = { $count ->
    [one] { $count } sheet
   *[other] { $count } sheets
} set to nil
done-record = Finding recorded for { $group }
done-correct = Sheet corrected for { $group }
# $count (number)
done-record-several = { $count } findings recorded for { $group }
done-confirm = Sheet confirmed for { $group }
done-hand-in = Hand-in of the sheet of { $group }
# $count (number)
done-import = { $count ->
    [one] { $count } person
   *[other] { $count } people
} imported
# $left (number)
done-import-left = { $left ->
    [one] { $left } pupil
   *[other] { $left } pupils
} marked as left by an import
# $count (number)
# $left (number)
done-import-both = { $count ->
    [one] { $count } person
   *[other] { $count } people
} imported, { $left } marked as left
done-add-person = Person added
done-edit-person = Person changed
done-plan = Plan task changed
done-terms = Calendar changed
done-set = Setting changed
done-daily-report = Daily report issued
done-reprint = { $number } put out again
# $count (number)
done-letters = { $count ->
    [one] { $count } letter
   *[other] { $count } letters
} made
done-usb-package = Written to the stick
done-plan-start = Plan tasks of the term listed
# $count (number)
done-print = { $count } { $count ->
    [one] sheet
   *[other] sheets
} printed
done-and-kept = { $done }. { $kept }
# $count (number)
done-kept-people = { $count ->
    [one] { $count } person was changed later or has records and keeps everything
   *[other] { $count } people were changed later or have records and keep everything
}: { $names }{ $more ->
    [more] {" "}and more
   *[all] {""}
}
# $changed (number)
# $left (number)
# $new (number)
done-import-file = Import of “{ $file }”: { $new } new, { $changed } changed{ $left ->
    [0] {""}
   *[other] , { $left } left
}
