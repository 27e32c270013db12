usb-report-file = 日报_{ $date }
# $files (number)
usb-done = 已写入并读回比对，可以拔盘：{ $folder }（{ $files } 个文件）
usb-verified = 完好：{ $school } 第 { $number } 号，{ $from } 至 { $to }，没有签名
usb-unlisted = 清单以外的文件，没有读：{ $name }
usb-help = U 盘报送文件
usb-help-export = 写一份新的报送文件夹，写完读回比对
usb-help-to = U 盘或别的文件夹，必须已经存在
usb-help-level = 内容级别：counts 只有人数；cases、full 须加密，这个版本还不能
usb-help-verify = 核对一份报送文件夹是否完好，只读不写
usb-help-folder = 报送文件夹
