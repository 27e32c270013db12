# $count (number)
alert-more-people = { $count } more
# $hours (number)
alert-report-within = Report within { $hours } h
alert-basis = Rule: { $text } ({ $source }, version { $version })
alert-start-plan = Open emergency plan
# $count (number)
alert-day = Class { $scope }: { $count } with { $subject } today, a reportable cluster
# $count (number)
# $days (number)
alert-days = Class { $scope }: { $count } with { $subject } in { $days } days, a reportable cluster
alert-severe = Class { $scope }: 1 with { $subject }, check and report at once
# $count (number)
alert-unknown = Class { $scope }: { $count } ill, symptoms unknown. Please call
