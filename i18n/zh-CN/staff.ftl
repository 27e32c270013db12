staff-rejected-name-invalid = 姓名里没有文字，或者是公式。
staff-warned-id-type-number = 证件类型是一串数字，没有导入；请核对是不是填错了列。
staff-warned-class-teacher-twice = 同一个班在文件里有几位班主任；他们都记为任教，这个班原来的班主任不变。
staff-warned-name-signs = 姓名是数字，或者以 = + - @ 开头，照原样导入；请核对。
staff-bad-name = 姓名里没有文字，或者是公式。
staff-bad-name-remedy = 请按证件上的写法填写姓名。
staff-teaches-hint = 例：三1、四2
staff-cli-teaches = 任教班级，几个班用、隔开
staff-leads = { $classes }班主任
staff-leads-and-teaches = { $classes }班主任，任教 { $taught }
roster-import-teacher = { $class } 班主任：{ $old } → { $new }
