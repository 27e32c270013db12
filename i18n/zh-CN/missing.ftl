missing-none = 检查表已交齐
missing-late-since = { $at }，已超时
missing-title = 催交名单
missing-head-teacher = 班主任
missing-head-phone = 电话
missing-head-wanted = 应交时间
missing-check = 还没有交检查表的班：班主任、电话、应交时间
missing-session = 检查时段（缺省：按现在的时间）；all 表示当天所有时段
missing-deadline = 交表时限，写成 时段=时间，例如 morning=08:20；写 auto 恢复规则里的时间
missing-deadlines = 交表时限
missing-deadline-usual = 规则：{ $at }
missing-deadline-from = { $day }起
missing-deadline-wrong = 请写成 08:20
missing-deadline-text = 老师最晚几点把检查表交来。迟交按交表时间判断；今天已有班级交表的，新时限从明天起算。
