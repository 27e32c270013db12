//! Numbers that name a person, as lists show them.

/// A number with its middle hidden: the first five and the last four characters of long numbers, the first three
/// and the last four of telephone numbers, else the last two.
pub fn masked(number: &str) -> String {
    let letters: Vec<char> = number.trim().chars().collect();
    let (head, tail) = match letters.len() {
        13.. => (5, 4),
        8..=12 => (3, 4),
        length => (0, length.min(2)),
    };
    let hidden = letters.len().saturating_sub(head + tail);
    let start = letters.iter().take(head).copied();
    let end = letters.iter().skip(head + hidden).copied();
    start.chain(std::iter::repeat_n('*', hidden)).chain(end).collect()
}

#[cfg(test)]
mod tests {
    use super::masked;

    #[test]
    fn the_middle_is_hidden() {
        assert_eq!(masked("G451202201503010631"), "G4512**********0631");
        assert_eq!(masked("13812340217"), "138****0217");
        assert_eq!(masked("1234"), "**34");
        assert_eq!(masked(""), "");
    }
}
