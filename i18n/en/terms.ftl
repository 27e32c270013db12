# $count (number)
term-people = { $count ->
    [one] { $count } person
   *[other] { $count } people
}
term-class = Class { $class }
