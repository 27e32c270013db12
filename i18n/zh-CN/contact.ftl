contact-room = 同宿舍
contact-seat = 邻座
contact-class = 同班
contact-other = 其他
# $count (number)
contact-count = { $kind }：{ $count } 人
contact-names = { $kind }：{ $names }
contact-ill-since = { $name }（{ $day }）
contact-ill = 已有症状：{ $people }
contact-watched = 观察到 { $day }
contact-keep = 登记为接触者
# $count (number)
contact-proposed = 接触者 { $count } 人（建议，还没有登记）
# $count (number)
contact-kept = 接触者 { $count } 人
contact-nobody = 没有找到接触者
contact-cli = 病例的接触者：缺省列出建议或已登记的
contact-cli-case = 病例代号，见 case list
contact-cli-keep = 把建议的全部登记
contact-cli-add = 登记一个人
contact-cli-near = 关系：room 同宿舍、seat 邻座、class 同班、other 其他
contact-cli-met = 最后接触的日子（缺省：今天）
contact-cli-until = 观察到哪一天（缺省：最后接触后 7 天）
contact-cli-remove = 去掉一个人
contact-cli-only = 只登记这几个人（可多次），其他已登记的去掉
contact-cli-all = 已登记的和还可以登记的都列出
contact-choose = 选接触者
# $count (number)
contact-choosing = { $name }的接触者：已选 { $count } 人
# $count (number)
contact-group = { $kind } { $count } 人
contact-seat-no = { $seat } 号
contact-ill-from = { $day } 起有症状
contact-keep-chosen = 登记所选
contact-keys = 方向键移动，空格选或不选，回车登记。点“同宿舍”等可以整组选。
contact-unsaved = 接触者选好了，还没有登记
contact-not-kept = 建议，未登记
