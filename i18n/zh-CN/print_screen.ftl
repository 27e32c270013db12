print-screen-title = 打印
print-screen-pdf = 存为 PDF
print-screen-xlsx = 存为 xlsx
print-screen-print = 打印
print-screen-group-daily = 每天
print-screen-group-hygiene = 消毒和物资
print-screen-group-gate = 门卫
print-screen-group-duty = 值班和培训
print-screen-group-inspection = 自查和迎检
print-screen-group-letters = 告家长书
print-screen-group-plan = 预案
print-screen-recorded = 按记录
print-screen-blank = 空表
print-screen-school = 全校
print-screen-scope = 范围
print-screen-bad-date = 请写成 2026-11-23 这样的日期
print-screen-empty = 还没有名册。导入学生名册以后，就能打印表单和告家长书。
print-screen-import = 导入名册
print-screen-loading = 正在排版
# $count (number)
print-screen-unchecked = { $count } 班未检，表上写“未检”，不算零报告：{ $classes }
print-screen-balances = 各班相加等于合计
print-screen-unbalanced = 各班相加不等于合计，请先核对检查表
print-screen-glyphs = 姓名用字都能打印
# $count (number)
print-screen-portrait = A4 纵向，{ $count } 张
# $count (number)
print-screen-landscape = A4 横向，{ $count } 张
# $letters (number)
# $sheets (number)
print-screen-letters = A4，{ $letters } 份，{ $sheets } 张
# $count (number)
print-screen-missing = { $count } 个姓名里有字，哪种字体都画不出：{ $places }
print-screen-place = { $class }{ $seat } 号
print-screen-rule = 留空手写
print-screen-leave-out = 略过这些人
print-screen-stop = 先不打印
print-screen-stopped = 请先选定：留空手写，还是略过这些人。
# $count (number)
print-screen-left-out = { $count } 人略过，不打印：{ $places }
# $count (number)
print-screen-fields = { $count } 处没有内容，印成横线，可以手写
print-screen-corrects = 更正 { $number }
print-screen-number = 报表编号 { $number }
print-screen-last = 上次打印 { $at }，{ $person }
print-screen-save-to = 保存到
print-screen-save = 保存
print-screen-choose = 选择位置
print-screen-cancel = 取消
print-screen-no-path = 请写明保存的位置和文件名
print-screen-saved = 已存为 { $file }
print-screen-sent = 已交给打印机
print-screen-cancelled = 已停止，没有写出文件
# $number (number)
# $total (number)
print-screen-page = 第 { $number } 页，共 { $total } 页
print-screen-previous = 上一页
print-screen-next = 下一页
# $percent (number)
print-screen-percent = { $percent } %
print-screen-whole = 整页
print-screen-width = 适宽
print-screen-stage-layout = 正在排版
print-screen-stage-write = 正在写文件
print-screen-stage-verify = 正在读回比对
# $done (number)
# $total (number)
print-screen-count = { $done } / { $total }
print-screen-halt = 停止
print-screen-key-choose = 选表单
print-screen-key-page = 翻页
print-screen-key-zoom = 缩放
print-screen-key-scope = 范围
print-screen-key-blank = 空表
print-screen-and-more = { $places }等
print-screen-key-scroll = 移动
print-screen-key-session = 换时段
print-screen-by-seat = 按学号排
print-screen-start = 从第几个标签起
print-screen-one-pupil = 这一位学生
print-screen-key-range = 选范围
print-screen-key-take = 选定
print-screen-slips = 收回执
print-screen-per-child = 一人一份
print-screen-per-class = 一班一份
print-screen-per-school = 全校一份
print-screen-one-a-sheet = 一张一份
print-screen-two-a-sheet = 一张两份
print-screen-duplex = 双面打印机
print-screen-disease = 病名或拼音
print-screen-from = 从
print-screen-to = 到
print-screen-return-by = 回执交回
print-screen-first-sheet = 从第几张纸起
# $letters (number)
# $sheets (number)
print-screen-papers = { $letters } 份，用纸 { $sheets } 张
