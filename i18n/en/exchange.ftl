exchange-cancelled-happened = You stopped making the package.
exchange-cancelled-meaning = No half package is left on the stick, and the book is unchanged.
exchange-cancelled-remedy = Make it again whenever you like.
exchange-needs-seal-happened = The chosen level holds data of persons, so no package was made.
exchange-needs-seal-meaning = Files with names and the like must be encrypted before they leave the school, which this version cannot do yet.
exchange-needs-seal-remedy = Use the level “counts”, which holds totals only.
exchange-content-happened = What was to be packed contradicts itself, so no package was made: { $part }
exchange-content-meaning = This is a fault of the program. The data in the book are in order, and nothing was written to the stick.
exchange-content-remedy = Make a backup, then tell this message to whoever looks after the program.
exchange-not-a-package-happened = This is not a package: { $path }
exchange-not-a-package-meaning = No manifest of this program was found there. Nothing was read.
exchange-not-a-package-remedy = Choose the folder whose name begins with the school and ends with a number such as “第0001号”.
# $found (number)
# $known (number)
exchange-newer-happened = The package has format { $found }; this program knows formats up to { $known }.
exchange-newer-meaning = A newer program wrote it. So as not to misread it, it was left unopened and untouched.
exchange-newer-remedy = Update this program first, then open the package.
exchange-lacking-happened = A part of the package is not there: { $path }
exchange-changed-happened = A part of the package does not agree with its manifest: { $path }
# $found (number)
# $stated (number)
exchange-row-count-happened = Table { $table } has { $found ->
    [one] { $found } row
   *[other] { $found } rows
}; the manifest states { $stated }.
# $line (number)
exchange-bad-row-happened = Row { $line } of table { $table } is not as it should be.
exchange-damaged-meaning = The package was damaged or changed after it was written. Its figures must not be used.
exchange-damaged-remedy = Ask the school to make it again, best on another stick.
exchange-unsafe-path-happened = The manifest names a file that is not allowed: { $path }
exchange-too-large-happened = The package is larger than any can be: { $path }
exchange-foreign-meaning = This program does not write such packages. Someone may have tampered with it; nothing more was read.
exchange-foreign-remedy = Do not use this package. Check the stick for viruses and ask the school.
