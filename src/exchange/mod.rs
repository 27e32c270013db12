//! USB packages: manifest, write and verify.
