//! The objects of the file and how they are laid down. In PDF 1.5 and later everything that is no stream goes into object
//! streams, and a cross-reference stream finds them (ISO 32000-1, 7.5.7 and 7.5.8); in PDF 1.4 all objects stand in the
//! file, and a cross-reference table finds them (7.5.4).

use pdf_writer::types::Predictor;
use pdf_writer::{Chunk, Dict, Filter, Finish, Name, Ref, Settings, Str, Stream};
use sha2::{Digest, Sha256};

use super::flavour::Demands;
use crate::deflate::Deflate;

/// Identifies the content; 16 bytes, as readers expect of `/ID` and of UUIDs.
pub(super) type FileId = [u8; 16];

/// How many objects share an object stream: readers inflate a whole one to get at a single object.
const OBJECTS_PER_STREAM: usize = 200;

/// A comment of bytes above 127 that marks the file as binary (PDF/A-2, 6.1.2).
const BINARY_MARK: &[u8] = b"%\xE2\xE3\xCF\xD3\n";

/// The objects written so far.
pub(super) struct Objects {
    last: i32,
    plain: Chunk,
    /// Where each object of `plain` begins.
    plain_starts: Vec<(Ref, usize)>,
    streams: Chunk,
    /// Where each object of `streams` begins.
    stream_starts: Vec<(Ref, usize)>,
    deflate: Deflate,
    compressed: Vec<u8>,
}

impl Objects {
    /// No object yet; `deflate` is given back by [`Self::finish`].
    pub(super) fn new(deflate: Deflate) -> Self {
        let settings = Settings { pretty: false };
        Self {
            last: 0,
            plain: Chunk::with_settings_and_capacity(settings, 16 << 10),
            plain_starts: Vec::new(),
            streams: Chunk::with_settings_and_capacity(settings, 64 << 10),
            stream_starts: Vec::new(),
            deflate,
            compressed: Vec::new(),
        }
    }

    /// A number for an object that is written later.
    pub(super) fn reserve(&mut self) -> Ref {
        self.last += 1;
        Ref::new(self.last)
    }

    /// Where the object `id`, which is no stream, is to be written next.
    pub(super) fn object(&mut self, id: Ref) -> &mut Chunk {
        self.plain_starts.push((id, self.plain.len()));
        &mut self.plain
    }

    /// Writes a stream, deflated; the caller adds entries to its dictionary.
    pub(super) fn stream(&mut self, id: Ref, data: &[u8]) -> Stream<'_> {
        self.stream_starts.push((id, self.streams.len()));
        self.deflate.deflate(data, &mut self.compressed);
        let mut stream = self.streams.stream(id, &self.compressed);
        stream.filter(Filter::FlateDecode);
        stream
    }

    /// Writes a stream that is deflated already.
    pub(super) fn deflated_stream<'a>(&'a mut self, id: Ref, data: &'a [u8]) -> Stream<'a> {
        let mut stream = self.plain_stream(id, data);
        stream.filter(Filter::FlateDecode);
        stream
    }

    /// Deflates data as [`Self::stream`] does.
    pub(super) fn deflate(&mut self, data: &[u8]) -> Vec<u8> {
        self.deflate.deflate(data, &mut self.compressed);
        self.compressed.clone()
    }

    /// Writes a stream as it is.
    pub(super) fn plain_stream<'a>(&'a mut self, id: Ref, data: &'a [u8]) -> Stream<'a> {
        self.stream_starts.push((id, self.streams.len()));
        self.streams.stream(id, data)
    }

    /// A hash of everything written so far.
    pub(super) fn digest(&self) -> FileId {
        let hash = Sha256::new().chain_update(self.plain.as_bytes()).chain_update(self.streams.as_bytes()).finalize();
        let mut id = FileId::default();
        id.copy_from_slice(&hash[..16]);
        id
    }

    /// The whole file, and the compressor for the next one.
    pub(super) fn finish(mut self, trailer: &Trailer, demands: &Demands) -> (Vec<u8>, Deflate) {
        let header = [format!("%PDF-{}\n", demands.version).as_bytes(), BINARY_MARK].concat();
        let file = if demands.object_streams {
            self.finish_packed(trailer, &header)
        } else {
            self.finish_plain(trailer, &header)
        };
        (file, self.deflate)
    }

    /// All objects in the file, found by a cross-reference table.
    fn finish_plain(&self, trailer: &Trailer, header: &[u8]) -> Vec<u8> {
        let mut file = [header, self.streams.as_bytes(), self.plain.as_bytes()].concat();
        let plain_at = header.len() + self.streams.len();
        let mut offsets = vec![None; usize::try_from(self.last).unwrap_or(0) + 1];
        let streams = self.stream_starts.iter().map(|(id, start)| (id, header.len() + start));
        for (id, offset) in streams.chain(self.plain_starts.iter().map(|(id, start)| (id, plain_at + start))) {
            if let Some(slot) = usize::try_from(id.get()).ok().and_then(|index| offsets.get_mut(index)) {
                *slot = Some(offset);
            }
        }
        let xref_at = file.len();
        file.extend_from_slice(format!("xref\n0 {}\n", offsets.len()).as_bytes());
        for (index, offset) in offsets.iter().enumerate() {
            // each entry is twenty bytes long
            let entry = match offset {
                Some(offset) => format!("{offset:010} 00000 n \n"),
                None => format!("{:010} 65535 f \n", next_free(&offsets, index)),
            };
            file.extend_from_slice(entry.as_bytes());
        }
        let mut chunk = Chunk::with_settings(Settings { pretty: false });
        let mut dict = chunk.indirect(Ref::new(1)).dict();
        trailer.write(&mut dict, self.last + 1);
        dict.finish();
        file.extend_from_slice(b"trailer\n");
        file.extend_from_slice(body(chunk.as_bytes()));
        file.push(b'\n');
        end(&mut file, xref_at);
        file
    }

    /// Everything that is no stream in object streams, found by a cross-reference stream.
    fn finish_packed(&mut self, trailer: &Trailer, header: &[u8]) -> Vec<u8> {
        let containers = self.pack();
        let xref = self.reserve();
        let mut places = vec![Offset::Free; usize::try_from(self.last).unwrap_or(0) + 1];
        let mut put = |id: Ref, place: Offset| {
            if let Some(slot) = usize::try_from(id.get()).ok().and_then(|index| places.get_mut(index)) {
                *slot = place;
            }
        };
        for (index, &(object, _)) in self.plain_starts.iter().enumerate() {
            let within = index % OBJECTS_PER_STREAM;
            put(object, Offset::Packed { container: containers[index / OBJECTS_PER_STREAM], index: within });
        }
        for &(object, start) in &self.stream_starts {
            put(object, Offset::At(header.len() + start));
        }
        let xref_at = header.len() + self.streams.len();
        put(xref, Offset::At(xref_at));

        let mut file = Vec::with_capacity(xref_at + 4096);
        file.extend_from_slice(header);
        file.extend_from_slice(self.streams.as_bytes());
        let table = OffsetTable::of(&places, xref_at);
        let mut chunk = Chunk::with_settings(Settings { pretty: false });
        self.deflate.deflate(&table.bytes, &mut self.compressed);
        let mut stream = chunk.stream(xref, &self.compressed);
        stream.pair(Name(b"Type"), Name(b"XRef"));
        trailer.write(&mut stream, self.last + 1);
        stream.insert(Name(b"W")).array().items([1, table.offset_width, 2]);
        stream.filter(Filter::FlateDecode);
        stream.decode_parms().predictor(Predictor::PngUp).columns(3 + table.offset_width);
        stream.finish();
        file.extend_from_slice(chunk.as_bytes());
        end(&mut file, xref_at);
        file
    }

    /// Moves the objects that are no streams into object streams and gives these back in order.
    fn pack(&mut self) -> Vec<Ref> {
        let mut containers = Vec::new();
        let starts = std::mem::take(&mut self.plain_starts);
        let plain = std::mem::replace(&mut self.plain, Chunk::new());
        for (nth, group) in starts.chunks(OBJECTS_PER_STREAM).enumerate() {
            let mut index = String::new();
            let mut bodies = Vec::new();
            for (within, &(id, start)) in group.iter().enumerate() {
                let end = starts.get(nth * OBJECTS_PER_STREAM + within + 1).map_or(plain.len(), |next| next.1);
                index.push_str(&format!("{} {} ", id.get(), bodies.len()));
                bodies.extend_from_slice(body(&plain.as_bytes()[start..end]));
                bodies.push(b'\n');
            }
            let container = self.reserve();
            let mut data = index.into_bytes();
            let first = data.len();
            data.extend_from_slice(&bodies);
            let mut stream = self.stream(container, &data);
            stream.pair(Name(b"Type"), Name(b"ObjStm"));
            stream.pair(Name(b"N"), i32::try_from(group.len()).unwrap_or(i32::MAX));
            stream.pair(Name(b"First"), i32::try_from(first).unwrap_or(i32::MAX));
            stream.finish();
            containers.push(container);
        }
        self.plain_starts = starts;
        containers
    }
}

/// What the trailer names.
pub(super) struct Trailer {
    pub(super) catalog: Ref,
    pub(super) info: Ref,
    pub(super) id: FileId,
}

impl Trailer {
    fn write(&self, dict: &mut Dict<'_>, size: i32) {
        dict.pair(Name(b"Size"), size);
        dict.pair(Name(b"Root"), self.catalog);
        dict.pair(Name(b"Info"), self.info);
        dict.insert(Name(b"ID")).array().items([Str(&self.id), Str(&self.id)]);
    }
}

/// The end of the file. Signing software appends after the newline; PDF/A-2, 6.1.3 allows nothing but it after the marker.
fn end(file: &mut Vec<u8>, xref_at: usize) {
    file.extend_from_slice(format!("startxref\n{xref_at}\n%%EOF\n").as_bytes());
}

/// The number of the next object that does not exist, for the chain of free entries; 0 ends it.
fn next_free(offsets: &[Option<usize>], index: usize) -> usize {
    offsets.iter().skip(index + 1).position(Option::is_none).map_or(0, |further| index + 1 + further)
}

/// An object without `n 0 obj` and `endobj`, which object streams do not have.
fn body(object: &[u8]) -> &[u8] {
    let start = object.iter().position(|&b| b == b'\n').map_or(0, |end_of_line| end_of_line + 1);
    let body = &object[start..];
    body.strip_suffix(b"\nendobj\n").unwrap_or(body)
}

/// Where an object is found.
#[derive(Clone, Copy)]
enum Offset {
    Free,
    /// Bytes from the start of the file.
    At(usize),
    /// In an object stream.
    Packed {
        container: Ref,
        index: usize,
    },
}

/// The cross-reference table, each row but its type written as the difference from the row above (PNG predictor 2).
struct OffsetTable {
    bytes: Vec<u8>,
    /// Bytes for an offset or the number of an object stream.
    offset_width: i32,
}

impl OffsetTable {
    fn of(places: &[Offset], largest_offset: usize) -> Self {
        let bytes_needed = (usize::BITS - largest_offset.leading_zeros()).div_ceil(8).max(2);
        let width = usize::try_from(bytes_needed).unwrap_or(8);
        let mut above = vec![0; width + 3];
        let mut row = Vec::with_capacity(width + 3);
        let mut bytes = Vec::with_capacity(places.len() * (width + 4));
        for place in places {
            let (kind, middle, last) = match *place {
                Offset::Free => (0, 0, 0xffff),
                Offset::At(offset) => (1, offset, 0),
                Offset::Packed { container, index } => (2, usize::try_from(container.get()).unwrap_or(0), index),
            };
            row.clear();
            row.push(kind);
            row.extend_from_slice(&middle.to_be_bytes()[size_of::<usize>() - width..]);
            row.extend_from_slice(&last.to_be_bytes()[size_of::<usize>() - 2..]);
            bytes.push(2);
            bytes.extend(row.iter().zip(&above).map(|(byte, up): (&u8, &u8)| byte.wrapping_sub(*up)));
            std::mem::swap(&mut row, &mut above);
        }
        Self { bytes, offset_width: i32::try_from(width).unwrap_or(8) }
    }
}
