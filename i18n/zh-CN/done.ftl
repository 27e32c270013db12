done-set-nil = { $group }记为零报告
# $count (number)
done-set-all-nil = { $count } 张检查表记为零报告
done-record = { $group }登记异常
done-correct = { $group }更正
# $count (number)
done-record-several = { $group }一起登记 { $count } 人
done-confirm = { $group }确认
done-hand-in = { $group }交表时间
# $count (number)
done-import = 导入 { $count } 人
# $left (number)
done-import-left = 导入：离校 { $left } 人
# $count (number)
# $left (number)
done-import-both = 导入 { $count } 人，离校 { $left } 人
done-add-person = 新增人员
done-edit-person = 修改人员
done-plan = 更新预案任务
done-terms = 更新校历
done-set = 更新设置
done-daily-report = 日报已生成
done-reprint = 再次印出 { $number }
# $count (number)
done-letters = 告家长书 { $count } 份
done-usb-package = 写入 U 盘
done-plan-start = 列出本学期的预案任务
# $count (number)
done-print = 打印 { $count } 张
done-and-kept = { $done }。{ $kept }
# $count (number)
done-kept-people = { $count } 人后来又改过或已有登记，对他们的改动全部保留：{ $names }{ $more ->
    [more] 等
   *[all] {""}
}
# $changed (number)
# $left (number)
# $new (number)
done-import-file = 导入“{ $file }”：新增 { $new } 人，变更 { $changed } 人{ $left ->
    [0] {""}
   *[other] ，离校 { $left } 人
}
