//! The registry of findings: each that any stage can make, with its code, its weight, the matter it is about and what it
//! stands for. A code is never reused for another meaning.

use super::{Severity, Topic};

/// A kind of finding: what is known of it before it is met.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FindingKind {
    /// Stable code, e.g. `VB012`.
    pub code: &'static str,
    /// Name in small letters, e.g. `missing_field`; as stable as the code.
    pub name: &'static str,
    /// Weight.
    pub severity: Severity,
    /// What a clause on it is about; `None` where no clause tells, or the finding brings its own.
    pub topic: Option<Topic>,
    /// What it stands for: one sentence.
    pub meaning: &'static str,
}

impl FindingKind {
    /// The kind of a code (`VB077`) or a name (`end_mark`).
    #[must_use]
    pub fn named(code_or_name: &str) -> Option<&'static Self> {
        ALL.iter().find(|kind| kind.code == code_or_name || kind.name == code_or_name)
    }
}

/// The bytes of a constant's name in small letters.
const fn lowered<const N: usize>(name: &str) -> [u8; N] {
    let mut bytes = [0; N];
    let mut i = 0;
    while i < N {
        bytes[i] = name.as_bytes()[i].to_ascii_lowercase();
        i += 1;
    }
    bytes
}

macro_rules! findings {
    ($($name:ident $code:ident $severity:ident $(on $topic:ident)?: $meaning:literal;)*) => {
        $(#[doc = $meaning] pub const $name: FindingKind = FindingKind {
            code: stringify!($code),
            name: {
                const BYTES: [u8; stringify!($name).len()] = lowered(stringify!($name));
                match std::str::from_utf8(&BYTES) {
                    Ok(name) => name,
                    Err(_) => "",
                }
            },
            severity: Severity::$severity,
            topic: findings!(@topic $($topic)?),
            meaning: $meaning,
        };)*

        /// Every kind of finding in the order of the codes.
        pub const ALL: &[FindingKind] = &[$($name,)*];
    };
    (@topic) => { None };
    (@topic $topic:ident) => { Some(Topic::$topic) };
}

findings! {
// The file and its JSON.
EMPTY_FILE VB001 Error: "The file is empty.";
NOT_UTF8 VB002 Error: "The bytes are not UTF-8.";
UTF16 VB003 Error: "The file is in UTF-16 or UTF-32.";
SYNTAX VB004 Error: "The JSON is malformed.";
TOO_DEEP VB005 Error: "Arrays and objects are nested too deep.";
NOT_AN_OBJECT VB006 Error: "The file does not hold an object.";
TRAILING VB007 Error: "Something follows the end of the document.";
TOO_MANY VB008 Error: "Too many findings; the rest is not shown.";
UNEXPLAINED VB009 Error: "The file is not as it must be, in a way the program cannot put into words: a fault of the program.";

// Fields and values.
UNKNOWN_FIELD VB010 Error: "A field that is not known.";
DUPLICATE_FIELD VB011 Error: "A field written twice.";
MISSING_FIELD VB012 Error: "A field that must be there.";
WRONG_TYPE VB013 Error: "A value of another type.";
UNKNOWN_WORD VB014 Error: "A word that is not among those known.";
BAD_NUMBER VB015 Error: "A number that is not whole or out of range.";
BARE_LENGTH VB016 Error: "A length without unit.";
FOREIGN_FILE VB017 Error: "A file of another kind, such as Word, PDF, HTML or YAML.";
NOT_OFFERED VB018 Error: "A document type or block that is not offered.";

// Texts.
BAD_CHARACTER VB020 Error: "A control character or other character that cannot stand in a document.";
TEXT_DIRECTION VB021 Error: "A character that turns the direction of the text.";
LONE_SURROGATE VB022 Error: "Half of a surrogate pair.";
INVISIBLE_CHARACTER VB023 Warning: "A character that prints nothing; dropped.";
OUTER_SPACE VB024 Warning: "White space at an end of a text; dropped.";
EMPTY_TEXT VB025 Error: "A text without anything to print.";
LINE_BREAK VB026 Error: "A line break where the document has none.";
DOUBLE_SPACE VB027 Warning: "Several spaces in a row.";
BAD_LINK VB028 Error: "A link that is not http, https or mailto.";
WRONG_D VB029 Warning: "Ð (U+00D0) instead of Đ (U+0110).";

// Dates and the regulation.
DATE_FORM VB030 Error: "A date that cannot be read.";
IMPOSSIBLE_DATE VB031 Error: "A date that does not exist.";
DAY_WITHOUT_MONTH VB032 Error: "A day without its month.";
YEAR_RANGE VB033 Error: "A year out of range.";
WRONG_REGULATION VB034 Warning: "A regulation that was not in force on the issue date.";
INCOMPLETE_DATE VB035 Error on Record: "A date that must be whole but leaves day or month open.";
DUE_BEFORE_ISSUE VB036 Warning on Record: "An answer due before the document is issued.";
IMPOSSIBLE_DATE_IN_TEXT VB037 Warning: "A date in the text that does not exist.";

// The header, addressees and recipients.
NUMBER_ZERO VB040 Error on Number: "Number 0.";
NO_SYMBOL VB041 Error on Number: "Neither a symbol nor the abbreviation to compose it from.";
SYMBOL_SPACES VB042 Error on Number: "Spaces in the symbol.";
SYMBOL_WITH_NUMBER VB043 Error on Number: "The symbol repeats the number.";
SUBJECT_STOP VB044 Warning on Subject: "The subject ends with a full stop.";
// VB045 was the length of the subject; VB141 is that of any value of the record.
PLACE_FORM VB046 Error on PlaceAndDate: "The place holds the date; a place with a small initial is a warning alone.";
ABOLISHED_DISTRICT VB047 Warning: "A level of government that no longer exists.";
NO_ADDRESSEES VB048 Warning on Recipients: "No addressees in a document of a type that needs them.";
NO_RECIPIENTS VB049 Warning on Recipients: "No recipients.";
OWN_DECORATION VB050 Warning: "Signs that are printed by themselves, or do not belong where they are typed; dropped.";
OWN_ARCHIVE VB051 Error on Recipients: "A place to file among the recipients.";
AS_ABOVE_TWICE VB052 Error on Recipients: "`Như trên` twice.";
SYMBOL_SMALL_LETTERS VB053 Warning on Number: "Small letters in the symbol.";
NORMATIVE_SYMBOL VB054 Error on Number: "A year in the symbol: a legal normative document, which the regulation does not govern.";
AS_ABOVE_OF_NOTHING VB055 Warning on Recipients: "`Như trên` where there are no addressees above.";
UNUSUAL_ADDRESSEES VB056 Warning on Recipients: "Addressees in a document of a type that has none.";
SYMBOL_HYPHEN VB057 Warning on Number: "Another dash than the hyphen in the symbol.";

// Signatures.
UNKNOWN_AUTHORITY VB060 Error on Signatures: "An authority line that begins with none of the five prefixes.";
SLASH_PREFIX VB061 Error on Signatures: "A prefix with a slash or without its dot.";
PREFIX_SPACE VB062 Error on Signatures: "No space after the prefix.";
DEPUTY_WITHOUT_POSITION VB063 Error on Signatures: "KT. without the deputy's own title.";
DELEGATED_TWICE VB064 Error on Delegation: "TUQ. together with KT.";
NO_TITLE VB065 Error on Signatures: "Neither authority nor position.";
POSITION_WITHOUT_DEPUTY VB066 Warning on Signatures: "A deputy's title without KT.";
SIGNER_DEGREE VB067 Warning on Signatures: "A degree or honour before the signer's name.";
SIGNER_CAPITALS VB068 Warning on Signatures: "The signer's name in capitals.";
SIGNED_DRAFT VB069 Warning: "Signed or sealed without a number.";

// The body.
EMPTY_BODY VB070 Error: "No body.";
NO_SIGNATURE VB071 Error on Signatures: "No signature block.";
EMPTY_LIST VB072 Error: "A list without items, a quotation without text.";
EMPTY_UNIT VB073 Error on Body: "A numbered unit with neither heading nor text.";
SUBCLAUSE_LEVEL VB074 Error: "A level outside 1–3.";
LIST_DEPTH VB075 Error: "A list nested deeper than three levels.";
OTHER_NUMBERING VB076 Error on Body: "A block of the other numbering system.";
END_MARK VB077 Warning on EndMark: "The end mark before the end.";
LEFT_PLACEHOLDER VB078 Warning: "A placeholder, or a mark of another program, left in the text.";
TYPED_NUMBER VB079 Warning: "A number typed where one is given.";
SKIPPED_LEVEL VB080 Error: "A level of numbering skipped.";

// Pictures as they are named.
PICTURE_PATH VB085 Error: "A picture's path that is none or leaves the specification's folder.";
PICTURE_KIND VB086 Warning on Signatures: "A picture that is not a PNG by its name.";

// References and languages.
BAD_ID VB090 Error: "A block's name that is none.";
DOUBLED_ID VB091 Error: "Two blocks of one name.";
UNKNOWN_REFERENCE VB092 Error: "A reference to no block.";
LINKED_TWICE VB093 Error: "A run with a link and a reference.";
BAD_LANGUAGE VB094 Error: "A language that is no BCP 47 tag.";

// Layout values and the data of the regulation.
BAD_VALUE VB100 Error: "A layout value that cannot be read.";
IMPOSSIBLE_VALUE VB101 Error: "A layout value that no page can have.";
OUT_OF_RANGE VB102 Warning: "A layout value outside the regulation's range.";
NO_TEXT_BLOCK VB103 Error: "Margins that leave no room for text.";
TOO_MANY_PARTS VB104 Error: "More blocks, items, lines and fields than a file of its size may have.";
TEXT_TOO_LONG VB105 Error: "A text longer than one paragraph may be.";
TOO_MANY_LINES VB106 Error: "More lines than so much text has on any paper.";
BROKEN_PROFILE VB109 Error: "The program's data of the regulation cannot be read: a fault of the program.";

// Pictures and signature fields as they are placed.
PICTURE_MISSING VB110 Error: "No such picture file.";
PICTURE_OUTSIDE VB111 Error: "A picture outside the specification's folder.";
PICTURE_BYTES VB112 Error: "A picture file that is too large.";
PICTURE_UNREADABLE VB113 Error: "A picture file that cannot be read.";
PICTURE_NOT_PNG VB114 Error on Pictures: "A picture that is not a PNG.";
PICTURE_DAMAGED VB115 Error on Pictures: "A damaged PNG.";
PICTURE_PIXELS VB116 Error on Pictures: "A picture of too many pixels.";
PICTURE_WIDTH VB117 Warning: "A picture printed narrower than it should be, for its place has no more room.";
FIELD_OUTSIDE VB118 Error: "A signature field outside the page.";

// Widths and glyphs.
HEADER_TOO_WIDE VB120 Error: "Quốc hiệu, Tiêu ngữ or the date does not fit on one line.";
NUMBER_TOO_WIDE VB121 Warning: "The number does not fit on one line.";
WORD_TOO_WIDE VB122 Warning: "A word wider than its column.";
MISSING_GLYPH VB130 Error: "A character without glyph.";

// The document as a whole.
OTHER_ABBREVIATION VB140 Warning: "A symbol that does not begin with its type's abbreviation.";
RECORD_LENGTH VB141 Warning on Record: "A value of the record that is longer than records systems hold.";
OTHER_NUMBER VB142 Warning: "A reference whose text cites another number than what it leads to prints.";
NO_TEMPLATE VB143 Error: "A document type that the regulation in force does not have.";
NOT_PRINTED VB144 Error: "A field that documents of the type do not print.";
NOT_READ_BACK VB145 Warning: "A file that is made, but from which the specification or the metadata cannot be read back.";
LETTER_UNIT VB146 Warning on Number: "The symbol of an official letter without its drafting unit.";

// Signatures and names, as they are typed.
DEPUTY_AS_HEAD VB150 Error on Signatures: "KT. with the head's own title as the deputy's.";
AUTHORITY_IN_POSITION VB151 Warning on Signatures: "A line of authority typed into the position.";
SIGNER_FORM VB152 Warning on Signatures: "Something beside the signer's name that is no part of it: `Ông`, `(Đã ký)`.";
SIGNER_SMALL_LETTERS VB153 Warning on Signatures: "A part of the signer's name begins with a small letter.";
NOT_A_DEPUTY VB154 Warning on Signatures: "KT. with a title that is no deputy's.";

// Texts as they were typed.
OLD_ENCODING VB160 Warning: "A text in an encoding from before Unicode: TCVN3 or VNI.";
MISREAD_TEXT VB161 Error: "A text whose UTF-8 was read as another encoding.";
LOST_LETTERS VB162 Warning: "Question marks for letters that a conversion lost.";
TORN_MARKS VB163 Warning: "Marks that stand apart from their letters.";
BASIS_WORD VB164 Warning on Body: "A legal basis that does not begin with `Căn cứ`.";
SUBJECT_TYPE VB165 Warning on Subject: "A subject that repeats the type of the document.";
LETTER_SUBJECT VB166 Warning on Subject: "`V/v`, which belongs to official letters, in a document with a type.";
TYPED_UNIT VB167 Warning on Body: "Paragraphs that begin with a number or sign typed by hand.";
PASTED_PART VB168 Warning on Body: "A paragraph of the text that repeats what is printed around it: motto, căn cứ, `QUYẾT ĐỊNH:`, Nơi nhận.";
NO_LEGAL_BASIS VB169 Warning on Body: "A decision or resolution without a legal basis.";
OTHER_YEAR VB170 Warning on Number: "The year in the symbol of a legal normative document is not that of its date.";
ADOPTION_DATES VB171 Warning on Body: "A resolution that applies before its adoption, or is issued before it.";
JOINT_SIGNATURES VB172 Warning on Signatures: "A document of several organs that not all of them sign.";
JOINT_ORGANS VB173 Warning: "An organ that issues a document twice, or a joint document of one organ.";
APPROVAL_DATE VB174 Warning on Signatures: "A document approved before its date of issue.";
NUMBER_SUFFIX VB175 Error on Number: "A letter behind a number that cannot stand there, or without a number.";
FIELD_LINES VB180 Error: "Dotted lines of a field that are none, too many, or beside a value.";
IDLE_PAGE_BREAK VB181 Warning: "A page break where a page begins already, or that nothing follows.";
BOX_COLUMNS VB182 Error: "Boxes in no columns, or in too many.";
QUOTATION_MARKS VB183 Warning: "Quotation marks of a quotation that do not pair.";
TABLE_COLUMNS VB200 Error: "A table without columns, or with more than can be read.";
RAGGED_ROW VB201 Error: "A row of a table that does not fill its columns, or a span that reaches out of it.";
NARROW_COLUMN VB202 Error: "A column narrower than its longest word.";
WIDE_TABLE VB203 Error: "A table wider than the page.";
HIGH_HEAD VB204 Error: "A head of a table that leaves no room for its rows.";
HIGH_SPAN VB205 Error: "A cell over rows that are higher than a page, whose text does not stand in the first of them.";
NOT_TOGETHER VB206 Warning: "Rows that shall stay together and are higher than a page.";
NUMBER_FORMAT VB207 Error: "A number format of a table that is no example of a number.";
UNMENTIONED_APPENDIX VB220 Warning on Appendices: "Appendices of which the text does not speak.";
IDLE_PAGE_SETUP VB221 Warning: "Pages that are told to be as they are, or that nothing stands on.";
SIGNED_EARLY VB222 Warning on Appendices: "A file that is signed before the document has its number, or before its date.";
TOO_MANY_FILES VB223 Error: "A document with more files than are made of one.";
PAGE_ELSEWHERE VB224 Error: "The number of a page that stands in another file.";
COPY_INCOMPLETE VB225 Error on Copies: "A copy on paper without date, signer or symbol.";
SIGNING_TIME VB226 Error on Copies: "The time of a digital signature that cannot be read.";
COPY_BEFORE_ORIGINAL VB227 Error on Copies: "A copy that is dated before the document.";
COPY_OF_DRAFT VB228 Warning on Copies: "A copy of a document without a number.";
SIGNING_LINE_TOO_LONG VB229 Error on Copies: "What is told of a digital signature does not fit above the text of page 1.";

// Notes at the foot of pages.
NESTED_NOTE VB240 Error: "A note in a note.";
NOTE_PLACE VB241 Error: "A note where none can stand: in a table or a margin.";
NOTES_TOO_HIGH VB242 Error: "Notes of one line that no page holds together with it.";

// Pictures in the text.
JPEG_KIND VB250 Error: "A JPEG of a kind that not every program shows alike.";
NO_ALTERNATIVE_TEXT VB251 Error: "A picture without an alternative text.";

// Tables of contents and numbers of pages.
EMPTY_CONTENTS VB252 Error: "A table of contents with nothing to list.";
CONTENTS_LEVELS VB253 Error: "A number of levels that no table of contents has.";
SECOND_CONTENTS VB254 Error: "A second table of contents of its kind in one part.";
UNSETTLED_NUMBER VB255 Warning: "A page number that moves its own place to another page.";

// Pictures in running text.
PICTURE_IN_NOTE VB256 Error: "A picture in a note at the foot of the page.";
PICTURE_IN_TIGHT_LINES VB257 Error: "A picture in the text that is higher than lines of a fixed or a narrow spacing have room for.";

// Data from other files.
UNFILLED VB270 Error: "A placeholder `{{name}}` without a value.";
UNUSED_DATA VB271 Warning: "Data that no placeholder asks for.";
DATA_NO_TEXT VB272 Error: "Data that cannot stand in a text: a list, an exponent.";
DATA_FILE VB273 Error: "A data file that is no object of JSON, or names a value twice.";
ORGAN_FILE VB275 Error: "An organ file (`issuer_from`) that is missing, outside the folder of its specification, or no object of JSON.";
ROWS_FILE VB280 Error: "A file of rows (`rows_from`) that is missing, outside the folder of its specification, too large, or holds no table.";
ROWS_AREA VB281 Error: "No such sheet or area in a file of rows, or nothing in it.";
ROWS_RAGGED VB282 Warning: "Rows of a file that differ in length.";
ROWS_ERROR VB283 Error: "A cell with the error of a formula, such as `#N/A`.";
NUMBERED_DRAFT VB290 Warning on Number: "A draft with a number.";
MARK_TOO_LONG VB291 Error: "A stamp that is wider than the page.";
MARKS_IN_MARGIN VB292 Error: "A top margin without room for what is stamped there.";

// Finished pages.
TOO_HIGH VB900 Error: "A block higher than a page.";

// PDF.
FLATTENED VB910 Warning: "A transparent picture that a kind of PDF without transparency puts on white.";
WOULD_COVER VB911 Error: "A transparent picture that would cover another under it in a kind of PDF without transparency.";}
