demo-cli = 制作一所演示学校：名册、三天晨检、日报、告家长书、报送文件
demo-cli-out = 放在哪个文件夹（空的，或以前演示留下的）
demo-folder = 文件夹“{ $path }”里有别的东西，不能放演示学校。
demo-folder-remedy = 请用 --out 指定一个空文件夹。
# $count (number)
demo-roster = 名册，{ $count } 名学生：{ $path }
demo-daily-report = 当天的日报：{ $path }
# $count (number)
demo-letters = 告家长书，{ $count } 份：{ $path }
# $count (number)
demo-check-sheets = 空白晨检表，{ $count } 张：{ $path }
demo-usb-package = 报送文件：{ $path }
demo-open = 在窗口里打开这所学校：
