//! The shipped rules: symptoms, sessions, limits, clusters, each with its source and date.
