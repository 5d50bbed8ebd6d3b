//! The codes of this stage's findings. A code is never reused for another meaning.

macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $name:ident = $code:literal;)*) => {
        $($(#[doc = $doc])+ pub const $name: &str = $code;)*

        /// Every code of this stage with what it stands for.
        pub const ALL: &[(&str, &str)] = &[$(($code, concat!($($doc),+)),)*];
    };
}

codes! {
    /// The file is empty.
    EMPTY_FILE = "VB001";
    /// The bytes are not UTF-8.
    NOT_UTF8 = "VB002";
    /// The file is in UTF-16 or UTF-32.
    UTF16 = "VB003";
    /// The JSON is malformed.
    SYNTAX = "VB004";
    /// Arrays and objects are nested too deep.
    TOO_DEEP = "VB005";
    /// The file does not hold an object.
    NOT_AN_OBJECT = "VB006";
    /// Something follows the end of the document.
    TRAILING = "VB007";
    /// Too many findings; the rest is not shown.
    TOO_MANY = "VB008";
    /// The file is not as it must be, in a way the program cannot put into words: a fault of the program.
    UNEXPLAINED = "VB009";

    /// A field that is not known.
    UNKNOWN_FIELD = "VB010";
    /// A field written twice.
    DUPLICATE_FIELD = "VB011";
    /// A field that must be there.
    MISSING_FIELD = "VB012";
    /// A value of another type.
    WRONG_TYPE = "VB013";
    /// A word that is not among those known.
    UNKNOWN_WORD = "VB014";
    /// A number that is not whole or out of range.
    BAD_NUMBER = "VB015";
    /// A length without unit.
    BARE_LENGTH = "VB016";

    /// A control character or other character that cannot stand in a document.
    BAD_CHARACTER = "VB020";
    /// A character that turns the direction of the text.
    TEXT_DIRECTION = "VB021";
    /// Half of a surrogate pair.
    LONE_SURROGATE = "VB022";
    /// A character that prints nothing; dropped.
    INVISIBLE_CHARACTER = "VB023";
    /// White space at an end of a text; dropped.
    OUTER_SPACE = "VB024";
    /// A text without anything to print.
    EMPTY_TEXT = "VB025";
    /// A line break where the document has none.
    LINE_BREAK = "VB026";
    /// Several spaces in a row.
    DOUBLE_SPACE = "VB027";
    /// A link that is not http, https or mailto.
    BAD_LINK = "VB028";
    /// Ð (U+00D0) instead of Đ (U+0110).
    WRONG_D = "VB029";

    /// A date that cannot be read.
    DATE_FORM = "VB030";
    /// A date that does not exist.
    IMPOSSIBLE_DATE = "VB031";
    /// A day without its month.
    DAY_WITHOUT_MONTH = "VB032";
    /// A year out of range.
    YEAR_RANGE = "VB033";
    /// A regulation that was not in force on the issue date.
    WRONG_REGULATION = "VB034";
    /// A date that must be whole but leaves day or month open.
    INCOMPLETE_DATE = "VB035";
    /// An answer due before the document is issued.
    DUE_BEFORE_ISSUE = "VB036";

    /// Number 0.
    NUMBER_ZERO = "VB040";
    /// Neither a symbol nor the abbreviation to compose it from.
    NO_SYMBOL = "VB041";
    /// Spaces in the symbol.
    SYMBOL_SPACES = "VB042";
    /// The symbol repeats the number.
    SYMBOL_WITH_NUMBER = "VB043";
    /// The subject ends with a full stop.
    SUBJECT_STOP = "VB044";
    // VB045 was the length of the subject; VB141 is that of any value of the record.
    /// The place ends with a comma or holds the date.
    PLACE_FORM = "VB046";
    /// A level of government that no longer exists.
    ABOLISHED_DISTRICT = "VB047";
    /// A proposal without addressees.
    NO_ADDRESSEES = "VB048";
    /// No recipients.
    NO_RECIPIENTS = "VB049";

    /// Decoration that is printed by itself; dropped.
    OWN_DECORATION = "VB050";
    /// A place to file among the recipients.
    OWN_ARCHIVE = "VB051";
    /// `Như trên` twice.
    AS_ABOVE_TWICE = "VB052";

    /// An authority line that begins with none of the five prefixes.
    UNKNOWN_AUTHORITY = "VB060";
    /// A prefix with a slash or without its dot.
    SLASH_PREFIX = "VB061";
    /// No space after the prefix.
    PREFIX_SPACE = "VB062";
    /// KT. without the deputy's own title.
    DEPUTY_WITHOUT_POSITION = "VB063";
    /// TUQ. together with KT.
    DELEGATED_TWICE = "VB064";
    /// Neither authority nor position.
    NO_TITLE = "VB065";
    /// A deputy's title without KT.
    POSITION_WITHOUT_DEPUTY = "VB066";
    /// A degree or honour before the signer's name.
    SIGNER_DEGREE = "VB067";
    /// The signer's name in capitals.
    SIGNER_CAPITALS = "VB068";
    /// Signed or sealed without a number.
    SIGNED_DRAFT = "VB069";

    /// No body.
    EMPTY_BODY = "VB070";
    /// No signature block.
    NO_SIGNATURE = "VB071";
    /// A list without items.
    EMPTY_LIST = "VB072";
    /// A numbered unit with neither heading nor text.
    EMPTY_UNIT = "VB073";
    /// A level outside 1–3.
    SUBCLAUSE_LEVEL = "VB074";
    /// A list nested deeper than three levels.
    LIST_DEPTH = "VB075";
    /// A block of the other numbering system.
    OTHER_NUMBERING = "VB076";
    /// The end mark before the end.
    END_MARK = "VB077";
    /// A placeholder left in the text.
    LEFT_PLACEHOLDER = "VB078";
    /// A number typed where one is given.
    TYPED_NUMBER = "VB079";
    /// A level of numbering skipped.
    SKIPPED_LEVEL = "VB080";

    /// A block's name that is none.
    BAD_ID = "VB090";
    /// Two blocks of one name.
    DOUBLED_ID = "VB091";
    /// A reference to no block.
    UNKNOWN_REFERENCE = "VB092";
    /// A run with a link and a reference.
    LINKED_TWICE = "VB093";
    /// A language that is no BCP 47 tag.
    BAD_LANGUAGE = "VB094";

    /// A picture outside the specification's folder.
    PICTURE_PATH = "VB085";
    /// A picture that is not a PNG by its name.
    PICTURE_KIND = "VB086";
}
