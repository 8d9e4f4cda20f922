//! From the bytes of a file to its text: what editors put around the text is taken off, another encoding is named.
//!
//! Knows nothing of what the text says.

#![expect(
    clippy::result_large_err,
    reason = "a fault here ends the reading, so its size costs nothing"
)]

use crate::say;
use crate::scenario::diagnostic::{Diagnostic, line_column};

/// The bytes 0x80 to 0x9F of Windows-1252 (<https://encoding.spec.whatwg.org/index-windows-1252.txt>); `\0` where there is none.
const WINDOWS_1252: [char; 32] = [
    '€', '\0', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\0', 'Ž', '\0', '\0', '‘',
    '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\0', 'ž', 'Ÿ',
];

/// The text of a file, which must be UTF-8. A byte-order mark is accepted; a carriage return alone becomes the end of a line.
///
/// # Errors
/// Which encoding the file seems to have; the place of the first byte that is not UTF-8 and the letter it seems to stand for.
pub fn read_source(bytes: Vec<u8>) -> Result<String, Diagnostic> {
    if let Some(name) = sixteen_bits(&bytes) {
        return Err(
            Diagnostic::new("not-utf-8", 0..1, say!("not-utf-8-wide", name = name))
                .help(say!("not-utf-8-help")),
        );
    }
    match String::from_utf8(bytes) {
        Ok(text) => Ok(with_line_ends(text)),
        Err(fault) => Err(not_utf_8(
            fault.as_bytes(),
            fault.utf8_error().valid_up_to(),
        )),
    }
}

/// The name of an encoding of 16 bits: by its mark, or because every other byte of the beginning is zero.
fn sixteen_bits(bytes: &[u8]) -> Option<&'static str> {
    let zero = |at: usize| bytes.get(at) == Some(&0) && bytes.get(at + 2) == Some(&0);
    match bytes {
        [0xFF, 0xFE, ..] => Some("UTF-16 LE"),
        [0xFE, 0xFF, ..] => Some("UTF-16 BE"),
        _ if zero(1) && !zero(0) => Some("UTF-16 LE"),
        _ if zero(0) && !zero(1) => Some("UTF-16 BE"),
        _ => None,
    }
}

fn not_utf_8(bytes: &[u8], at: usize) -> Diagnostic {
    let before = String::from_utf8_lossy(&bytes[..at]);
    let (line, column) = line_column(&before, before.len());
    let (line, column) = (line.to_string(), column.to_string());
    let message = match letter(bytes[at]) {
        Some(letter) => say!(
            "not-utf-8-letter",
            line = line,
            column = column,
            letter = letter
        ),
        None => say!("not-utf-8-byte", line = line, column = column),
    };
    Diagnostic::new("not-utf-8", at..at + 1, message).help(say!("not-utf-8-help"))
}

/// The letter that a byte stands for in Windows-1252, of which Latin-1 has the same letters.
fn letter(byte: u8) -> Option<char> {
    let letter = match byte {
        0x80..=0x9F => WINDOWS_1252[usize::from(byte) - 0x80],
        _ => char::from(byte),
    };
    (letter != '\0').then_some(letter)
}

/// Old editors end lines with a carriage return alone.
fn with_line_ends(text: String) -> String {
    let lone = |(at, _): (usize, &str)| !text[at + 1..].starts_with('\n');
    if !text.match_indices('\r').any(lone) {
        return text;
    }
    // Line feeds that stand behind a carriage return stay where they are, so that no place moves.
    let mut ended = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some(at) = rest.find('\r') {
        let pair = rest[at + 1..].starts_with('\n');
        ended.push_str(&rest[..at]);
        ended.push(if pair { '\r' } else { '\n' });
        rest = &rest[at + 1..];
    }
    ended + rest
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Catalogue, Language};

    fn told(bytes: &[u8]) -> String {
        let fault = read_source(bytes.to_vec()).expect_err("no UTF-8");
        fault.sentence(&Catalogue::new(Language::English))
    }

    #[test]
    fn a_letter_of_latin_1_is_named_with_its_place() {
        let message = told(b"(\n  title: \"M\xFCnster\")");
        assert!(
            message.contains("line 2, column 12") && message.contains('ü'),
            "{message}"
        );
        assert!(told(b"\x93").contains('“'));
        assert!(!told(b"\x81").contains('\u{81}'));
    }

    #[test]
    fn files_of_sixteen_bits_are_named() {
        let text: Vec<u8> = "(title".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert!(told(&text).contains("UTF-16"));
        assert!(told(&[&[0xFF, 0xFE], &text[..]].concat()).contains("UTF-16"));
    }

    #[test]
    fn lines_may_end_with_a_carriage_return_alone() {
        let read = |text: &str| read_source(text.into()).expect("UTF-8");
        assert_eq!(read("a // b\rc\r"), "a // b\nc\n");
        assert_eq!(read("a\r\nb\r"), "a\r\nb\n");
        assert_eq!(read("a\r\nb"), "a\r\nb");
    }
}
