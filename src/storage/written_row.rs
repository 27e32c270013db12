//! A record on its way into the database: its columns and their values, without a map in between, which costs an
//! allocation for every name. A roster writes thousands of them.

use rusqlite::types::{ToSql, ToSqlOutput, ValueRef};
use serde::ser::{Error as _, Impossible, Serialize, SerializeStruct, Serializer};
use serde_json::{Error, Value};

use super::record::{Record, Shape, to_sql};
use crate::domain::id::PersonId;

/// A value as it is written.
#[derive(Debug)]
enum Written {
    Plain(Value),
    /// A column that holds JSON.
    Json(String),
}

/// The columns of a record in the order of their names, which is the order of a [`Row`](super::Row) too.
#[derive(Debug)]
pub(super) struct WrittenRow<'s> {
    pub shape: &'s Shape,
    columns: Vec<(&'static str, Written)>,
}

impl<'s> WrittenRow<'s> {
    /// The columns of a record.
    pub fn of<R: Record>(shape: &'s Shape, record: &R) -> Result<Self, Error> {
        let mut row = record.serialize(Self { shape, columns: Vec::new() })?;
        row.columns.sort_unstable_by_key(|(name, _)| *name);
        Ok(row)
    }

    /// What an import remembers of a person, with the fields as JSON already.
    pub fn remembered(shape: &'s Shape, person: PersonId, fields: String) -> Self {
        let person = Written::Plain(Value::String(person.to_string()));
        Self { shape, columns: vec![("fields", Written::Json(fields)), ("person", person)] }
    }

    /// The columns that hold something and no JSON.
    pub fn filled(&self) -> impl Iterator<Item = (&str, &Value)> {
        self.columns.iter().filter_map(|(name, value)| match value {
            Written::Plain(value) if !value.is_null() => Some((*name, value)),
            _ => None,
        })
    }

    /// Names of the columns.
    pub fn names(&self) -> impl Iterator<Item = &'static str> {
        self.columns.iter().map(|(name, _)| *name)
    }

    /// What the database takes, in the order of the names.
    pub fn values(&self) -> impl Iterator<Item = impl ToSql> {
        self.columns.iter().map(|(name, value)| match value {
            Written::Plain(value) => to_sql(self.shape, name, value),
            Written::Json(text) => ToSqlOutput::Borrowed(ValueRef::Text(text.as_bytes())),
        })
    }

    /// The values of the key as JSON.
    pub fn key(&self) -> Result<String, Error> {
        let value = |key: &&str| match self.columns.iter().find(|(name, _)| name == key) {
            Some((_, Written::Plain(value))) => value,
            _ => &Value::Null,
        };
        serde_json::to_string(&self.shape.keys.iter().map(value).collect::<Vec<_>>())
    }

    /// All of it as JSON, letter for letter as the [`Row`](super::Row) that is read back.
    pub fn text(&self) -> Result<String, Error> {
        let mut text = Vec::with_capacity(512);
        for (at, (name, value)) in self.columns.iter().enumerate() {
            text.extend_from_slice(if at == 0 { b"{\"" } else { b",\"" });
            text.extend_from_slice(name.as_bytes());
            text.extend_from_slice(b"\":");
            match value {
                Written::Plain(value) => serde_json::to_writer(&mut text, value)?,
                Written::Json(json) => text.extend_from_slice(json.as_bytes()),
            }
        }
        text.push(b'}');
        String::from_utf8(text).map_err(Error::custom)
    }
}

impl SerializeStruct for WrittenRow<'_> {
    type Ok = Self;
    type Error = Error;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<(), Error> {
        let written = if self.shape.json.contains(&name) {
            Written::Json(serde_json::to_string(value)?)
        } else {
            Written::Plain(serde_json::to_value(value)?)
        };
        self.columns.push((name, written));
        Ok(())
    }

    fn end(self) -> Result<Self, Error> {
        Ok(self)
    }
}

fn no_struct<T>() -> Result<T, Error> {
    Err(Error::custom("not a struct"))
}

/// What is no struct has no columns.
macro_rules! refuse {
    ($($what:ident($($given:ty),*) -> $answer:ty;)*) => {
        $(fn $what(self, $(_: $given),*) -> Result<$answer, Error> { no_struct() })*
    };
}

impl<'s> Serializer for WrittenRow<'s> {
    type Ok = Self;
    type Error = Error;
    type SerializeSeq = Impossible<Self, Error>;
    type SerializeTuple = Impossible<Self, Error>;
    type SerializeTupleStruct = Impossible<Self, Error>;
    type SerializeTupleVariant = Impossible<Self, Error>;
    type SerializeMap = Impossible<Self, Error>;
    type SerializeStruct = WrittenRow<'s>;
    type SerializeStructVariant = Impossible<Self, Error>;

    fn serialize_struct(mut self, _: &'static str, count: usize) -> Result<Self, Error> {
        self.columns.reserve(count);
        Ok(self)
    }

    refuse! {
        serialize_bool(bool) -> Self;
        serialize_i8(i8) -> Self;
        serialize_i16(i16) -> Self;
        serialize_i32(i32) -> Self;
        serialize_i64(i64) -> Self;
        serialize_u8(u8) -> Self;
        serialize_u16(u16) -> Self;
        serialize_u32(u32) -> Self;
        serialize_u64(u64) -> Self;
        serialize_f32(f32) -> Self;
        serialize_f64(f64) -> Self;
        serialize_char(char) -> Self;
        serialize_str(&str) -> Self;
        serialize_bytes(&[u8]) -> Self;
        serialize_none() -> Self;
        serialize_unit() -> Self;
        serialize_unit_struct(&'static str) -> Self;
        serialize_unit_variant(&'static str, u32, &'static str) -> Self;
        serialize_seq(Option<usize>) -> Self::SerializeSeq;
        serialize_tuple(usize) -> Self::SerializeTuple;
        serialize_tuple_struct(&'static str, usize) -> Self::SerializeTupleStruct;
        serialize_tuple_variant(&'static str, u32, &'static str, usize) -> Self::SerializeTupleVariant;
        serialize_map(Option<usize>) -> Self::SerializeMap;
        serialize_struct_variant(&'static str, u32, &'static str, usize) -> Self::SerializeStructVariant;
    }

    fn serialize_some<T: Serialize + ?Sized>(self, _: &T) -> Result<Self, Error> {
        no_struct()
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, _: &T) -> Result<Self, Error> {
        no_struct()
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<Self, Error> {
        no_struct()
    }
}
