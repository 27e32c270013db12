staff-rejected-name-invalid = the name holds no letter, or is a formula.
staff-warned-id-type-number = The kind of identity document is a number and was left out; check whether it belongs in another column.
staff-warned-class-teacher-twice = The file names several class teachers for one class; all are kept as teaching it, and its class teacher stays.
staff-warned-name-signs = The name is a number or begins with = + - or @; imported as written, to be checked.
staff-bad-name = The name holds no letter, or is a formula.
staff-bad-name-remedy = Write the name as it stands on the identity document.
staff-teaches-hint = such as 三1、四2
staff-cli-teaches = Classes taught, with 、 or a comma between them
staff-leads = Class teacher of { $classes }
staff-leads-and-teaches = Class teacher of { $classes }, teaches { $taught }
roster-import-teacher = { $class } class teacher: { $old } → { $new }
