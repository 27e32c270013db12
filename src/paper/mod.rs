//! Layout in millimetres, PDF and preview; forms, letters, fonts.
