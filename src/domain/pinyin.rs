//! Finding people by pinyin.
