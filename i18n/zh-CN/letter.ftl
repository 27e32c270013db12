letter-whole-school = 全校
letter-class-teacher = 各班班主任
letter-everybody = 各位
letter-day = { $day }（{ $weekday }）
letter-ask-the-clinic = 请问卫生院的医生
letter-as-the-doctor-says = 医生说可以了再来，并带上医院的证明
# $letters (number)
# $sheets (number)
letter-would-be = { $letters } 份，要用 { $sheets } 张纸。还没有打印。
# $first (number)
# $sheets (number)
letter-resumed = { $file }：从第 { $first } 张起，还有 { $sheets } 张
letter-cli-per = 一人一份（child）、一班一份（class）或全校一份（school）；后两种没有回执
letter-cli-size = 一张纸一份（page）或两份（half，从中间裁开）；不写按该信的常用版式
letter-cli-duplex = 双面打印机用：背面留空，回执背后不会印上字
letter-cli-disease = 信里写的传染病，编号或名称，见 disease list
letter-cli-from = 信里写的第一天：放假、停课、开学、记录的第一天
letter-cli-to = 信里写的最后一天
letter-cli-return-by = 回执交回的日期；不写按规则推算
letter-cli-dry-run = 只算要用几张纸，不打印、不登记
letter-cli-resume = 从某一张起接着打印已发的一批信，编号不变
letter-cli-number = 这批信的编号，见 report list
letter-cli-from-sheet = 从第几张纸起
