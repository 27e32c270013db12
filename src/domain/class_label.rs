//! Class names as schools write them, and what they mean.
