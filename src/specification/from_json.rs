//! Types that JSON writes in more than one way: each says how it is read from a text, a flag, a number, an array or an object, and serde's
//! part is the same for all.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserializer, Error, MapAccess, SeqAccess, Unexpected, Visitor};

use super::shape::Form;

/// A type that reads itself. What a form does not take ([`Form::takes`]) is refused.
pub(super) trait FromJson: Sized {
    /// How the type is written.
    const FORM: Form;

    fn from_text<E: Error>(text: &str) -> Result<Self, E> {
        Err(E::invalid_type(Unexpected::Str(text), &Self::FORM.name()))
    }

    fn from_flag<E: Error>(flag: bool) -> Result<Self, E> {
        Err(E::invalid_type(Unexpected::Bool(flag), &Self::FORM.name()))
    }

    /// A number, by its digits.
    fn from_number<E: Error>(_: &str) -> Result<Self, E> {
        Err(E::invalid_type(Unexpected::Other("number"), &Self::FORM.name()))
    }

    fn from_array<'de, A: SeqAccess<'de>>(_: A) -> Result<Self, A::Error> {
        Err(A::Error::invalid_type(Unexpected::Seq, &Self::FORM.name()))
    }

    fn from_object<'de, A: MapAccess<'de>>(_: A) -> Result<Self, A::Error> {
        Err(A::Error::invalid_type(Unexpected::Map, &Self::FORM.name()))
    }
}

/// Reads a type that reads itself. The detour over a newtype tells the reader its form; `serde_json` does not care.
pub(super) fn read<'de, T: FromJson, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    deserializer.deserialize_newtype_struct(T::FORM.name(), FormVisitor(PhantomData))
}

struct FormVisitor<T>(PhantomData<T>);

impl<'de, T: FromJson> Visitor<'de> for FormVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(T::FORM.name())
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<T, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        T::from_text(text)
    }

    fn visit_bool<E: Error>(self, flag: bool) -> Result<T, E> {
        T::from_flag(flag)
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<T, E> {
        T::from_number(&number.to_string())
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<T, E> {
        T::from_number(&number.to_string())
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<T, E> {
        // the shortest decimal number that reads as this one: what was written, unless that has more digits than a number holds
        T::from_number(&number.to_string())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, array: A) -> Result<T, A::Error> {
        T::from_array(array)
    }

    fn visit_map<A: MapAccess<'de>>(self, object: A) -> Result<T, A::Error> {
        T::from_object(object)
    }
}

/// `Deserialize` of types that read themselves.
macro_rules! reads_itself {
    ($($type:ty)*) => {$(
        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::specification::from_json::read(deserializer)
            }
        }
    )*};
}

pub(super) use reads_itself;
