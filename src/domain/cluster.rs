//! Cluster rules: many like findings in one group within days.
