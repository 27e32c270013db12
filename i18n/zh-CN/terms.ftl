# $count (number)
term-people = { $count } 人
term-class = { $class } 班
