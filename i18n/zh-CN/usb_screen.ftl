usb-screen-title = U 盘报送
# $number (number)
usb-screen-week = 第 { $number } 周，{ $from } 至 { $to }
usb-screen-days = { $from } 至 { $to }
usb-screen-content = 本周内容
# $classes (number)
# $days (number)
usb-screen-extent = { $classes } 班 × { $days } 天
usb-screen-total = 合计
usb-screen-sheets = 晨检表
usb-screen-nil = 零报告
usb-screen-exceptions = 有异常
usb-screen-unchecked = 未检
usb-screen-ill = 因病缺勤（人次）
usb-screen-fever = 发热（人次）
usb-screen-clusters = 聚集性疫情（起）
usb-screen-where = 写到哪里
usb-screen-refresh = 刷新
usb-screen-no-stick = 没有看到 U 盘。插好后按刷新，或者写到别的文件夹。
usb-screen-other = 别的文件夹
usb-screen-other-detail = 例如桌面，再自己拷到 U 盘
usb-screen-folder-hint = 文件夹的完整路径
usb-screen-choose-title = 写到哪个文件夹
usb-screen-no-folder = 请写明一个已经有的文件夹
usb-screen-no-drive = 这个盘不能写，请换一个
usb-screen-free = 可用 { $amount }
# $count (number)
usb-screen-old = 有 { $count } 份旧文件
usb-screen-unlock = 这个盘是只读的，请拨开侧面的写保护开关，或者换一个盘
usb-screen-not-allowed = 没有写这个盘的权限，请换一个盘
usb-screen-no-room = 盘满了，请删掉旧文件或者换一个盘
usb-screen-comma = ，
usb-screen-read-only = 不能写
usb-screen-packages = 已写过的文件
usb-screen-all-again = 校验码
usb-screen-no-packages = 还没有写过报送文件。
usb-screen-level = 内容级别
usb-screen-counts = 人数
usb-screen-level-why = 只有人数，没有姓名和个人编号；10 人以下的班并入学段合计。病例级和全部级含有个人信息，要等加密功能做好才能选。
usb-screen-covers = { $from } 至 { $to }，另附当天日报的 PDF 和 xlsx，不装本程序也能看
usb-screen-write = 生成上报文件
usb-screen-written = 已写入并读回比对，可以拔盘
# $files (number)
usb-screen-written-note = { $files } 个文件，校验码 { $digest }，在 { $folder }
usb-screen-cancelled = 已停止，盘上没有留下半份文件
usb-screen-stage-collect = 正在汇总
usb-screen-stage-write = 正在写入
usb-screen-stage-verify = 正在读回比对
# $done (number)
# $total (number)
usb-screen-count = { $done } / { $total }
usb-screen-stop = 停止
usb-screen-key-drive = 选 U 盘
usb-screen-key-write = 生成
usb-screen-key-refresh = 刷新
# $day (number)
usb-screen-weekday = { $day ->
    [1] 周一
    [2] 周二
    [3] 周三
    [4] 周四
    [5] 周五
    [6] 周六
   *[other] 周日
 }
