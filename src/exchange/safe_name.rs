//! Names that every stick and every system takes.

/// Longest file or folder name in characters.
pub(super) const LONGEST: usize = 60;

/// Device names that Windows keeps for itself, whatever the ending.
const RESERVED: [&str; 22] = [
    "CON", "PRN", "AUX", "NUL", "COM1", "COM2", "COM3", "COM4", "COM5", "COM6", "COM7", "COM8", "COM9",
    "LPT1", "LPT2", "LPT3", "LPT4", "LPT5", "LPT6", "LPT7", "LPT8", "LPT9",
];

/// Turns any text into a file name for FAT, NTFS and Linux: forbidden and invisible characters become `_`,
/// spaces and dots at the ends go, names that Windows keeps for itself get a `_` in front. At most `longest`
/// characters; an ending of up to five characters (`.xlsx`) is kept. Never empty.
pub fn safe_name(text: &str, longest: usize) -> String {
    let cleaned: String = text.chars().map(|c| if is_forbidden(c) { '_' } else { c }).collect();
    let trimmed = cleaned.trim_matches([' ', '.', '\u{3000}']);
    let stem = trimmed.split('.').next().unwrap_or_default().trim_end();
    let named = if trimmed.is_empty() || RESERVED.iter().any(|name| stem.eq_ignore_ascii_case(name)) {
        format!("_{trimmed}")
    } else {
        trimmed.to_owned()
    };
    shorten(&named, longest)
}

fn is_forbidden(c: char) -> bool {
    matches!(c, '<' | '>' | ':' | '"' | '/' | '\\' | '|' | '?' | '*')
        || c.is_control()
        // Invisible characters and those that turn the reading direction.
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

fn shorten(name: &str, longest: usize) -> String {
    let length = name.chars().count();
    if length <= longest {
        return name.to_owned();
    }
    let ending = match name.rsplit_once('.') {
        Some((_, ending)) if ending.chars().count() <= 5 => format!(".{ending}"),
        _ => String::new(),
    };
    let kept: String = name.chars().take(longest.saturating_sub(ending.chars().count())).collect();
    format!("{}{ending}", kept.trim_end_matches([' ', '.', '\u{3000}']))
}

/// Whether a name from outside is one that this program could have written.
pub(super) fn is_safe(name: &str) -> bool {
    !name.is_empty() && safe_name(name, LONGEST) == name
}
