//! What a person can do, one file per act; command line and window call only this.
