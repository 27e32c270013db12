demo-cli = Make a sample school: roster, three days of checks, daily report, letters, package for the stick
demo-cli-out = Folder for it (empty, or made by an earlier demo)
demo-folder = The folder “{ $path }” holds other things; the sample school cannot go there.
demo-folder-remedy = Name an empty folder with --out.
# $count (number)
demo-roster = Roster of { $count } pupils: { $path }
demo-daily-report = Today's daily report: { $path }
# $count (number)
demo-letters = { $count ->
    [one] { $count } letter
   *[other] { $count } letters
} to guardians: { $path }
# $count (number)
demo-check-sheets = { $count ->
    [one] { $count } blank check sheet
   *[other] { $count } blank check sheets
}: { $path }
demo-usb-package = Package for the stick: { $path }
demo-open = Open this school in the window:
