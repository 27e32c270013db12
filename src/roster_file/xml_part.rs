//! XML parts of a zip container, read as a stream and never beyond the budget.

use std::io::{BufRead, BufReader, Cursor, ErrorKind, Read};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::budget::{Budget, CONTAINER_BYTES, DEPTH, PART_BYTES, PARTS, TOKEN_BYTES, UNPACKED_BYTES};
use super::compound_file::{u16_at, u32_at};
use super::read_error::ReadError;

/// A zip container whose declared size is within bounds.
#[derive(Debug)]
pub struct Container<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    names: Vec<String>,
    /// Bytes that may still be unpacked.
    left: u64,
}

/// Behind the end record of a container lies its comment, of 65,535 bytes at most.
const END_WITHIN: usize = 22 + 65_535;
/// Before the end record of a large container stands the place of a second one.
const LOCATOR: usize = 20;

impl<'a> Container<'a> {
    /// Opens the container.
    pub fn open(bytes: &'a [u8]) -> Result<Self, ReadError> {
        if declared_parts(bytes) > PARTS {
            return Err(ReadError::TooLarge);
        }
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| ReadError::Damaged)?;
        if archive.decompressed_size().is_some_and(|size| size > CONTAINER_BYTES) {
            return Err(ReadError::TooLarge);
        }
        let names = archive
            .file_names()
            .map(|name| name.map_or_else(|_| String::new(), |n| n.replace('\\', "/")))
            .collect();
        Ok(Self { archive, names, left: UNPACKED_BYTES })
    }

    /// Names of the parts.
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// Whether a part is there, whatever the letter case.
    pub fn has(&self, name: &str) -> bool {
        self.names.iter().any(|n| n.eq_ignore_ascii_case(name))
    }

    /// How much a part unpacks to, as the container says; 0 if it is not there.
    pub fn size(&mut self, name: &str) -> usize {
        let at = self.names.iter().position(|n| n.eq_ignore_ascii_case(name));
        let part = at.and_then(|at| self.archive.by_index_raw(at).ok());
        part.and_then(|part| usize::try_from(part.size()).ok()).unwrap_or_default()
    }

    /// Opens a part; `None` if it is not there.
    pub fn part(&mut self, name: &str) -> Result<Option<XmlPart<impl BufRead + '_>>, ReadError> {
        let Some(at) = self.names.iter().position(|n| n.eq_ignore_ascii_case(name)) else { return Ok(None) };
        let file = self.archive.by_index(at).map_err(|error| match error {
            zip::result::ZipError::UnsupportedArchive(zip::result::ZipError::PASSWORD_REQUIRED) => {
                ReadError::Password
            }
            _ => ReadError::Damaged,
        })?;
        if file.size() > PART_BYTES.min(self.left) {
            return Err(ReadError::TooLarge);
        }
        let source = Bounded { inner: file, part: PART_BYTES, all: &mut self.left };
        Ok(Some(XmlPart::new(BufReader::new(source))))
    }
}

/// How many parts the end of a container declares: each costs memory before any is read.
fn declared_parts(bytes: &[u8]) -> u64 {
    let tail = bytes.len().saturating_sub(END_WITHIN);
    let end = bytes.get(tail..).and_then(|end| end.windows(4).rposition(|mark| mark == b"PK\x05\x06"));
    let Some(end) = end.map(|at| tail + at) else { return 0 };
    let large = || {
        let locator = bytes.get(end.checked_sub(LOCATOR)?..end).filter(|l| l.starts_with(b"PK\x06\x07"))?;
        let record = bytes.get(u32_at(locator, 8)? as usize..).filter(|r| r.starts_with(b"PK\x06\x06"))?;
        Some(u64::from(u32_at(record, 36)?) << 32 | u64::from(u32_at(record, 32)?))
    };
    large().unwrap_or_else(|| u16_at(bytes, end + 10).map_or(0, u64::from))
}

/// Fails once more has been unpacked than a part or all of them may.
struct Bounded<'l, R> {
    inner: R,
    part: u64,
    all: &'l mut u64,
}

impl<R: Read> Read for Bounded<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let count = self.inner.read(buffer)?;
        let left = self.part.checked_sub(count as u64).zip(self.all.checked_sub(count as u64));
        (self.part, *self.all) = left.ok_or_else(|| std::io::Error::from(ErrorKind::FileTooLarge))?;
        Ok(count)
    }
}

/// A stream of XML events; an empty element comes as its start and its end.
#[derive(Debug)]
pub struct XmlPart<R> {
    reader: Reader<R>,
    buffer: Vec<u8>,
    depth: usize,
}

impl<R: BufRead> XmlPart<R> {
    fn new(source: R) -> Self {
        let mut reader = Reader::from_reader(source);
        reader.config_mut().expand_empty_elements = true;
        Self { reader, buffer: Vec::new(), depth: 0 }
    }

    /// The next event; none is longer, and no element lies deeper, than a spreadsheet writes.
    pub fn next_event(&mut self, budget: &mut Budget<'_>) -> Result<Event<'_>, ReadError> {
        self.buffer.clear();
        let from = self.reader.buffer_position();
        let event = self.reader.read_event_into(&mut self.buffer).map_err(|error| match error {
            quick_xml::Error::Io(io) if io.kind() == ErrorKind::FileTooLarge => ReadError::TooLarge,
            _ => ReadError::Damaged,
        })?;
        budget.advance(self.reader.buffer_position().saturating_sub(from) as usize)?;
        match &event {
            Event::Start(_) => self.depth += 1,
            Event::End(_) => self.depth = self.depth.saturating_sub(1),
            _ => {}
        }
        if self.depth > DEPTH || event.len() > TOKEN_BYTES {
            return Err(ReadError::TooLarge);
        }
        Ok(event)
    }
}

/// An attribute by its local name.
pub fn attribute(start: &BytesStart<'_>, name: &str) -> Option<String> {
    // Looking for doubles takes the square of their number.
    start.attributes().with_checks(false).flatten().find(|a| a.key.local_name().as_ref() == name).map(|a| {
        a.normalized_value(quick_xml::XmlVersion::default())
            .map_or_else(|_| a.value.to_string(), std::borrow::Cow::into_owned)
    })
}

/// Adds what an event writes to the text: characters, CDATA and entities.
pub fn append(text: &mut String, event: &Event<'_>) -> Result<(), ReadError> {
    match event {
        Event::Text(part) => text.push_str(&part.xml10_content()),
        Event::CData(part) => text.push_str(&part.xml10_content()),
        Event::GeneralRef(reference) => match reference.resolve_char_ref() {
            Ok(Some(c)) => text.push(c),
            _ => text.push_str(match &*reference.xml10_content() {
                "amp" => "&",
                "lt" => "<",
                "gt" => ">",
                "quot" => "\"",
                "apos" => "'",
                _ => "",
            }),
        },
        _ => {}
    }
    if text.len() > TOKEN_BYTES { Err(ReadError::TooLarge) } else { Ok(()) }
}
