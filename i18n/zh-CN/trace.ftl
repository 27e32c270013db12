# $count (number)
trace-tab-open = 未结 { $count }
trace-nobody-absent = 眼下没有人因病或因不明原因缺勤。检查表上记为因病或原因不明的，会列在这里。
# $count (number)
trace-absences = 因病缺勤未结 { $count }
trace-longest-first = 缺勤久的在前
# $day (number)
trace-day = 第 { $day } 天
trace-reason-unknown = 缺勤原因不明
trace-symptoms-unknown = 症状不明
trace-key-move = 选人
trace-key-person = 个人档案
