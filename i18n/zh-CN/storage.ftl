storage-not-a-book = 这个文件不是晨检簿的数据：{ $path }
storage-not-a-book-remedy = 请检查数据文件夹是否选对；如果文件已损坏，请用最近的备份恢复。
storage-untouched = 文件没有被改动。
# $found (number)
# $known (number)
storage-too-new = 这本晨检簿由更新的程序写成（格式 { $found }，本程序认识到 { $known }）。
storage-too-new-remedy = 请安装新版程序后再打开。
storage-damaged = 数据文件已损坏：{ $path }
storage-unreadable = 数据文件已损坏，有的内容读不出来或对不上。
storage-damaged-meaning = 程序已停止读写，以免损坏扩大。
storage-damaged-remedy = 请不要删除原文件，用最近的备份恢复，或把整个数据文件夹带给维护人员。
storage-busy = 数据正被另一个程序使用。
storage-busy-remedy = 请关闭另一个晨检簿窗口，稍后再试。
storage-nothing-changed = 什么也没有改动，已保存的内容都在。
storage-full = 磁盘已满，写不进去：{ $path }
storage-full-remedy = 请清出一些空间再试。
storage-read-only = 不能写入：{ $path }
storage-read-only-remedy = 请检查文件夹权限或写保护，或换一个数据文件夹。
storage-backup-differs = 备份与原件不一致：{ $path }
storage-backup-differs-meaning = 这份备份不可靠，已删除；原来的数据没有改动。
storage-backup-differs-remedy = 请换一个备份位置，或检查那块磁盘。
storage-nothing-to-undo = 没有可以撤销的操作。
storage-nothing-to-undo-remedy = 只能撤销您今天的操作；打印和导出不能撤销。
storage-database = 数据库操作没有成功：{ $reason }
storage-database-remedy = 请再试一次；如果反复出现，请运行 chenjian doctor 并保留数据文件夹。
