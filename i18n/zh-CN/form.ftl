form-term-autumn = { $first }–{ $next } 学年第一学期
form-term-spring = { $first }–{ $next } 学年第二学期
# $checked (number)
# $due (number)
form-checked = 应交 { $due } 张，已交 { $checked } 张
# $ill (number)
# $new (number)
form-ill = 累计 { $ill } 人，当日新发 { $new } 人
# $count (number)
form-calls = 联系 { $count } 人次
# $count (number)
form-disease-count = { $disease } { $count } 例
cli-form-from = 第一天，用于登记表、台账
cli-form-to = 最后一天
cli-form-week = 所在的一周
cli-form-month = 某个月，如 2026-11
cli-form-term = 本学期，到 --date 为止
form-log-nothing = 这些日子没有打印或导出
form-log-again = { $what }（再次印出）
form-log-printer = 打印机
cli-form-log = 列出谁在什么时候打印、导出过什么，涉及多少人
form-find = 按拼音或字找表
form-key-find = 找表
