//! Structs are JSON objects. serde's derived readers would take an array of the fields in their order as well, which the
//! schema does not know and nobody means.

use std::fmt;
use std::marker::PhantomData;

use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde::{Serialize, Serializer};

use super::approval::Approval;
use super::co_issuer::CoIssuer;
use super::copy_certificate::CopyCertificate;
use super::issuer::{Contact, Issuer};
use super::layout::LayoutOverrides;
use super::marks::Marks;
use super::page_margins::PageMargins;
use super::part_specs::{Appendix, AttachedText};
use super::recipients::{Archive, Recipients};
use super::signature::{PictureSpec, Signature};
use super::sized_picture::SizedPicture;
use super::types::{RecordReceiver, RecordSpec, Spec};

/// Reads the listed structs, whose derived reader is the inherent function that `#[serde(remote = "Self")]` makes of it, from
/// objects alone, and writes them by the derived writer, which it makes inherent too.
macro_rules! objects {
    ($($name:ident)*) => {$(
        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_map(ObjectVisitor::<Self>(PhantomData))
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                Self::serialize(self, serializer)
            }
        }

        impl<'de> Visitor<'de> for ObjectVisitor<$name> {
            type Value = $name;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<$name, A::Error> {
                $name::deserialize(MapAccessDeserializer::new(map))
            }
        }
    )*};
}

struct ObjectVisitor<T>(PhantomData<T>);

objects! {
    Spec Issuer CoIssuer Approval Marks Contact Recipients Archive Signature RecordSpec RecordReceiver PictureSpec SizedPicture AttachedText Appendix
    CopyCertificate LayoutOverrides PageMargins
}
