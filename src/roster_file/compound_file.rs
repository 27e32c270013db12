//! Compound files (MS-CFB): the container of old office documents and of encrypted workbooks.
//! Every count and place in them is untrusted; chains are followed no longer than the file is.

use super::read_error::ReadError;

const HEADER: usize = 512;
const ENTRY: usize = 128;
/// Streams shorter than this lie in the mini stream.
const MINI_BELOW: usize = 4096;
const MINI_SECTOR: usize = 64;
/// Sector numbers from here on are marks, not places.
const LAST_SECTOR: u32 = 0xffff_fffa;
/// Places of the sector table in the header.
const HEADER_TABLE: std::ops::Range<usize> = 76..HEADER;

/// A stream as the directory lists it.
#[derive(Debug)]
struct Entry {
    name: String,
    start: u32,
    size: usize,
}

/// An opened compound file.
#[derive(Debug)]
pub struct CompoundFile<'a> {
    bytes: &'a [u8],
    sector: usize,
    table: Vec<u32>,
    entries: Vec<Entry>,
}

impl<'a> CompoundFile<'a> {
    /// Reads the sector table and the directory.
    pub fn open(bytes: &'a [u8]) -> Result<Self, ReadError> {
        let shift = u16_at(bytes, 30).ok_or(ReadError::Damaged)?;
        if shift != 9 && shift != 12 {
            return Err(ReadError::Damaged);
        }
        let mut file = Self { bytes, sector: 1 << shift, table: Vec::new(), entries: Vec::new() };
        file.read_table()?;
        let directory = file.chain(u32_at(bytes, 48).ok_or(ReadError::Damaged)?, usize::MAX)?;
        file.entries = directory.chunks_exact(ENTRY).filter_map(entry).collect();
        Ok(file)
    }

    /// Whether a stream is there.
    pub fn has(&self, name: &str) -> bool {
        self.entries.iter().any(|entry| entry.name == name)
    }

    /// The bytes of a stream; `None` if it is not there.
    pub fn stream(&self, name: &str) -> Result<Option<Vec<u8>>, ReadError> {
        let Some(entry) = self.entries.iter().find(|entry| entry.name == name) else { return Ok(None) };
        if entry.size >= MINI_BELOW {
            let stream = self.chain(entry.start, entry.size)?;
            return if stream.len() < entry.size { Err(ReadError::Damaged) } else { Ok(Some(stream)) };
        }
        // The first entry is the root, whose stream holds all short ones.
        let root = self.entries.first().ok_or(ReadError::Damaged)?;
        let mini = self.chain(root.start, root.size)?;
        let table = self.chain(u32_at(self.bytes, 60).ok_or(ReadError::Damaged)?, usize::MAX)?;
        let table = numbers(&table);
        let mut stream = Vec::new();
        let mut next = entry.start;
        while next < LAST_SECTOR && stream.len() < entry.size {
            let at = (next as usize).checked_mul(MINI_SECTOR).ok_or(ReadError::Damaged)?;
            stream.extend_from_slice(mini.get(at..at + MINI_SECTOR).ok_or(ReadError::Damaged)?);
            next = *table.get(next as usize).ok_or(ReadError::Damaged)?;
        }
        stream.truncate(entry.size);
        Ok(Some(stream))
    }

    /// The sector table: its first sectors are listed in the header, more of them in a chain.
    fn read_table(&mut self) -> Result<(), ReadError> {
        let sectors = self.bytes.len() / self.sector + 1;
        let mut places = numbers(self.bytes.get(HEADER_TABLE).ok_or(ReadError::Damaged)?);
        let mut next = u32_at(self.bytes, 68).ok_or(ReadError::Damaged)?;
        let mut followed = 0;
        while next < LAST_SECTOR && followed < sectors {
            let mut more = numbers(self.sector_at(next).ok_or(ReadError::Damaged)?);
            next = more.pop().unwrap_or(LAST_SECTOR);
            places.append(&mut more);
            followed += 1;
        }
        for place in places.into_iter().filter(|place| *place < LAST_SECTOR).take(sectors) {
            let sector = numbers(self.sector_at(place).ok_or(ReadError::Damaged)?);
            self.table.extend(sector);
        }
        Ok(())
    }

    fn sector_at(&self, number: u32) -> Option<&'a [u8]> {
        let at = (number as usize + 1).checked_mul(self.sector)?;
        let whole = self.bytes.get(at..at.checked_add(self.sector)?);
        // Some programs leave the last sector short.
        whole.or_else(|| self.bytes.get(at..).filter(|rest| !rest.is_empty()))
    }

    /// The sectors of a chain, up to a size.
    fn chain(&self, start: u32, size: usize) -> Result<Vec<u8>, ReadError> {
        let mut stream = Vec::new();
        let mut next = start;
        while next < LAST_SECTOR && stream.len() < size {
            // A chain longer than the file runs in a circle.
            if stream.len() > self.bytes.len() {
                return Err(ReadError::Damaged);
            }
            stream.extend_from_slice(self.sector_at(next).ok_or(ReadError::Damaged)?);
            next = *self.table.get(next as usize).ok_or(ReadError::Damaged)?;
        }
        stream.truncate(size);
        Ok(stream)
    }
}

fn entry(bytes: &[u8]) -> Option<Entry> {
    let length = usize::from(u16_at(bytes, 64)?).checked_sub(2).filter(|length| *length <= 62)?;
    let units: Vec<u16> = bytes.get(..length)?.chunks_exact(2).filter_map(|pair| u16_at(pair, 0)).collect();
    Some(Entry {
        name: String::from_utf16_lossy(&units),
        start: u32_at(bytes, 116)?,
        size: u32_at(bytes, 120)? as usize,
    })
}

fn numbers(bytes: &[u8]) -> Vec<u32> {
    bytes.chunks_exact(4).filter_map(|four| u32_at(four, 0)).collect()
}

/// A little-endian number of two bytes.
pub fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at.checked_add(2)?)?.try_into().ok()?))
}

/// A little-endian number of four bytes.
pub fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at.checked_add(4)?)?.try_into().ok()?))
}
