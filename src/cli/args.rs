//! The command line as typed. What stands beside each option is in [`super::help`], in two languages.

use std::ffi::OsString;
use std::path::PathBuf;
#[cfg(feature = "serve")]
use std::time::Duration;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{ArgAction, Args, Parser, Subcommand, ValueEnum};

use vanban::diag::Lang;
use vanban::pdf::Flavour;
use vanban::specification::Regulation;
use vanban::starter::StarterRow;

use super::page_files::{self, PageRange};
use super::settings::Settings;
use super::starter;

/// The whole command line.
#[derive(Debug, Parser)]
#[command(name = "vanban", version, disable_help_flag = true, disable_help_subcommand = true)]
#[command(disable_version_flag = true, subcommand_required = true, arg_required_else_help = true)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
    #[arg(long, global = true, value_enum, value_name = "vi|en")]
    pub(crate) lang: Option<LangName>,
    #[arg(long, global = true, value_enum, default_value = "auto", value_name = "auto|always|never")]
    pub(crate) color: ColorChoice,
    #[arg(short, long, global = true, action = ArgAction::Help)]
    help: Option<bool>,
    #[arg(short = 'V', long, action = ArgAction::Version)]
    version: Option<bool>,
}

/// The language of messages and help.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum LangName {
    Vi,
    En,
}

/// Whether messages are in colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ColorChoice {
    /// On a terminal that shows them.
    Auto,
    Always,
    Never,
}

impl From<LangName> for Lang {
    fn from(name: LangName) -> Self {
        match name {
            LangName::Vi => Self::Vi,
            LangName::En => Self::En,
        }
    }
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Render(RenderArgs),
    Preview(PreviewArgs),
    Check(CheckArgs),
    Explain(ExplainArgs),
    Extract(ExtractArgs),
    Metadata(MetadataArgs),
    Verify(VerifyArgs),
    #[cfg(feature = "serve")]
    Serve(ServeArgs),
    New(NewArgs),
    Schema(SaveArgs),
    Fonts(FontArgs),
    Dump(DumpArgs),
    Completions(CompletionsArgs),
    Man(ManArgs),
    Help(HelpArgs),
}

impl Command {
    /// Takes what was not typed from the settings.
    pub(crate) fn fill_in(&mut self, settings: &Settings) {
        let judging = match self {
            Self::Render(args) => {
                if args.output.is_none() {
                    // a folder, be it there yet or not
                    let folder = settings.output.as_ref().filter(|folder| !folder.is_empty());
                    args.output = folder.map(|folder| PathBuf::from(folder).join("").into_os_string());
                }
                &mut args.judging
            }
            Self::Preview(args) => &mut args.judging,
            Self::Check(args) => &mut args.judging,
            Self::Dump(args) => &mut args.judging,
            _ => return,
        };
        judging.organ = judging.organ.take().or_else(|| settings.organ.clone()).filter(|organ| !organ.is_empty());
    }
}

#[derive(Debug, Args)]
pub(crate) struct RenderArgs {
    /// Files; `-` for standard input.
    #[arg(required = true, value_name = "SPEC")]
    pub(crate) specs: Vec<OsString>,
    #[arg(short, long, value_name = "DIR|FILE")]
    pub(crate) output: Option<OsString>,
    #[arg(long, value_enum, value_delimiter = ',', value_name = "docx|pdf|svg|png")]
    pub(crate) to: Vec<FileFormat>,
    #[arg(long, value_name = "N", value_parser = page_files::parse_dpi)]
    pub(crate) dpi: Option<u16>,
    #[arg(long, value_name = "A-B", value_parser = page_files::parse_range)]
    pub(crate) pages: Option<PageRange>,
    #[arg(long, value_name = "PATTERN")]
    pub(crate) name: Option<String>,
    #[arg(short, long)]
    pub(crate) force: bool,
    #[command(flatten)]
    pub(crate) flavour: FlavourArgs,
    #[arg(long)]
    pub(crate) no_signature_fields: bool,
    #[arg(long)]
    pub(crate) keep_hints: bool,
    #[arg(long)]
    pub(crate) watch: bool,
    #[arg(long)]
    pub(crate) open: bool,
    #[arg(short, long)]
    pub(crate) quiet: bool,
    #[command(flatten)]
    pub(crate) judging: JudgingArgs,
}

#[derive(Debug, Args)]
pub(crate) struct PreviewArgs {
    /// `-` for standard input.
    #[arg(value_name = "FILE")]
    pub(crate) spec: OsString,
    #[command(flatten)]
    pub(crate) save: SaveArgs,
    #[arg(long)]
    pub(crate) watch: bool,
    #[arg(long)]
    pub(crate) open: bool,
    #[command(flatten)]
    pub(crate) judging: JudgingArgs,
}

/// The kind of PDF, which some findings depend on.
#[derive(Debug, Args)]
pub(crate) struct FlavourArgs {
    #[arg(long, default_value = Flavour::default().name(), value_name = "a-2a|a-3a|a-2b|a-1a|a-1b|plain", value_parser = flavours())]
    pub(crate) pdf: Flavour,
}

fn flavours() -> impl TypedValueParser<Value = Flavour> {
    PossibleValuesParser::new(Flavour::ALL.map(Flavour::name)).map(|name| Flavour::from_name(&name).unwrap_or_default())
}

fn regulations() -> impl TypedValueParser<Value = Regulation> {
    let names = Regulation::ALL.iter().map(|regulation| regulation.name());
    PossibleValuesParser::new(names).try_map(|name| Regulation::from_name(&name).ok_or("unknown"))
}

#[derive(Debug, Args)]
pub(crate) struct CheckArgs {
    #[arg(required = true, value_name = "FILE")]
    pub(crate) specs: Vec<OsString>,
    #[arg(long)]
    pub(crate) explain_lines: bool,
    #[command(flatten)]
    pub(crate) flavour: FlavourArgs,
    #[arg(short, long)]
    pub(crate) quiet: bool,
    #[command(flatten)]
    pub(crate) judging: JudgingArgs,
}

#[derive(Debug, Args)]
pub(crate) struct ExplainArgs {
    /// A code or a name; absent: all are listed.
    #[arg(value_name = "CODE")]
    pub(crate) kind: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct DumpArgs {
    #[arg(value_name = "FILE")]
    pub(crate) spec: OsString,
    #[arg(long, value_enum, value_name = "spec|model|pages")]
    pub(crate) stage: Stage,
    #[command(flatten)]
    pub(crate) judging: JudgingArgs,
}

#[derive(Debug, Args)]
pub(crate) struct ExtractArgs {
    /// `-` for standard input.
    #[arg(value_name = "FILE")]
    pub(crate) file: OsString,
    #[command(flatten)]
    pub(crate) save: SaveArgs,
    #[arg(long)]
    pub(crate) anyway: bool,
    #[arg(long)]
    pub(crate) any_size: bool,
    #[command(flatten)]
    pub(crate) fonts: FontArgs,
}

/// Where a text goes that is printed by default.
#[derive(Debug, Args)]
pub(crate) struct SaveArgs {
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<OsString>,
    #[arg(short, long)]
    pub(crate) force: bool,
}

#[derive(Debug, Args)]
pub(crate) struct MetadataArgs {
    /// `-` for standard input.
    #[arg(value_name = "FILE")]
    pub(crate) file: OsString,
}

#[derive(Debug, Args)]
pub(crate) struct VerifyArgs {
    /// A Word file, a PDF, or one of each; `-` for standard input.
    #[arg(required = true, num_args = 1..=2, value_name = "FILE")]
    pub(crate) files: Vec<OsString>,
    #[arg(long)]
    pub(crate) any_size: bool,
    #[arg(long, value_enum, default_value = "text", value_name = "text|json")]
    pub(crate) message_format: VerdictFormat,
    #[command(flatten)]
    pub(crate) fonts: FontArgs,
}

/// What every command that reads a specification takes.
#[derive(Debug, Args)]
pub(crate) struct JudgingArgs {
    #[arg(long, value_name = "nd30-2020|tt01-2011", value_parser = regulations())]
    pub(crate) regulation: Option<Regulation>,
    #[arg(long, value_name = "FILE")]
    pub(crate) organ: Option<OsString>,
    #[arg(long, value_name = "FILE")]
    pub(crate) data: Option<OsString>,
    #[arg(long, value_enum, default_value = "text", value_name = "text|json|github|sarif")]
    pub(crate) message_format: MessageFormat,
    #[command(flatten)]
    pub(crate) fonts: FontArgs,
}

#[derive(Debug, Args)]
pub(crate) struct FontArgs {
    #[arg(long, value_enum, default_value = "bundled", value_name = "bundled|system")]
    pub(crate) fonts: FontChoice,
    #[arg(long, value_name = "DIR", conflicts_with = "fonts")]
    pub(crate) font_dir: Option<PathBuf>,
}

/// A service, with its limits.
#[cfg(feature = "serve")]
#[derive(Debug, Args)]
pub(crate) struct ServeArgs {
    #[arg(long, default_value = "127.0.0.1:8080", value_name = "HOST:PORT")]
    pub(crate) listen: std::net::SocketAddr,
    /// Absent: as many as the machine has processors.
    #[arg(long, value_name = "N", value_parser = at_least(1))]
    pub(crate) threads: Option<u32>,
    #[arg(long, default_value = "64", value_name = "N", value_parser = at_least(1))]
    pub(crate) queue: u32,
    #[arg(long, default_value = "256", value_name = "N", value_parser = at_least(1))]
    pub(crate) connections: u32,
    /// In KiB.
    #[arg(long, default_value = "8192", value_name = "KIB", value_parser = at_least(1).range(..=64 << 10))]
    pub(crate) max_body: u32,
    /// In KiB.
    #[arg(long, default_value = "16", value_name = "KIB", value_parser = at_least(8).range(..=1024))]
    pub(crate) max_header: u32,
    #[arg(long, default_value = "5", value_name = "SECONDS", value_parser = seconds)]
    pub(crate) header_timeout: Duration,
    #[arg(long, default_value = "30", value_name = "SECONDS", value_parser = seconds)]
    pub(crate) body_timeout: Duration,
    #[arg(long, default_value = "30", value_name = "SECONDS", value_parser = seconds)]
    pub(crate) write_timeout: Duration,
    #[arg(long, default_value = "30", value_name = "SECONDS", value_parser = seconds)]
    pub(crate) deadline: Duration,
    #[arg(long, default_value = "30", value_name = "SECONDS", value_parser = seconds)]
    pub(crate) drain: Duration,
    #[command(flatten)]
    pub(crate) fonts: FontArgs,
}

#[cfg(feature = "serve")]
fn at_least(least: u32) -> clap::builder::RangedI64ValueParser<u32> {
    clap::value_parser!(u32).range(i64::from(least)..)
}

/// Seconds, of which a part may be: `0.5`.
#[cfg(feature = "serve")]
fn seconds(text: &str) -> Result<Duration, String> {
    let seconds = text.parse().ok().and_then(|seconds| Duration::try_from_secs_f64(seconds).ok());
    let is_usual = |time: &Duration| !time.is_zero() && *time <= Duration::from_secs(24 * 3600);
    seconds.filter(is_usual).ok_or_else(|| "0.001 – 86400".to_owned())
}

#[derive(Debug, Args)]
pub(crate) struct NewArgs {
    #[arg(value_name = "TYPE", value_parser = starter::parse_type, required_unless_present = "list")]
    pub(crate) doc_type: Option<StarterRow>,
    #[arg(long)]
    pub(crate) list: bool,
    #[command(flatten)]
    pub(crate) save: SaveArgs,
}

#[derive(Debug, Args)]
pub(crate) struct CompletionsArgs {
    #[arg(value_enum, value_name = "SHELL")]
    pub(crate) shell: clap_complete::Shell,
}

#[derive(Debug, Args)]
pub(crate) struct ManArgs {
    #[arg(value_name = "COMMAND", value_parser = command_names())]
    pub(crate) command: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct HelpArgs {
    #[arg(value_name = "COMMAND", value_parser = command_names())]
    pub(crate) command: Option<String>,
}

/// The commands that have a help text of their own.
pub(crate) const COMMANDS: &[&str] = &[
    "render",
    "preview",
    "check",
    "explain",
    "extract",
    "metadata",
    "verify",
    #[cfg(feature = "serve")]
    "serve",
    "new",
    "schema",
    "fonts",
    "dump",
    "completions",
    "man",
    "help",
];

fn command_names() -> PossibleValuesParser {
    PossibleValuesParser::new(COMMANDS)
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum FileFormat {
    Docx,
    Pdf,
    /// A file a page.
    Svg,
    Png,
}

impl FileFormat {
    /// All.
    pub(crate) const ALL: [Self; 4] = [Self::Docx, Self::Pdf, Self::Svg, Self::Png];

    /// The library's name for it; pages as pictures are no files of the library's.
    pub(crate) fn of_library(self) -> Option<vanban::Format> {
        match self {
            Self::Docx => Some(vanban::Format::Docx),
            Self::Pdf => Some(vanban::Format::Pdf),
            Self::Svg | Self::Png => None,
        }
    }

    /// Also the file name's extension.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Docx => "docx",
            Self::Pdf => "pdf",
            Self::Svg => "svg",
            Self::Png => "png",
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum MessageFormat {
    Text,
    Json,
    /// Workflow commands.
    Github,
    /// One log of all files.
    Sarif,
}

/// How a verdict is told: it is about files, not about places in them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum VerdictFormat {
    Text,
    Json,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum FontChoice {
    Bundled,
    System,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Stage {
    Spec,
    Model,
    Pages,
}
