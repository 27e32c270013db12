//! Reading rosters out of xls, xlsx, ods, csv and html files; writing xlsx and csv.
