//! Terms, school days and their editable exceptions.
