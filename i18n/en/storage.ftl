storage-not-a-book = This file is not a book of this program: { $path }
storage-not-a-book-remedy = Check the data folder; if the file is damaged, restore the latest backup.
storage-untouched = The file was not touched.
# $found (number)
# $known (number)
storage-too-new = This book was written by a newer program (format { $found }, this program knows { $known }).
storage-too-new-remedy = Install the newer program and open it again.
storage-damaged = The data file is damaged: { $path }
storage-unreadable = The data file is damaged: some of it cannot be read or does not fit together.
storage-damaged-meaning = The program has stopped reading and writing so that the damage does not spread.
storage-damaged-remedy = Do not delete the file. Restore the latest backup or take the whole data folder to your support.
storage-busy = Another program is using the data.
storage-busy-remedy = Close the other window and try again.
storage-nothing-changed = Nothing was changed; everything saved before is still there.
storage-full = The disk is full: { $path }
storage-full-remedy = Free some space and try again.
storage-read-only = Cannot write: { $path }
storage-read-only-remedy = Check permissions and write protection, or choose another data folder.
storage-backup-differs = The backup differs from the book: { $path }
storage-backup-differs-meaning = The copy cannot be trusted and was removed; the data themselves are unchanged.
storage-backup-differs-remedy = Choose another place for backups or check that disk.
storage-nothing-to-undo = There is nothing to undo.
storage-nothing-to-undo-remedy = Only your own operations of today can be undone; prints and exports cannot.
storage-database = The database refused the operation: { $reason }
storage-database-remedy = Try again; if it keeps happening, run chenjian doctor and keep the data folder.
