usb-report-file = daily-report_{ $date }
# $files (number)
usb-done = Written and read back, the stick can be pulled out: { $folder } ({ $files } files)
usb-verified = Whole: { $school } no. { $number }, { $from } to { $to }, not signed
usb-unlisted = Not listed and not read: { $name }
usb-help = packages for the township
usb-help-export = write a new package and read it back
usb-help-to = the stick or another folder; must exist
usb-help-level = content: counts holds numbers only; cases and full need sealing, which this version cannot do
usb-help-verify = check whether a package is whole; reads only
usb-help-folder = folder of the package
