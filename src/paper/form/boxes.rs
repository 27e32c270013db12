//! Words to choose from by hand, each behind a box to tick.

use crate::i18n::Language;
use crate::paper::Words;

/// The words with an empty box before each; the box of `chosen` is ticked.
pub(super) fn boxes(words: &[Words], chosen: &str, language: Language) -> String {
    let one = |words: &Words| {
        let word = words.get(language);
        let sign = if word == chosen && !word.is_empty() { '■' } else { '□' };
        format!("{sign}{word}")
    };
    words.iter().map(one).collect::<Vec<_>>().join("  ")
}

/// A text, or the boxes where it is empty or one of their words.
pub(super) fn text_or_boxes(text: &str, words: &[Words], language: Language) -> String {
    let known = |text: &str| words.iter().any(|it| it.get(language) == text);
    if !words.is_empty() && (text.is_empty() || known(text)) {
        return boxes(words, text, language);
    }
    text.to_owned()
}
