//! XML parts of a zip container, read as a stream and never beyond the budget.

use std::io::{BufRead, BufReader, Cursor, ErrorKind, Read};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::budget::{CONTAINER_BYTES, PART_BYTES};
use super::read_error::ReadError;

/// A zip container whose declared size is within bounds.
#[derive(Debug)]
pub struct Container<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    names: Vec<String>,
}

impl<'a> Container<'a> {
    /// Opens the container.
    pub fn open(bytes: &'a [u8]) -> Result<Self, ReadError> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| ReadError::Damaged)?;
        if archive.decompressed_size().is_some_and(|size| size > CONTAINER_BYTES) {
            return Err(ReadError::TooLarge);
        }
        let names = archive
            .file_names()
            .map(|name| name.map_or_else(|_| String::new(), |n| n.replace('\\', "/")))
            .collect();
        Ok(Self { archive, names })
    }

    /// Names of the parts.
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// Whether a part is there, whatever the letter case.
    pub fn has(&self, name: &str) -> bool {
        self.names.iter().any(|n| n.eq_ignore_ascii_case(name))
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
        if file.size() > PART_BYTES {
            return Err(ReadError::TooLarge);
        }
        Ok(Some(XmlPart::new(BufReader::new(Bounded { inner: file, left: PART_BYTES }))))
    }
}

/// Fails once more has been unpacked than the container declared or the budget allows.
struct Bounded<R> {
    inner: R,
    left: u64,
}

impl<R: Read> Read for Bounded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let count = self.inner.read(buffer)?;
        self.left = self
            .left
            .checked_sub(count as u64)
            .ok_or_else(|| std::io::Error::from(ErrorKind::FileTooLarge))?;
        Ok(count)
    }
}

/// A stream of XML events; an empty element comes as its start and its end.
#[derive(Debug)]
pub struct XmlPart<R> {
    reader: Reader<R>,
    buffer: Vec<u8>,
}

impl<R: BufRead> XmlPart<R> {
    fn new(source: R) -> Self {
        let mut reader = Reader::from_reader(source);
        reader.config_mut().expand_empty_elements = true;
        Self { reader, buffer: Vec::new() }
    }

    /// The next event.
    pub fn next_event(&mut self) -> Result<Event<'_>, ReadError> {
        self.buffer.clear();
        self.reader.read_event_into(&mut self.buffer).map_err(|error| match error {
            quick_xml::Error::Io(io) if io.kind() == ErrorKind::FileTooLarge => ReadError::TooLarge,
            _ => ReadError::Damaged,
        })
    }
}

/// An attribute by its local name.
pub fn attribute(start: &BytesStart<'_>, name: &str) -> Option<String> {
    start.attributes().flatten().find(|a| a.key.local_name().as_ref() == name).map(|a| {
        a.normalized_value(quick_xml::XmlVersion::default())
            .map_or_else(|_| a.value.to_string(), std::borrow::Cow::into_owned)
    })
}

/// Adds what an event writes to the text: characters, CDATA and entities.
pub fn append(text: &mut String, event: &Event<'_>) {
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
}
