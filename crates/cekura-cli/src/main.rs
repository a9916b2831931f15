//! The program `cekura`: re-evaluate production calls of voice agents from the terminal or CI.

mod app;
mod atomic;
mod campaign;
mod cli;
mod command_line;
mod commands;
mod config;
mod exit;
mod export;
mod failure;
#[rustfmt::skip]
mod generated;
mod ids;
mod import;
mod input;
mod output;
mod paid;
mod session;
mod stop;
mod table;
mod trace;

use std::ffi::OsString;
use std::io::{Write as _, stdout};
use std::process::ExitCode;

use clap::error::ErrorKind;

use crate::app::App;
use crate::cli::Global;
use crate::command_line::Task;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output::{Notes, Style};

fn main() -> ExitCode {
    match command_line::parse(std::env::args_os()) {
        Ok((global, task)) => execute(global, task).into(),
        Err(error) => misread(&error).into(),
    }
}

/// Carries out the command, and says why if it fails.
fn execute(global: Global, task: Task) -> Exit {
    let notes = Notes::new(Style::new(false), global.format.format().is_json(), false);
    let mut app = match App::new(global) {
        Ok(app) => app,
        Err(failure) => return fail(notes, failure),
    };
    trace::start(app.global.verbose, app.terminal.err.is_colored());
    let runtime = match tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
    {
        Ok(runtime) => runtime,
        Err(e) => {
            return fail(
                app.notes,
                Failure::own(Exit::Other, format!("the runtime cannot be started: {e}")),
            );
        }
    };
    let done = runtime.block_on(async {
        match task {
            Task::ByHand(command) => commands::dispatch(&mut app, *command).await,
            Task::Row(call) => table::run(&mut app, &call).await,
        }
    });
    // What was written before a failure is data all the same.
    let flushed = app.data.flush();
    match done {
        Ok(()) => flushed.map_or_else(|failure| fail(app.notes, failure), |()| Exit::Done),
        Err(failure) => fail(app.notes, failure),
    }
}

fn fail(notes: Notes, failure: Failure) -> Exit {
    if let Failure::Problem(problem) = &failure {
        notes.failed(problem);
    }
    failure.exit()
}

/// Help and version are data; anything else that clap has to say is a wrong command line.
fn misread(error: &clap::Error) -> Exit {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            let printed = error.print().and_then(|()| stdout().flush());
            let notes = Notes::new(Style::new(false), false, false);
            printed
                .map_err(Failure::from)
                .map_or_else(|failure| fail(notes, failure), |()| Exit::Done)
        }
        _ if asks_for_json(std::env::args_os()) => {
            let text = error.render().to_string();
            let text = text.strip_prefix("error: ").unwrap_or(&text).trim_end();
            let notes = Notes::new(Style::new(false), true, false);
            fail(notes, Failure::usage(text))
        }
        _ => {
            let _ = error.print();
            Exit::Usage
        }
    }
}

/// Whether a command line that cannot be read asks for JSON.
fn asks_for_json(args: impl IntoIterator<Item = OsString>) -> bool {
    let args: Vec<OsString> = args.into_iter().collect();
    let is_json = |text: &str| matches!(text, "json" | "jsonl");
    let joined = args
        .iter()
        .filter_map(|arg| arg.to_str()?.strip_prefix("--format="))
        .any(is_json);
    joined
        || args
            .windows(2)
            .any(|pair| pair[0] == "--format" && pair[1].to_str().is_some_and(is_json))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_is_recognised_on_a_line_that_cannot_be_read() {
        let asks = |line: &str| asks_for_json(line.split(' ').map(OsString::from));
        assert!(asks("cekura --format json calls"));
        assert!(asks("cekura calls --format=jsonl --nonsense"));
        assert!(!asks("cekura --format table calls json"));
        assert!(!asks("cekura --format"));
    }
}
