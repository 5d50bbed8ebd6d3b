//! Pictures beside the specification: which files are brought and which are refused.

use std::fs;

use vanban::{MAX_PICTURE_BYTES, PictureError, PictureSource as _};

use crate::cli_run::Folder;
use pictures::FolderPictures;

#[path = "../../src/cli/beside.rs"]
mod beside;
#[path = "../../src/cli/pictures.rs"]
mod pictures;

fn bring(folder: &Folder, name: &str) -> Result<Vec<u8>, PictureError> {
    let pictures = FolderPictures::new(folder.path().join("spec"));
    let brought = pictures.picture(name);
    let asked = pictures.into_asked();
    assert!(
        asked == [folder.path().join("spec").join(name)] || brought == Err(PictureError::OutsideFolder),
        "{asked:?}"
    );
    brought
}

#[test]
fn files_in_the_folder_and_below() {
    let folder = Folder::new("pictures");
    folder.put("spec/a.png", "a");
    folder.put("spec/below/b.png", "b");
    assert_eq!(bring(&folder, "a.png"), Ok(b"a".to_vec()));
    assert_eq!(bring(&folder, "./a.png"), Ok(b"a".to_vec()));
    assert_eq!(bring(&folder, "below/../below/b.png"), Ok(b"b".to_vec()));
    assert_eq!(bring(&folder, "none.png"), Err(PictureError::NotFound));
    assert_eq!(bring(&folder, "below"), Err(PictureError::Unreadable));
    assert_eq!(bring(&folder, ""), Err(PictureError::Unreadable));
    assert_eq!(bring(&folder, "a\0.png"), Err(PictureError::Unreadable));
}

#[test]
fn nothing_outside() {
    let folder = Folder::new("pictures");
    let secret = folder.put("secret.png", "secret");
    folder.put("spec/a.png", "a");
    folder.put("spec-other/b.png", "b");
    for name in [
        "../secret.png",
        "../none.png",
        "x/../../secret.png",
        "/etc/passwd",
        secret.to_str().unwrap(),
        "../spec-other/b.png",
    ] {
        assert_eq!(bring(&folder, name), Err(PictureError::OutsideFolder), "{name}");
    }
}

#[cfg(unix)]
#[test]
fn no_way_out_by_links_and_no_waiting_at_pipes() {
    use std::os::unix::fs::symlink;
    let folder = Folder::new("pictures");
    folder.put("secret.png", "secret");
    folder.put("spec/a.png", "a");
    let spec = folder.path().join("spec");
    symlink("../secret.png", spec.join("link.png")).unwrap();
    symlink("..", spec.join("up")).unwrap();
    symlink("/dev/zero", spec.join("zero.png")).unwrap();
    symlink("a.png", spec.join("inside.png")).unwrap();
    assert_eq!(bring(&folder, "link.png"), Err(PictureError::OutsideFolder));
    assert_eq!(bring(&folder, "up/secret.png"), Err(PictureError::OutsideFolder));
    assert_eq!(bring(&folder, "zero.png"), Err(PictureError::OutsideFolder));
    assert_eq!(bring(&folder, "inside.png"), Ok(b"a".to_vec()));
    let made = std::process::Command::new("mkfifo").arg(spec.join("pipe.png")).status().unwrap();
    assert!(made.success());
    assert_eq!(bring(&folder, "pipe.png"), Err(PictureError::Unreadable));
}

#[test]
fn nothing_too_large() {
    let folder = Folder::new("pictures");
    let path = folder.put("spec/large.png", "");
    let file = fs::OpenOptions::new().write(true).open(path).unwrap();
    file.set_len(MAX_PICTURE_BYTES as u64).unwrap();
    assert_eq!(bring(&folder, "large.png").unwrap().len(), MAX_PICTURE_BYTES);
    file.set_len(MAX_PICTURE_BYTES as u64 + 1).unwrap();
    assert_eq!(bring(&folder, "large.png"), Err(PictureError::TooLarge));
}
