frame-window-title = 晨检簿
frame-today = 今天
frame-roster = 名册
frame-trace = 追踪
frame-plan = 预案
frame-print = 打印
frame-usb = U盘
frame-settings = 设置
frame-help = 帮助
frame-demo = 演示：{ $school }
# $week (number)
frame-week-autumn = 秋季学期 第 { $week } 周
# $week (number)
frame-week-spring = 春季学期 第 { $week } 周
frame-no-term = 不在学期内
frame-saved = 已全部保存 { $at }
frame-nothing-to-save = 还没有记录
frame-saving = 正在保存
frame-backup = 已备份 { $at }
frame-no-backup = 还没有备份
frame-just-now = 刚才：{ $what }
frame-undo = 撤销
frame-undone = 已撤销：{ $what }
frame-reading = 读取中
frame-unsaved = 有内容还没保存
frame-no-dialog = 这台电脑打不开选择文件的窗口。
frame-no-dialog-meaning = 什么也没有选，什么也没有改。
frame-no-dialog-remedy = 请在旁边的输入框里直接填写位置，例如 D:\名册\2026秋季.xlsx；名册文件也可以拖到窗口里。
