//! `vanban serve`: the commands over HTTP.

use vanban::diag::Lang;

use super::args::ServeArgs;
use super::console::{Failure, Outcome, print, reason, say_warning};
use super::fonts;
use crate::serve::{self, Ended, ServeSettings};

/// Runs the command until the process is asked to end.
pub(crate) fn run(args: &ServeArgs, lang: Lang) -> Result<Outcome, Failure> {
    let fonts = fonts::load(&args.fonts)?;
    fonts.warnings.iter().for_each(|warning| say_warning(warning, lang));
    let threads = std::thread::available_parallelism().map_or(2, std::num::NonZero::get);
    let settings = ServeSettings {
        listen: args.listen,
        threads: args.threads.map_or(threads, |threads| threads as usize),
        queue: args.queue as usize,
        connections: args.connections as usize,
        max_body: (args.max_body as usize) << 10,
        max_header: (args.max_header as usize) << 10,
        header_timeout: args.header_timeout,
        body_timeout: args.body_timeout,
        write_timeout: args.write_timeout,
        deadline: args.deadline,
        drain: args.drain,
        lang,
    };
    let ended = serve::run(settings, fonts.book, |address| {
        // whoever started it on port 0 reads here which one it is
        let _ = print(format!("http://{address}\n").as_bytes());
    });
    match ended {
        Ok(Ended::Drained) => Ok(Outcome::Done),
        Ok(Ended::CutOff) => Ok(Outcome::Findings),
        Err(error) => {
            let (address, why) = (args.listen, reason(&error));
            Err(Failure::new(
                format!("không phục vụ được ở {address}: {}", why.vi),
                format!("cannot serve at {address}: {}", why.en),
            )
            .hint("chọn cổng khác, ví dụ --listen 127.0.0.1:8081", "take another port, e.g. --listen 127.0.0.1:8081"))
        }
    }
}
