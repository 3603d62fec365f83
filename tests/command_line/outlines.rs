//! `--outlines DIR`: a person's own outlines, good and bad.

use serde_json::Value;

use crate::{
    desk::{Desk, FINE, UNUSABLE},
    drawing::Drawing,
};

const DEPARTEMENTS: &str = include_str!("../../geodata/departements.geojson");
const REGIONS: &str = include_str!("../../geodata/regions.geojson");
const OLDER_REGIONS: &str = include_str!("../../geodata/regions-2011.geojson");

const EXPORT: &str = "export --type college";
const OWN: &str = "export --type college --outlines contours --sortie carte.svg";

fn desk_with(departements: impl AsRef<[u8]>) -> Desk {
    let desk = Desk::new();
    desk.write("contours/departements.geojson", departements);
    // Those of the program, so that the maps on both are the same.
    desk.write("contours/credit.txt", "IGN, ADMIN EXPRESS COG 2024,\nLicence Ouverte 2.0.\n");
    desk
}

/// The embedded outlines with something done to them.
fn changed(change: impl Fn(&mut Value)) -> String {
    let mut file = serde_json::from_str(DEPARTEMENTS).unwrap();
    change(&mut file);
    file.to_string()
}

fn is_refused(departements: impl AsRef<[u8]>, part: &str) {
    let desk = desk_with(departements);
    let outcome = desk.run(OWN);
    outcome.refuses(UNUSABLE, part);
    let line = outcome.only_line();
    assert!(line.contains("« departements.geojson »"), "which file? {line}");
    assert_eq!(desk.names(), ["contours"], "nothing is written");
}

#[test]
fn something_that_is_not_json_is_refused() {
    is_refused("code;nom\n01;Ain\n", "ce n’est pas du JSON valable (ligne 1, colonne 1)");
    is_refused(&DEPARTEMENTS[..100_000], "ce n’est pas du JSON valable");
}

#[test]
fn json_that_is_not_geojson_is_refused() {
    is_refused(r#"{"type": "Topology", "objects": {}}"#, "« type » vaut « Topology »");
    is_refused("[1, 2, 3]", "pas une « FeatureCollection »");
}

#[test]
fn an_empty_file_is_refused() {
    is_refused("", "le fichier est vide");
    is_refused(" \r\n", "le fichier est vide");
}

#[test]
fn a_collection_without_features_is_refused() {
    is_refused(r#"{"type":"FeatureCollection","features":[]}"#, "ne contient aucun contour");
}

#[test]
fn an_outline_without_code_is_refused() {
    let file = changed(|file| {
        file["features"][1]["properties"].as_object_mut().unwrap().remove("code");
    });
    is_refused(file, "le contour n° 2 n’a pas de propriété « code »");
}

#[test]
fn an_unclosed_ring_is_refused() {
    let file = changed(|file| {
        let geometry = &mut file["features"][0]["geometry"];
        let ring = match geometry["type"].as_str() {
            Some("Polygon") => &mut geometry["coordinates"][0],
            _ => &mut geometry["coordinates"][0][0],
        };
        ring.as_array_mut().unwrap().pop();
    });
    is_refused(file, "a un anneau ouvert");
}

#[test]
fn regions_in_place_of_departements_are_refused() {
    is_refused(REGIONS, "le fichier contient des régions, alors que des départements");
    is_refused(OLDER_REGIONS, "le fichier contient des régions, alors que des départements");
}

#[test]
fn departements_in_place_of_regions_are_refused() {
    let desk = desk_with(DEPARTEMENTS);
    desk.write("contours/regions.geojson", DEPARTEMENTS);
    let outcome = desk.run(OWN);
    outcome.refuses(UNUSABLE, "le fichier contient des départements, alors que des régions");
    assert!(outcome.only_line().contains("« regions.geojson »"));
    assert_eq!(desk.names(), ["contours"]);
}

#[test]
fn utf_16_is_refused() {
    let units = format!("\u{feff}{DEPARTEMENTS}");
    let little: Vec<u8> = units.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = units.encode_utf16().flat_map(u16::to_be_bytes).collect();
    is_refused(little, "le fichier n’est pas en UTF-8");
    is_refused(big, "le fichier n’est pas en UTF-8");
}

#[test]
fn metres_in_place_of_degrees_are_refused() {
    let ring = "[652469,6862035],[652470,6862035],[652470,6862036],[652469,6862035]";
    is_refused(
        format!(
            r#"{{"type":"FeatureCollection","features":[{{"type":"Feature","properties":
            {{"code":"75"}},"geometry":{{"type":"Polygon","coordinates":[[{ring}]]}}}}]}}"#
        ),
        "Exportez les contours en WGS 84",
    );
}

#[test]
fn a_folder_without_the_file_is_refused() {
    let desk = Desk::new();
    desk.write("contours/autre.geojson", DEPARTEMENTS);
    let outcome = desk.run(OWN);
    outcome.refuses(UNUSABLE, "le fichier ou le dossier n’existe pas");
    assert!(outcome.only_line().contains("departements.geojson"));
    assert_eq!(desk.names(), ["contours"]);
}

#[test]
fn a_folder_that_does_not_exist_or_is_a_file_is_refused() {
    let desk = Desk::new();
    desk.run(OWN).refuses(UNUSABLE, "impossible de lire « contours/departements.geojson »");
    desk.write("contours", "");
    desk.run(OWN).refuses(UNUSABLE, "impossible de lire « contours/departements.geojson »");
    assert_eq!(desk.names(), ["contours"]);
}

#[test]
fn a_byte_order_mark_is_noticed_once_and_does_no_harm() {
    let desk = desk_with(format!("\u{feff}{DEPARTEMENTS}"));
    let outcome = desk.run(OWN);
    assert_eq!((outcome.code, outcome.said.as_str()), (Some(FINE), ""), "{outcome:?}");
    assert!(outcome.only_line().contains("marque d’ordre des octets"), "{outcome:?}");
    assert!(desk.read("carte.svg") == desk.made(EXPORT, "sans-option.svg"));
}

#[test]
fn own_outlines_work_with_and_without_their_regions() {
    let desk = desk_with(DEPARTEMENTS);
    let own = desk.made("export --type college --outlines contours", "a.svg");
    assert!(own == desk.made(EXPORT, "b.svg"), "the same outlines make the same map");
    desk.write("contours/regions.geojson", REGIONS);
    desk.write("contours/regions-2011.geojson", OLDER_REGIONS);
    assert!(own == desk.made("export --type college --outlines contours", "c.svg"));
}

#[test]
fn outlines_can_be_named_before_the_command() {
    let desk = desk_with(DEPARTEMENTS);
    let before = desk.made("--outlines contours export --type college", "a.svg");
    assert!(before == desk.made(EXPORT, "b.svg"));
}

#[test]
fn regions_of_another_edition_are_noticed_and_the_map_is_drawn() {
    let desk = desk_with(DEPARTEMENTS);
    desk.write("contours/regions-2011.geojson", REGIONS);
    let outcome = desk.run(OWN);
    assert_eq!(outcome.code, Some(FINE), "{outcome:?}");
    assert!(outcome.only_line().contains("ne coïncident pas"), "{outcome:?}");
    assert!(desk.names().contains(&"carte.svg".to_owned()));
}

#[test]
fn missing_and_unknown_outlines_are_noticed_and_the_map_is_drawn() {
    let desk = desk_with(changed(|file| {
        file["features"][0]["properties"]["code"] = "ZZ".into();
    }));
    let outcome = desk.run(OWN);
    assert_eq!(outcome.code, Some(FINE), "{outcome:?}");
    assert!(
        outcome.complained.contains("ZZ") && outcome.complained.contains(": 01"),
        "{outcome:?}"
    );
    assert_eq!(outcome.complained.lines().count(), 2, "{outcome:?}");
}

/// Does something to each point of the outlines.
fn moved(code: &str, change: impl Fn(&mut [Value])) -> String {
    fn points(value: &mut Value, change: &impl Fn(&mut [Value])) {
        let Some(list) = value.as_array_mut() else { return };
        match list.first() {
            Some(Value::Array(_)) => list.iter_mut().for_each(|inner| points(inner, change)),
            _ => change(list),
        }
    }
    changed(|file| {
        for feature in file["features"].as_array_mut().unwrap() {
            if code.is_empty() || feature["properties"]["code"] == code {
                points(&mut feature["geometry"]["coordinates"], &change);
            }
        }
    })
}

#[test]
fn outlines_with_the_latitude_first_are_refused() {
    is_refused(moved("", <[Value]>::reverse), "la latitude avant la longitude");
}

#[test]
fn outlines_that_are_nowhere_near_their_departements_are_refused_or_noticed() {
    let far = |point: &mut [Value]| point[0] = (point[0].as_f64().unwrap() + 60.0).into();
    is_refused(moved("", far), "aucun contour n’est à la place de son département");
    let desk = desk_with(moved("29", |point| {
        if point[1].as_f64().unwrap() > 48.7 {
            point[1] = 90.0.into();
        }
    }));
    let outcome = desk.run(OWN);
    assert_eq!(outcome.code, Some(FINE), "{outcome:?}");
    assert!(outcome.complained.contains("hors de la place de son département"), "{outcome:?}");
    assert!(outcome.complained.contains(": 29"), "{outcome:?}");
}

#[test]
fn a_bow_tie_is_refused_by_its_name_and_a_flat_island_is_left_out() {
    let bow_tie = "[[[-3,48],[-2,49],[-2,48],[-3,49],[-3,48]]]";
    let tied = changed(|file| {
        let features = file["features"].as_array_mut().unwrap();
        let morbihan = features.iter_mut().find(|f| f["properties"]["code"] == "56").unwrap();
        morbihan["geometry"] =
            serde_json::from_str(&format!(r#"{{"type":"Polygon","coordinates":{bow_tie}}}"#))
                .unwrap();
    });
    is_refused(tied, "le contour « 56 » (Morbihan) n’a pas de surface");
    let with_island = changed(|file| {
        let features = file["features"].as_array_mut().unwrap();
        let finistere = features.iter_mut().find(|f| f["properties"]["code"] == "29").unwrap();
        let island = serde_json::from_str("[[[-5,48],[-5,48],[-5,48],[-5,48]]]").unwrap();
        finistere["geometry"]["coordinates"].as_array_mut().unwrap().push(island);
    });
    let desk = desk_with(with_island);
    let outcome = desk.run(OWN);
    assert_eq!(outcome.code, Some(FINE), "{outcome:?}");
    assert!(outcome.complained.contains("« 29 » a 1 anneau sans surface"), "{outcome:?}");
    assert!(desk.read("carte.svg") == desk.made(EXPORT, "sans-ile.svg"));
}

#[test]
fn a_map_credits_those_whom_its_outlines_are_from() {
    let own = "export --type college --outlines contours";
    let silent = changed(|file| {
        file.as_object_mut().unwrap().retain(|member, _| member == "type" || member == "features");
    });
    let desk = desk_with(silent);
    desk.write("contours/credit.txt", "");
    let words = |desk: &Desk, file: &str| {
        let texts = Drawing::read(&desk.made_text(own, file)).texts().join(" ");
        texts.replace('\u{a0}', " ")
    };
    let page = words(&desk, "a.svg");
    assert!(page.contains("Contours fournis par l’auteur de la carte"), "{page}");
    assert!(!page.contains("IGN"), "{page}");
    desk.write("contours/credit.txt", "© les contributeurs d’OpenStreetMap, ODbL");
    let page = words(&desk, "b.svg");
    assert!(page.contains("© les contributeurs d’OpenStreetMap, ODbL"), "{page}");
    assert!(!page.contains("IGN"), "{page}");
    let said = changed(|file| file["attribution"] = "Région Bretagne".into());
    let desk = desk_with(said);
    desk.write("contours/credit.txt", " ");
    assert!(words(&desk, "c.svg").contains("Contours\u{202f}: Région Bretagne"));
}
