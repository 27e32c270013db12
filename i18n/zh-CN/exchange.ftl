exchange-cancelled-happened = 您中途停止了生成报送文件。
exchange-cancelled-meaning = U 盘上没有留下半份文件，账簿也没有改动。
exchange-cancelled-remedy = 需要时重新生成即可。
exchange-needs-seal-happened = 选定的内容级别含有个人信息，没有生成报送文件。
exchange-needs-seal-meaning = 含有姓名等个人信息的文件必须加密后才能离开学校，这个版本还不能加密。
exchange-needs-seal-remedy = 请改用“人数”级别，它只含合计数字。
exchange-content-happened = 报送内容自相矛盾，没有生成文件：{ $part }
exchange-content-meaning = 这是程序的差错，账簿里的数据没有问题，U 盘上也没有写入。
exchange-content-remedy = 请先备份，再把这条提示告诉负责维护程序的人。
exchange-not-a-package-happened = 这里不是报送文件夹：{ $path }
exchange-not-a-package-meaning = 没有找到本程序的报送清单，什么也没有读入。
exchange-not-a-package-remedy = 请选择名称以学校名开头、以编号结尾的文件夹，例如“第0001号”。
# $found (number)
# $known (number)
exchange-newer-happened = 这份报送文件是第 { $found } 版格式，本程序只认得到第 { $known } 版。
exchange-newer-meaning = 它由更新的程序写成。为免读错，没有打开，文件原样未动。
exchange-newer-remedy = 请先升级本程序，再打开这份文件。
exchange-lacking-happened = 报送文件缺了一部分：{ $path }
exchange-changed-happened = 报送文件有一部分和清单对不上：{ $path }
# $found (number)
# $stated (number)
exchange-row-count-happened = 数据表 { $table } 有 { $found } 行，清单写的是 { $stated } 行。
# $line (number)
exchange-bad-row-happened = 数据表 { $table } 第 { $line } 行的内容不合规定。
exchange-damaged-meaning = 文件在写好之后损坏或被改动过，其中的数字不能采用。
exchange-damaged-remedy = 请让报送学校重新生成一份，最好换一个 U 盘。
exchange-unsafe-path-happened = 报送清单里有不允许的文件名：{ $path }
exchange-too-large-happened = 报送文件大得不合常理：{ $path }
exchange-foreign-meaning = 本程序不会写出这样的文件，它可能被人动过手脚，没有继续读取。
exchange-foreign-remedy = 请不要使用这份文件，先杀毒，再向报送学校核实。
