plan-screen-title = 应急预案
plan-screen-term-autumn = { $from } 至 { $to }，秋季学期
plan-screen-term-spring = { $from } 至 { $to }，春季学期
plan-screen-print = 打印清单
plan-screen-print-text = 打印正文
plan-screen-text-show = 查看预案
plan-screen-text-hide = 收起正文
plan-screen-done = 完成
# $count (number)
plan-screen-of = / { $count } 项
# $count (number)
plan-screen-late = { $count } 项逾期
# $count (number)
plan-screen-near = { $count } 项近期应完成
plan-screen-all-done = 到今天应做的工作都已完成。
# $count (number)
plan-screen-section-tasks = { $count } 项
# $number (number)
plan-screen-section = { $number ->
    [1] 一
    [2] 二
    [3] 三
    [4] 四
    [5] 五
    [6] 六
    [7] 七
    [8] 八
    [9] 九
    [10] 十
    [11] 十一
    [12] 十二
   *[other] { $number }
 }、{ $title }
plan-screen-head-state = 状态
plan-screen-head-task = 工作
plan-screen-head-person = 负责人
plan-screen-head-due = 应完成
plan-screen-head-clock = 计时
plan-screen-head-evidence = 凭证
plan-screen-state-done = 完成
plan-screen-state-late = 逾期
plan-screen-state-near = 近期
plan-screen-state-open = 未做
plan-screen-nobody = 未定
plan-screen-no-due = 未定
# $days (number)
plan-screen-left = 剩 { $days } 天
plan-screen-today = 今天
# $days (number)
plan-screen-past = 已过 { $days } 天
plan-screen-done-on = { $date } 完成
# $count (number)
plan-screen-more-late = 另有 { $count } 次逾期
plan-screen-wanted = 凭证要有：{ $evidence }
plan-screen-source = 依据：{ $source }
plan-screen-next = 下一次 { $date }
plan-screen-done-by = { $name }完成
plan-screen-assign = 指定负责人
plan-screen-set-due = 改日期
plan-screen-complete = 记为完成
plan-screen-reopen = 撤销完成
plan-screen-find = 姓名或拼音首字母
plan-screen-nobody-choice = 暂不指定
plan-screen-by = 完成人
plan-screen-on = 完成日期
plan-screen-evidence = 凭证
plan-screen-save = 保存
plan-screen-cancel = 取消
plan-screen-bad-date = 请写成 2026-11-23 这样的日期
plan-screen-future = 完成日期不能晚于今天
# $count (number)
plan-screen-more-staff = 还有 { $count } 人，请多输一个字
plan-screen-no-match = 教职工里没有这个人。
plan-screen-no-staff = 名册里还没有教职工。先添加教职工，或者在名册（F3）里导入教职工名册，再来指定负责人。
plan-screen-to-roster = 添加教职工
plan-screen-no-term = 还没有学期。设好学期的起止日期，预案的工作就会排出来。
plan-screen-to-settings = 设置学期
plan-screen-key-move = 选工作
plan-screen-key-person = 负责人
plan-screen-key-due = 日期
plan-screen-key-done = 完成
plan-screen-key-reopen = 撤销完成
plan-screen-key-space = 空格
plan-screen-unsaved = 凭证已经写了，但还没有保存。
