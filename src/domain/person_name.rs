//! Names of people: clean-up and matching form.
