//! Files that are whole or absent: temporary name, flush, read back, rename.
