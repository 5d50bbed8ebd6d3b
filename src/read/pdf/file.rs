//! The objects of a PDF by number, in the file or packed into object streams (ISO 32000-1, 7.5.7).

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use super::budget::Budget;
use super::lexer::{Lexer, reused};
use super::object::{Dictionary, Object, bad_entry};
use super::xref::{Slot, Xref, XrefSection};
use super::{damaged, object, stream, xref};
use crate::read::ReadError;

/// What a member of an object stream costs in memory, with room for growing.
const MEMBER_BYTES: usize = 64;

/// A PDF's bytes and where its objects stand.
#[derive(Debug)]
pub(super) struct ObjectIndex<'a> {
    bytes: &'a [u8],
    pub(super) xref: Xref,
    budget: Budget,
    /// Object streams by number, unpacked.
    containers: RefCell<BTreeMap<u32, Rc<Container>>>,
}

/// An object with all that it is.
#[derive(Debug, PartialEq)]
pub(super) struct Whole<'a> {
    /// Its value; of a stream its dictionary.
    pub(super) value: Object,
    /// The data of a stream, as it stands in the file.
    pub(super) data: Option<&'a [u8]>,
}

/// An object stream.
#[derive(Debug)]
struct Container {
    data: Vec<u8>,
    /// Number and first byte of each object.
    members: Vec<(u32, usize)>,
}

impl<'a> ObjectIndex<'a> {
    /// Reads where the objects stand.
    ///
    /// # Errors
    /// As [`xref::read`].
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, ReadError> {
        let budget = Budget::default();
        let xref = Xref::of(&xref::sections(bytes, &budget)?)?;
        Ok(Self { bytes, xref, budget, containers: RefCell::default() })
    }

    /// The objects as one revision left them, whose section is the last one read.
    ///
    /// # Errors
    /// As [`Xref::of`].
    pub(super) fn of_revision(bytes: &'a [u8], first: &[XrefSection]) -> Result<Self, ReadError> {
        let (xref, budget) = (Xref::of(first)?, Budget::default());
        Ok(Self { bytes, xref, budget, containers: RefCell::default() })
    }

    /// Goes on to the next revision.
    pub(super) fn advance(&mut self, section: &XrefSection) {
        for (number, slot) in &section.entries {
            self.xref.places.insert(*number, *slot);
            self.containers.borrow_mut().remove(number);
        }
    }

    /// Whether there is an object of this number.
    pub(super) fn has(&self, number: u32) -> bool {
        self.xref.places.get(&number).is_some_and(|slot| *slot != Slot::Free)
    }

    /// An object by its number; what does not exist is null (7.3.10).
    ///
    /// # Errors
    /// Something else stands in its place.
    pub(super) fn get(&self, number: u32) -> Result<Object, ReadError> {
        match self.xref.places.get(&number) {
            None | Some(Slot::Free) => Ok(Object::Null),
            Some(Slot::At(at)) => object::read(&mut self.open_object(number, *at)?),
            Some(Slot::Packed { container, index }) => self.packed(number, *container, *index),
        }
    }

    /// An object by its number with all that it is.
    ///
    /// # Errors
    /// As [`get`](Self::get); the data of a stream does not end where its length says.
    pub(super) fn whole(&self, number: u32) -> Result<Whole<'a>, ReadError> {
        match self.xref.places.get(&number) {
            Some(Slot::At(at)) => Ok(self.whole_at(number, *at)?.0),
            None | Some(Slot::Free | Slot::Packed { .. }) => Ok(Whole { value: self.get(number)?, data: None }),
        }
    }

    /// The object that stands at a place in the file, and where it ends.
    ///
    /// # Errors
    /// As [`whole`](Self::whole).
    pub(super) fn whole_at(&self, number: u32, at: usize) -> Result<(Whole<'a>, usize), ReadError> {
        let mut lexer = self.open_object(number, at)?;
        let value = object::read(&mut lexer)?;
        let data = match &value {
            Object::Dictionary(dictionary) if !lexer.takes(b"endobj")? => {
                let data = stream::packed(&mut lexer, self.length(dictionary)?)?;
                lexer.demand("endobj")?;
                Some(data)
            }
            Object::Dictionary(_) => None,
            _ => {
                lexer.demand("endobj")?;
                None
            }
        };
        Ok((Whole { value, data }, lexer.position()))
    }

    /// Reads tokens from a place of the file on.
    pub(super) fn lexer(&self, at: usize) -> Lexer<'a, '_> {
        Lexer::new(self.bytes, at, &self.budget)
    }

    /// What a value is, be it there or pointed to. A reference to a reference is none that PDF knows.
    ///
    /// # Errors
    /// As [`get`](Self::get).
    pub(super) fn resolve(&self, value: &Object) -> Result<Object, ReadError> {
        match value {
            Object::Reference(number) => self.get(*number),
            direct => Ok(direct.clone()),
        }
    }

    /// The dictionary under a key; `None`: there is none.
    ///
    /// # Errors
    /// As [`get`](Self::get).
    pub(super) fn dictionary(&self, of: &Dictionary, key: &str) -> Result<Option<Dictionary>, ReadError> {
        match of.get(key).map(|value| self.resolve(value)).transpose()? {
            Some(Object::Dictionary(dictionary)) => Ok(Some(dictionary)),
            _ => Ok(None),
        }
    }

    /// The items of the array under a key; empty where there is none.
    ///
    /// # Errors
    /// As [`get`](Self::get).
    pub(super) fn array(&self, of: &Dictionary, key: &str) -> Result<Vec<Object>, ReadError> {
        match of.get(key).map(|value| self.resolve(value)).transpose()? {
            Some(Object::Array(items)) => Ok(items),
            _ => Ok(Vec::new()),
        }
    }

    /// The data of a stream by its number, unpacked, and its dictionary.
    ///
    /// # Errors
    /// There is no stream; it is broken or too large.
    pub(super) fn stream(&self, number: u32) -> Result<(Dictionary, Vec<u8>), ReadError> {
        let Some(Slot::At(at)) = self.xref.places.get(&number) else {
            return Err(damaged("thiếu một luồng", "a stream is missing"));
        };
        let mut lexer = self.open_object(number, *at)?;
        let dictionary = object::read_dictionary(&mut lexer)?;
        let packed = stream::packed(&mut lexer, self.length(&dictionary)?)?;
        let data = stream::unpack(&dictionary, packed, &self.budget)?;
        Ok((dictionary, data))
    }

    /// A stream's length. Where it is an object of its own, that one stands in the file itself: an object stream whose length
    /// stands in an object stream (forbidden by 7.5.7) could point in circles.
    fn length(&self, dictionary: &Dictionary) -> Result<usize, ReadError> {
        let value = match dictionary.get("Length") {
            Some(Object::Reference(number)) => match self.xref.places.get(number) {
                Some(Slot::At(at)) => object::read(&mut self.open_object(*number, *at)?)?.count(),
                None | Some(Slot::Free | Slot::Packed { .. }) => None,
            },
            Some(direct) => direct.count(),
            None => None,
        };
        value.ok_or_else(|| bad_entry("Length"))
    }

    /// Reads up to an object's value.
    fn open_object(&self, number: u32, at: usize) -> Result<Lexer<'a, '_>, ReadError> {
        let mut lexer = Lexer::new(self.bytes, at, &self.budget);
        let found = lexer.count()?;
        if lexer.count()? > 0 {
            return Err(reused());
        }
        lexer.demand("obj")?;
        if u32::try_from(found) == Ok(number) {
            Ok(lexer)
        } else {
            Err(damaged(&format!("thiếu đối tượng {number}"), &format!("the object {number} is missing")))
        }
    }

    fn packed(&self, number: u32, container: u32, index: usize) -> Result<Object, ReadError> {
        let container = self.container(container)?;
        let (_, at) =
            container.members.get(index).filter(|(own, _)| *own == number).ok_or_else(|| {
                damaged(&format!("thiếu đối tượng {number}"), &format!("the object {number} is missing"))
            })?;
        object::read(&mut Lexer::new(&container.data, *at, &self.budget))
    }

    fn container(&self, number: u32) -> Result<Rc<Container>, ReadError> {
        if let Some(known) = self.containers.borrow().get(&number) {
            return Ok(Rc::clone(known));
        }
        let (dictionary, data) = self.stream(number)?;
        if !dictionary.names("Type", "ObjStm") {
            return Err(damaged("thiếu luồng đối tượng", "an object stream is missing"));
        }
        let members = self.members(&dictionary, &data)?;
        let container = Rc::new(Container { data, members });
        self.containers.borrow_mut().insert(number, Rc::clone(&container));
        Ok(container)
    }

    fn members(&self, dictionary: &Dictionary, data: &[u8]) -> Result<Vec<(u32, usize)>, ReadError> {
        let entry = |key| dictionary.count(key)?.ok_or_else(|| bad_entry(key));
        let (count, first): (usize, usize) = (entry("N")?, entry("First")?);
        let head = data.get(..first).ok_or_else(|| bad_entry("First"))?;
        let mut lexer = Lexer::new(head, 0, &self.budget);
        let mut members = Vec::new();
        for _ in 0..count {
            let (number, offset) = (lexer.count()?, lexer.count()?);
            let number = u32::try_from(number).map_err(|_| bad_entry("N"))?;
            // what is kept of it is larger than what was read
            self.budget.look(MEMBER_BYTES)?;
            members.push((number, first.checked_add(offset).ok_or_else(|| bad_entry("First"))?));
        }
        Ok(members)
    }
}
