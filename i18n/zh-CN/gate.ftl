gate-title = 门口登记（一测二问三登记）
gate-into = 登记到{ $session }
gate-find = 找人
gate-find-hint = 号数、拼音、姓名，或 七1 12
gate-how = 输入号数、姓名的拼音首字母或姓名，全校都能找到；加上班级更快，例如 七1 12。按 Enter 登记这个人。
gate-nobody = 全校没有这样的人
gate-who = { $class } { $number } 号
gate-file = 记下，下一个
gate-instrument = 体温计
gate-limit = 入校限值 { $limit }（{ $site }）
gate-empty = 还没有体温，也没有症状
gate-unsaved = 这个人的登记还没有记下。
gate-nothing = 今天还没有在门口登记体温
# $count (number)
gate-day = 今天量过 { $count } 人
# $count (number)
gate-waiting = { $count } 人待复测体温
gate-retest-at = { $at } 复测
gate-in = { $class } · { $session }
gate-filed = 已记入{ $class }{ $session }
gate-filed-day = 已记入{ $class }{ $session }，当场算数，不用再确认
gate-filed-retest = 已记入{ $class }{ $session }；体温达到限值，{ $at } 请复测
gate-key-entry = 登记这个人
gate-key-temperature = 体温 37.6
# $count (number)
gate-not-one = { $count ->
    [0] 没有人符合“{ $given }”。
   *[other] 有 { $count } 人符合“{ $given }”，不知道是谁。
}
gate-not-one-remedy = 请写得更细，例如 七1 12，或用 --person 写代号。
gate-cli = 门口登记：给一个人记体温和症状；不写人则列出当天量过的人
gate-cli-find = 号数、拼音、姓名或班级加号数，只能有一个人符合
gate-cli-instrument = 用什么量的；没有写 @ 部位时由它决定部位
gate-cli-limits = 各用途、各部位的体温限值和出处，未核实的也列出
gate-applies = 采用
gate-unconfirmed = 未核实，不采用
gate-purpose = { $purpose ->
    [entry_gate] 入校
    [ili] 流感样病例
   *[other] 检查表
}
gate-still-high = 仍达到限值
gate-normal = 正常
