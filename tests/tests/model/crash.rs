//! A process that ends at a step as `kill -9` ends it: the files stay as they are at that moment.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use cekura_campaign::engine::{Observer, Step};

use crate::case::Damage;

/// What unwinds instead of a process that dies.
#[derive(Debug)]
pub(crate) struct Killed;

/// Kills the campaign at a step, after its folder was copied.
pub(crate) struct Killer {
    step: Option<Step>,
    left: AtomicU32,
    folder: PathBuf,
    image: PathBuf,
}

impl Killer {
    pub(crate) fn new(kill: Option<(Step, u32)>, folder: &Path, image: &Path) -> Arc<Self> {
        Arc::new(Self {
            step: kill.map(|(step, _)| step),
            left: AtomicU32::new(kill.map_or(0, |(_, nth)| nth)),
            folder: folder.to_owned(),
            image: image.to_owned(),
        })
    }
}

impl Observer for Killer {
    fn step(&self, step: Step) {
        if self.step == Some(step) && self.left.fetch_sub(1, Ordering::Relaxed) == 1 {
            copy(&self.folder, &self.image);
            std::panic::resume_unwind(Box::new(Killed));
        }
    }
}

/// Puts the files back as they were when the process was killed, and damages the write-ahead log as told.
pub(crate) fn restore(folder: &Path, image: &Path, damage: Option<Damage>) {
    let _ = fs::remove_dir_all(folder);
    copy(image, folder);
    let Some(damage) = damage else { return };
    for file in fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        if path.to_string_lossy().ends_with("-wal") {
            let mut bytes = fs::read(&path).unwrap();
            match damage {
                Damage::Cut(at) => bytes.truncate(bytes.len() * at / 1000),
                Damage::Flip(at) => {
                    let at = bytes.len() * at / 1000;
                    if let Some(byte) = bytes.get_mut(at) {
                        *byte ^= 0x10;
                    }
                }
            }
            fs::write(&path, bytes).unwrap();
        }
    }
}

fn copy(from: &Path, to: &Path) {
    let _ = fs::remove_dir_all(to);
    fs::create_dir_all(to).unwrap();
    for file in fs::read_dir(from).unwrap() {
        let file = file.unwrap();
        if file.file_type().unwrap().is_file() {
            fs::copy(file.path(), to.join(file.file_name())).unwrap();
        }
    }
}
