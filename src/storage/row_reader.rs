//! A row read straight into its struct, without a map in between: a day's sheets are hundreds of rows.

use std::borrow::Cow;

use rusqlite::types::ValueRef;
use serde::de::value::CowStrDeserializer;
use serde::de::{
    DeserializeOwned, DeserializeSeed, Deserializer, Error as _, IntoDeserializer, MapAccess, Visitor,
};
use serde::forward_to_deserialize_any;
use serde_json::Error;

use super::record::Shape;

/// Reads a row by its column names into the struct whose fields they are.
pub(super) fn read<R: DeserializeOwned>(
    shape: &Shape,
    names: &[String],
    row: &rusqlite::Row<'_>,
) -> Result<R, Error> {
    R::deserialize(RowReader { shape, names, row, at: 0 })
}

struct RowReader<'a> {
    shape: &'a Shape,
    names: &'a [String],
    row: &'a rusqlite::Row<'a>,
    at: usize,
}

impl<'de> Deserializer<'de> for RowReader<'_> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_map(self)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit
        unit_struct newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

impl<'de> MapAccess<'de> for RowReader<'_> {
    type Error = Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Error> {
        let Some(name) = self.names.get(self.at) else { return Ok(None) };
        let name: CowStrDeserializer<'_, Error> = Cow::Borrowed(name.as_str()).into_deserializer();
        seed.deserialize(name).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Error> {
        let json = self.names.get(self.at).is_some_and(|name| self.shape.json.contains(&name.as_str()));
        let value = self.row.get_ref(self.at).map_err(Error::custom)?;
        self.at += 1;
        match value {
            ValueRef::Text(text) if json => {
                seed.deserialize(&mut serde_json::Deserializer::from_reader(text))
            }
            value => seed.deserialize(Cell(value)),
        }
    }
}

/// One value of a row.
struct Cell<'a>(ValueRef<'a>);

impl<'de> Deserializer<'de> for Cell<'_> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.0 {
            ValueRef::Integer(number) => visitor.visit_i64(number),
            ValueRef::Real(number) => visitor.visit_f64(number),
            ValueRef::Text(text) => visitor.visit_str(&String::from_utf8_lossy(text)),
            ValueRef::Null | ValueRef::Blob(_) => visitor.visit_unit(),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.0 {
            ValueRef::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        match self.0 {
            ValueRef::Text(text) => {
                let name: CowStrDeserializer<'_, Error> = String::from_utf8_lossy(text).into_deserializer();
                visitor.visit_enum(name)
            }
            _ => Err(Error::custom("not a name")),
        }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct
        seq tuple tuple_struct map struct identifier ignored_any
    }
}
