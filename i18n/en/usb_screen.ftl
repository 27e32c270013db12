usb-screen-title = USB package
# $number (number)
usb-screen-week = Week { $number }, { $from } to { $to }
usb-screen-days = { $from } to { $to }
usb-screen-content = This week
# $classes (number)
# $days (number)
usb-screen-extent = { $classes } classes × { $days } days
usb-screen-total = Total
usb-screen-sheets = Check sheets
usb-screen-nil = Zero reports
usb-screen-exceptions = With findings
usb-screen-unchecked = Unchecked
usb-screen-ill = Absent ill
usb-screen-fever = Fever
usb-screen-clusters = Clusters
usb-screen-where = Write to
usb-screen-refresh = Refresh
usb-screen-no-stick = No stick was found. Plug one in and refresh, or write to another folder.
usb-screen-other = Another folder
usb-screen-other-detail = The desktop, say, to copy it yourself
usb-screen-folder-hint = Full path of the folder
usb-screen-choose-title = Write to which folder
usb-screen-no-folder = Please name a folder that exists
usb-screen-no-drive = This drive cannot be written, please use another
usb-screen-free = { $amount } free
# $count (number)
usb-screen-old = { $count ->
    [one] 1 old package
   *[other] { $count } old packages
 }
usb-screen-unlock = read only: move its switch to allow writing, or use another
usb-screen-not-allowed = this user may not write to it, use another
usb-screen-no-room = it is full: remove old files or use another
usb-screen-comma = ,{" "}
usb-screen-read-only = No writing
usb-screen-packages = Written before
usb-screen-all-again = Digest
usb-screen-no-packages = No package has been written yet.
usb-screen-level = Level
usb-screen-counts = Counts
usb-screen-level-why = Counts only, no names and no numbers of persons; classes under 10 are summed into their stage. The levels with cases and with everything hold personal data and come with sealing.
usb-screen-covers = { $from } to { $to }, with the day's report as PDF and xlsx for offices without this program
usb-screen-write = Write the package
usb-screen-written = Written, read back and compared: the stick may be removed
# $files (number)
usb-screen-written-note = { $files } files, digest { $digest }, in { $folder }
usb-screen-cancelled = Stopped, nothing was left on the stick
usb-screen-stage-collect = Adding up
usb-screen-stage-write = Writing
usb-screen-stage-verify = Reading back
# $done (number)
# $total (number)
usb-screen-count = { $done } / { $total }
usb-screen-stop = Stop
usb-screen-key-drive = Choose
usb-screen-key-write = Write
usb-screen-key-refresh = Refresh
# $day (number)
usb-screen-weekday = { $day ->
    [1] Mon
    [2] Tue
    [3] Wed
    [4] Thu
    [5] Fri
    [6] Sat
   *[other] Sun
 }
