//! Promise: whatever the documents print, works: commands, their output, files, flags.
//!
//! Every fenced block of every document is run or read by a test, compiled by rustdoc, or has a reason in [`roles`].

mod blocks;
mod commands;
mod roles;
#[cfg(unix)]
mod session;

use blocks::Block;
use roles::Role;

/// The blocks of a document, with their roles.
fn of(document: &str) -> Vec<(Block, Role)> {
    let all = roles::all().into_iter();
    let of: Vec<_> = all
        .filter(|(block, _)| block.document == document)
        .map(|(block, role)| (block, role.unwrap_or_else(|why| panic!("{why}"))))
        .collect();
    assert!(!of.is_empty(), "{document} has no blocks");
    of
}

#[test]
fn every_code_block_has_a_role() {
    let forgotten: Vec<String> = roles::all()
        .into_iter()
        .filter_map(|(block, role)| match role {
            Ok(Role::Exempt("")) => Some(format!("{}: say why nobody runs it", block.place())),
            role => role.err(),
        })
        .chain(roles::without_a_block())
        .collect();
    assert!(forgotten.is_empty(), "{}", forgotten.join("\n"));
}

/// Each document whose commands are run is named in a test.
#[cfg(unix)]
#[test]
fn every_document_is_tested() {
    let run = [
        "README.md",
        "docs/campaigns.md",
        "docs/export.md",
        "docs/first-campaign.md",
        "docs/import.md",
    ];
    for (block, role) in roles::all() {
        if matches!(role, Ok(Role::Run | Role::Serve | Role::Output)) {
            let document = block.document.as_str();
            assert!(
                run.contains(&document),
                "add a test here that runs {document}"
            );
        }
    }
}

#[cfg(unix)]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_readme_prints_what_it_shows() {
    session::run("README.md").await;
}

#[cfg(unix)]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_campaign_guide_prints_what_it_shows() {
    session::run("docs/campaigns.md").await;
}

#[cfg(unix)]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_guide_to_exports_prints_what_it_shows() {
    session::run("docs/export.md").await;
}

#[cfg(unix)]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_guide_to_imports_prints_what_it_shows() {
    session::run("docs/import.md").await;
}

#[cfg(unix)]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_first_campaign_prints_what_it_shows() {
    session::run("docs/first-campaign.md").await;
}

#[cfg(unix)]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn lists_of_commands_work() {
    session::lists().await;
}

#[cfg(unix)]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_example_prints_what_the_readme_says() {
    session::example().await;
}

#[test]
fn files_are_read_as_they_are_printed() {
    let mut read = 0;
    for (block, role) in roles::all() {
        if let Ok(Role::File {
            name,
            command,
            says,
        }) = role
        {
            let home = crate::support::Home::new();
            home.write(name, &block.text);
            let mut program = home.cekura(command);
            program.current_dir(home.path());
            let ended = crate::support::run(program);
            let place = block.place();
            // 100 would be a gate that can be read and never met.
            assert_eq!(ended.code, 0, "{place}: {}{}", ended.out, ended.err);
            let said = ended.out + &ended.err;
            assert!(said.contains(says), "{place}: {says:?} is not in\n{said}");
            read += 1;
        }
    }
    assert!(read >= 2, "prices and rules are printed");
}
