//! vanban as a WebAssembly module that imports nothing: three plain functions, for browsers, Node, wasmtime and any other host.
//!
//! An *envelope* is how several texts and files travel as one run of bytes: u32 n, then n lengths as u32, then the n parts one behind
//! the other, all numbers little-endian. To ask for something a host calls
//!
//! 1. `alloc(length)` for room in the module's memory, and writes an envelope there: part 0 is the [call](commands::Call) as JSON, part
//!    1 the specification (for `extract` the file), then the pictures and the data files in the order in which the call names them;
//! 2. `call(pointer, length)`, which consumes that room and returns a pointer to u32 `total` and an envelope of `total` bytes: part 0 is
//!    the answer as JSON, always with `findings`, and `failure` where what was asked for could not be done; then the files that it names;
//! 3. `free(pointer, 4 + total)`, when it has copied what it wants.
//!
//! A trap ends an instance: the host makes a fresh one of the same module. An instance serves one call at a time.
//!
//! The plain names are for the module alone: in a program of this machine, such as the unit tests, `free` would be that of the C library.

pub mod commands;
pub mod envelope;

/// Room for `length` bytes in the module's memory; to be given to [`call`] or [`free`].
#[cfg_attr(target_family = "wasm", unsafe(no_mangle))]
pub extern "C" fn alloc(length: usize) -> *mut u8 {
    into_host(vec![0; length].into_boxed_slice())
}

/// Gives room back.
///
/// # Safety
/// `pointer` and `length` are those of an [`alloc`], or of the answer to a [`call`] (4 + `total` bytes), and are used no more.
#[cfg_attr(target_family = "wasm", unsafe(no_mangle))]
pub unsafe extern "C" fn free(pointer: *mut u8, length: usize) {
    // SAFETY: by the contract of this function
    drop(unsafe { from_host(pointer, length) });
}

/// Answers the call in an envelope, whose room it gives back: a pointer to u32 `total`, then the envelope of the answer.
///
/// # Safety
/// `pointer` and `length` are those of an [`alloc`], and are used no more.
#[cfg_attr(target_family = "wasm", unsafe(no_mangle))]
pub unsafe extern "C" fn call(pointer: *mut u8, length: usize) -> *mut u8 {
    // SAFETY: by the contract of this function
    let request = unsafe { from_host(pointer, length) };
    let parts = commands::answer(&request);
    drop(request);
    into_host(envelope::with_total(&parts).into_boxed_slice())
}

/// Hands bytes over to the host, who gives them back by [`from_host`].
fn into_host(bytes: Box<[u8]>) -> *mut u8 {
    Box::into_raw(bytes).cast()
}

/// Takes bytes back that [`into_host`] handed over.
///
/// # Safety
/// They were handed over with this length, and are used no more.
unsafe fn from_host(pointer: *mut u8, length: usize) -> Box<[u8]> {
    // SAFETY: a box of so many bytes, by the contract of this function
    unsafe { Box::from_raw(std::ptr::slice_from_raw_parts_mut(pointer, length)) }
}
