//! The command line: arguments in, files and messages out. Everything that the library may not touch (files, standard
//! streams, installed fonts, the clock) is touched here and nowhere else.
#![allow(clippy::disallowed_types, clippy::disallowed_methods, reason = "files are what the command line is for")]

mod args;
mod beside;
mod check;
mod console;
mod data;
mod dump;
mod explain;
mod extract;

mod fonts;
mod help;
mod input;
mod judge;
mod line_report;
mod metadata;
mod open;
mod output;
mod page_files;
mod pictures;
mod preview;
mod preview_page;
mod progress;
mod render;
mod report;
mod same_file;
mod save;
#[cfg(feature = "serve")]
mod serve;
mod settings;
mod specs;
mod starter;
mod taken_in;
mod verify;
mod version;
mod watch;
mod write_whole;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{CommandFactory, FromArgMatches};
use vanban::diag::Lang;
use vanban::font::FaceStyle;

use args::{Arguments, ColorChoice, Command, CompletionsArgs, FontArgs, HelpArgs, LangName, ManArgs};
use console::{Failure, Outcome, print, say, say_failure, say_warning, visible_lines};
use settings::Settings;

/// Runs the program on the process's arguments.
pub(crate) fn run() -> ExitCode {
    let typed: Vec<OsString> = std::env::args_os().collect();
    let settings = Settings::load();
    let lang = language(&typed, settings.as_ref().ok().and_then(|settings| settings.lang));
    let ran = match parse(Arguments::command(), &typed) {
        Ok(arguments) => settings.and_then(|settings| obey(arguments, &settings)),
        // the help texts are put in only for those who see them
        Err(_) => match parse(help::command(lang), &typed) {
            Ok(arguments) => settings.and_then(|settings| obey(arguments, &settings)),
            Err(error) => usage(&error, lang),
        },
    };
    ran.unwrap_or_else(|failure| {
        say_failure(&failure, lang);
        Outcome::Failed
    })
    .into()
}

fn obey(arguments: Arguments, settings: &Settings) -> Result<Outcome, Failure> {
    console::choose_colour(match arguments.color {
        ColorChoice::Auto => None,
        ColorChoice::Always => Some(true),
        ColorChoice::Never => Some(false),
    });
    dispatch(arguments, settings)
}

fn parse(definition: clap::Command, typed: &[OsString]) -> Result<Arguments, clap::Error> {
    definition.try_get_matches_from(typed).and_then(|matches| Arguments::from_arg_matches(&matches))
}

/// The language of help and usage errors: both come before the arguments are understood.
fn language(typed: &[OsString], setting: Option<LangName>) -> Lang {
    let names = |name: &str| {
        let apart = |pair: &[OsString]| pair[0] == "--lang" && pair[1] == name;
        typed.windows(2).any(apart) || typed.iter().any(|arg| arg.to_str() == Some(&format!("--lang={name}")))
    };
    if names("en") || (setting == Some(LangName::En) && !names("vi")) { Lang::En } else { Lang::Vi }
}

fn dispatch(mut arguments: Arguments, settings: &Settings) -> Result<Outcome, Failure> {
    let lang = arguments.lang.or(settings.lang).unwrap_or(LangName::Vi).into();
    arguments.command.fill_in(settings);
    match &arguments.command {
        Command::Render(args) => render::run(args, lang),
        Command::Preview(args) => preview::run(args, lang),
        Command::Check(args) => check::run(args, lang),
        Command::Explain(args) => explain::run(args, lang),
        Command::Dump(args) => dump::run(args, lang),
        Command::Extract(args) => extract::run(args, lang),
        Command::Metadata(args) => metadata::run(args),
        Command::Verify(args) => verify::run(args, lang),
        #[cfg(feature = "serve")]
        Command::Serve(args) => serve::run(args, lang),
        Command::New(args) => starter::run(args, lang),
        Command::Schema(args) => done(save::save(args, vanban::schema::schema_text().into_bytes(), None)),
        Command::Fonts(args) => show_fonts(args, lang),
        Command::Completions(args) => completions(args, lang),
        Command::Man(args) => manual(args, lang),
        Command::Help(args) => done(print(page_of(args, lang).render_help().to_string().as_bytes())),
    }
}

fn done(result: Result<(), Failure>) -> Result<Outcome, Failure> {
    result.map(|()| Outcome::Done)
}

/// Help and version are results; the rest is a mistake in the command line.
fn usage(error: &clap::Error, lang: Lang) -> Result<Outcome, Failure> {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => done(print(error.to_string().as_bytes())),
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            say(&visible_lines(&error.to_string()));
            Ok(Outcome::Failed)
        }
        _ => {
            say(&visible_lines(&help::usage_error(error, lang)));
            Ok(Outcome::Failed)
        }
    }
}

fn page_of(args: &HelpArgs, lang: Lang) -> clap::Command {
    subcommand(args.command.as_deref(), lang)
}

/// The definition of a command as its user sees it, or of the whole program.
fn subcommand(name: Option<&str>, lang: Lang) -> clap::Command {
    let mut program = help::command(lang);
    program.build();
    match name.and_then(|name| program.find_subcommand(name)) {
        Some(found) => found.clone(),
        None => program,
    }
}

fn completions(args: &CompletionsArgs, lang: Lang) -> Result<Outcome, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut help::command(lang), "vanban", &mut script);
    done(print(&script))
}

fn manual(args: &ManArgs, lang: Lang) -> Result<Outcome, Failure> {
    let mut page = Vec::new();
    clap_mangen::Man::new(subcommand(args.command.as_deref(), lang)).render(&mut page).map_err(|e| {
        Failure::new(format!("không tạo được trang man: {e}"), format!("cannot make the manual page: {e}"))
    })?;
    let page = String::from_utf8_lossy(&page);
    done(print(help::manual_headings(&page, lang).as_bytes()))
}

fn show_fonts(args: &FontArgs, lang: Lang) -> Result<Outcome, Failure> {
    let fonts = fonts::load(args)?;
    let (inside, why) = match lang {
        Lang::Vi => ("đi kèm chương trình", "vì sao"),
        Lang::En => ("inside the program", "why"),
    };
    let mut text = String::new();
    for (i, style) in FaceStyle::BOOK.into_iter().enumerate() {
        let face = fonts.book.face(style);
        let style_name = match lang {
            Lang::Vi => fonts::style_vi(style),
            Lang::En => fonts::style_en(style),
        };
        let origin = fonts
            .files
            .as_ref()
            .and_then(|files| files.get(i))
            .map_or(inside.to_owned(), |file| file.display().to_string());
        let version = fonts::version(face);
        text.push_str(&format!("{style_name:<13} {} | {version} | {origin}\n", face.postscript_name()));
    }
    text.push_str(&format!("{why}: {}\n", lang.of(&fonts.why)));
    print(text.as_bytes())?;
    // the reason for a fallback stands in the answer already
    fonts.warnings.iter().filter(|warning| **warning != fonts.why).for_each(|warning| say_warning(warning, lang));
    Ok(Outcome::Done)
}
