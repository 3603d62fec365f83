use super::*;
use crate::app::tiles::TileAddress;

#[test]
fn nothing_is_shown_before_the_server_is_allowed_and_then_never_asked_again() {
    let mut terrain = Terrain::new(None);
    let (ctx, mut dialog) = (Context::default(), None);
    terrain.toggle(&mut dialog);
    assert!(!terrain.is_shown() && terrain.tiles(&ctx).is_none());
    assert!(matches!(dialog, Some(TerrainDialog::Consent)));
    let no_file = || panic!("no file is asked for");
    terrain.carry_out(TerrainRequest::Allow, &mut dialog, &ctx, no_file);
    assert!(terrain.is_shown() && dialog.is_none());
    terrain.toggle(&mut dialog);
    terrain.toggle(&mut dialog);
    assert!(terrain.is_shown() && dialog.is_none());
    let again = Terrain::new(Some(terrain.settings().clone()));
    assert!(again.is_shown());
}

#[test]
fn another_server_is_asked_about_anew() {
    let (mut terrain, mut dialog) = (Terrain::new(None), None);
    terrain.toggle(&mut dialog);
    terrain.allow();
    let address = TileAddress::parse("https://a.fr/{z}/{x}/{y}").unwrap();
    terrain.change_source(TileSource::Server(address));
    terrain.turn_on(&mut dialog);
    assert!(!terrain.is_shown(), "its tiles would be fetched");
    assert!(dialog.take().is_some());
    terrain.change_source(TileSource::PlanIgn);
    terrain.turn_on(&mut dialog);
    assert!(terrain.is_shown());
}

#[test]
fn remembered_settings_do_not_allow_what_was_never_allowed() {
    let settings = TerrainSettings { shown: true, ..TerrainSettings::default() };
    assert!(!Terrain::new(Some(settings)).is_shown());
}

#[test]
fn a_file_that_ended_the_program_or_failed_is_not_opened_again_at_the_next_start() {
    let ctx = Context::default();
    let mut terrain = Terrain::new(None);
    terrain.change_source(TileSource::File("nulle-part/fond.pmtiles".into()));
    terrain.toggle(&mut None);
    assert!(terrain.told_at_start().is_none());
    terrain.receive(&mut None, &ctx);
    assert!(terrain.take_unsaved() && !terrain.take_unsaved(), "remembered before it is opened");
    let left = terrain.settings().clone();
    let again = Terrain::new(Some(left.clone()));
    assert!(!again.is_shown() && again.store.is_none());
    assert!(again.told_at_start().is_some_and(|told| told.contains("« fond.pmtiles »")));
    assert!(terrain.tiles(&ctx).is_some());
    for _ in 0..200 {
        terrain.tiles(&ctx).unwrap().begin_frame();
        terrain.receive(&mut None, &ctx);
        std::thread::sleep(std::time::Duration::from_millis(1));
    }
    assert_eq!(*terrain.settings(), left, "it could not be opened");
    let mut asked = Terrain::new(Some(left));
    asked.toggle(&mut None);
    assert!(asked.is_shown(), "whom a person asks for is opened");
}

#[test]
fn a_file_needs_no_permission() {
    let mut terrain = Terrain::new(None);
    terrain.change_source(TileSource::File("fond.pmtiles".into()));
    terrain.toggle(&mut None);
    assert!(terrain.is_shown());
}
