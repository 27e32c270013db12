//! Words of fixed terms: sessions, states, attendance, units.
