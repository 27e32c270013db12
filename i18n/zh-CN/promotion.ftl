promotion-nobody = 没有学生可以升入 { $year } 学年：上一学年的班里没有人，或者都已经升上去了。
promotion-nobody-remedy = 请先核对 { $year } 学年的班级；要升到别的学年，请指定学年。
promotion-earlier-first = 还有学生停留在更早学年的班里，要先升入 { $year } 学年。
promotion-earlier-first-remedy = 请先升入 { $year } 学年，再升入以后的学年。
promotion-no-name = 有一个班没有写升入的班名。
promotion-no-name-remedy = 请填写班名，或者改为升级、毕业离校。
promotion-which-system = 现有的年级合得上两种学制，毕业的班级不一样。
promotion-which-system-remedy = 请先选定学制（窗口上方左右箭头，命令行 --system），再升级。
# $count (number)
promotion-undo-word = 升入 { $year } 学年，{ $count } 人
promotion-cli = 全校升入新学年：升级、留级、并班、拆班、毕业（可撤销）
promotion-cli-to-year = 升入的学年，例如 2026-2027（缺省：已经开始而还没升的学年，否则下一学年）
promotion-cli-dry-run = 只看结果，不写入
promotion-cli-system = 学校类型：primary-six、junior-three、nine-year、senior、secondary、twelve-year、primary-five、junior-four、nine-year-54、preschool（缺省：设置里的，否则按班级判断）
promotion-cli-hold-back = 留级的学生，可重复；可写明进哪个班
promotion-cli-place = 这名学生单独进另一个班，可重复
promotion-cli-leaver = 随旧学年离校的学生，可重复
promotion-cli-rename = 班级改名：旧班=新班，可重复
promotion-cli-merge = 并班：几个旧班=一个新班，可重复
promotion-cli-split = 拆班：一个旧班=几个新班，按学号轮流分，可重复
promotion-cli-leave = 毕业离校的班，可重复
promotion-cli-stay = 整班留在原年级的班，可重复
promotion-cli-new-teachers = 班主任不跟班
promotion-cli-keep-seats = 沿用原来的班内学号
promotion-cli-school-system = 学校类型，编号见 roster promote；auto：按班级判断
promotion-cli-undo = 撤销最近一次升级
promotion-dry = 这是预览，什么也没有写入。
promotion-written = 已升入 { $year } 学年，可以用 undo 一步撤销。
promotion-terms-proposed = 新学年的学期还没有设置，可以按下面的日期设置，再改成教育局校历的日期：
promotion-years = { $from } → { $to } 学年
promotion-new-classes = { $year } 学年的班
promotion-class-leaves = 毕业离校
promotion-pupil-leaves = 离校
promotion-unsure = 请核对
# $after (number)
# $before (number)
# $held (number)
# $leaving (number)
# $up (number)
promotion-total = 现有 { $before } 人：升级 { $up }，留级 { $held }，离校 { $leaving }；升级后 { $after } 人
promotion-title = 升入新学年
promotion-classes = 班级
promotion-notice = 现在只是预览。新班从 { $day } 起生效；以前的班级、人数和记录都不变。写入前自动备份，写入后可以一步撤销。
# $days (number)
promotion-far = 新学年 { $day } 才开始，还有 { $days } 天。现在也可以先升级：到那一天才生效，以前的人数不变。
promotion-late = 新学年从 { $day } 就开始了。升级会从那一天起补上，更早的人数不变。
promotion-system = 学校类型
promotion-system-fits = 按班级判断
promotion-teachers = 班主任跟班走
promotion-seats = 沿用原来的学号
promotion-head-old = 现在的班
promotion-head-pupils = 人数
promotion-head-to = 新学年
promotion-head-apart = 单独安排
promotion-head-way = 去向
promotion-head-seat = 学号
promotion-way-up = 升级
promotion-way-again = 留级
promotion-way-leave = 毕业
promotion-with-class = 随班
promotion-changed = 改班
promotion-split = 拆班
promotion-outgrown = 升出复式
promotion-target = 升入的班
promotion-target-hint = 同名并班，＋隔开拆班
promotion-target-pupil-hint = 例如 四年级(2)班
promotion-target-unknown = 没有这个班名，也看不出年级。再按 Enter 就新建这个班；不是的话请改写，例如 41 或 四（1）。
promotion-pupils = 学生
promotion-search = 学号、姓名或拼音
promotion-nobody-found = 这个班没有这样的学生。
# $count (number)
promotion-there = 已有 { $count } 人
# $count (number)
promotion-unsure-count = { $count } 人请核对
promotion-write = 升入 { $year } 学年
promotion-stage-planning = 正在安排
promotion-restart = 重新安排
promotion-running = 正在写入，离开就会停下，什么也不改。
promotion-unsaved = 改过的安排还没有写入，离开就会丢掉。
promotion-undo = 撤销整次升级
promotion-undo-title = 撤销整次升级？
promotion-undo-text = 所有学生回到升级前的班，新学年的班去掉。后来又改过的内容不动。
# $classes (number)
# $held (number)
# $leaving (number)
# $up (number)
promotion-done = 已升入 { $year } 学年：升级 { $up } 人，留级 { $held } 人，离校 { $leaving } 人，共 { $classes } 个班
promotion-done-note = 新班从 { $day } 起生效，在那以前仍按原来的班登记。一年级新生请用名册文件导入。
promotion-terms = { $year } 学年的学期
promotion-terms-note = 按上一年的日期推算，拿到校历再改。
promotion-terms-set = 设置学期
promotion-terms-are-set = 已经设置。放假和调休请在设置里填写。
promotion-terms-stored = 学期已设置
promotion-key-target = 改去向
# $count (number)
today-behind = 新学年已经开始，{ $count } 名学生还在上一学年的班里。先升入新学年，就能继续晨检。
# $count (number)
roster-screen-behind = 有 { $count } 名学生还在上一学年的班里，按 Ctrl+U 升入新学年
promotion-later = { $class } { $name }：新学年的检查表已经按原来的名单计过数，从 { $day } 起生效
# $count (number)
promotion-later-count = { $count } 人已计过数，改日生效
