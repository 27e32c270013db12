//! The string table of an old workbook, whose strings run on across records (MS-XLS 2.4.265, 2.5.293).

use std::sync::Arc;

use super::budget::Budget;
use super::compound_file::{u16_at, u32_at};
use super::read_error::ReadError;

/// Reads the table out of its record and those that continue it.
pub fn table(parts: &[&[u8]], budget: &mut Budget<'_>) -> Result<Vec<Arc<str>>, ReadError> {
    let mut source = Source { parts, part: 0, at: 8 };
    let count = parts.first().and_then(|first| u32_at(first, 4)).ok_or(ReadError::Damaged)?;
    let mut strings = Vec::new();
    for _ in 0..count {
        let Some(text) = source.string() else { break };
        budget.string(&text)?;
        budget.advance(text.len())?;
        strings.push(text.into());
    }
    // A table cut short would give wrong people to right rows.
    if strings.len() < count as usize { Err(ReadError::Damaged) } else { Ok(strings) }
}

/// A string with a count of two bytes, as in a cell of its own or a formula's result.
pub fn single(bytes: &[u8]) -> Option<String> {
    Source { parts: &[bytes], part: 0, at: 0 }.string()
}

/// A string with a count of one byte: the name of a sheet.
pub fn short(bytes: &[u8]) -> Option<String> {
    let count = usize::from(*bytes.first()?);
    let wide = bytes.get(1)? & 1 == 1;
    let units: Vec<u16> = if wide {
        bytes.get(2..2 + count * 2)?.chunks_exact(2).filter_map(|pair| u16_at(pair, 0)).collect()
    } else {
        bytes.get(2..2 + count)?.iter().map(|b| u16::from(*b)).collect()
    };
    Some(String::from_utf16_lossy(&units))
}

struct Source<'a> {
    parts: &'a [&'a [u8]],
    part: usize,
    at: usize,
}

impl Source<'_> {
    fn string(&mut self) -> Option<String> {
        let count = u16::from_le_bytes([self.byte()?, self.byte()?]);
        let mut flags = self.byte()?;
        let runs =
            if flags & 8 == 8 { usize::from(u16::from_le_bytes([self.byte()?, self.byte()?])) } else { 0 };
        let extra = if flags & 4 == 4 {
            u32::from_le_bytes([self.byte()?, self.byte()?, self.byte()?, self.byte()?]) as usize
        } else {
            0
        };
        let mut units = Vec::new();
        for _ in 0..count {
            // Where a string goes on in the next record, that begins with new flags.
            if self.parts.get(self.part)?.len() <= self.at {
                self.part += 1;
                self.at = 1;
                flags = *self.parts.get(self.part)?.first()?;
            }
            let low = self.byte()?;
            units.push(if flags & 1 == 1 { u16::from_le_bytes([low, self.byte()?]) } else { u16::from(low) });
        }
        self.pass(runs * 4)?;
        self.pass(extra)?;
        Some(String::from_utf16_lossy(&units))
    }

    fn byte(&mut self) -> Option<u8> {
        while self.parts.get(self.part)?.len() <= self.at {
            self.part += 1;
            self.at = 0;
        }
        let byte = *self.parts.get(self.part)?.get(self.at)?;
        self.at += 1;
        Some(byte)
    }

    fn pass(&mut self, mut count: usize) -> Option<()> {
        while count > 0 {
            let left = self.parts.get(self.part)?.len().saturating_sub(self.at);
            if left >= count {
                self.at += count;
                return Some(());
            }
            count -= left;
            self.part += 1;
            self.at = 0;
        }
        Some(())
    }
}
