//! `--outlines DIR`: a person's own outlines, good and bad.

use serde_json::{Value, json};

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
fn outlines_without_code_or_name_are_refused_and_one_alone_is_left_out() {
    let silent = |feature: &mut Value| {
        feature["properties"] = serde_json::json!({"surface": 12.5});
        feature.as_object_mut().unwrap().remove("id");
    };
    let file = changed(|file| file["features"].as_array_mut().unwrap().iter_mut().for_each(silent));
    is_refused(file, "aucun contour ne dit de quel département il est");
    let desk = desk_with(changed(|file| silent(&mut file["features"][1])));
    let outcome = desk.run(OWN);
    assert_eq!(outcome.code, Some(FINE), "{outcome:?}");
    assert!(outcome.complained.contains("sans code ni nom\u{202f}: n° 2"), "{outcome:?}");
    assert!(outcome.complained.contains("1 département sans contour\u{202f}: 02"), "{outcome:?}");
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
        let features = file["features"].as_array_mut().unwrap();
        features.iter_mut().for_each(|feature| {
            feature.as_object_mut().unwrap().remove("id");
        });
        features[0]["properties"]["code"] = "ZZ".into();
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

/// Each feature of the embedded outlines, made anew.
fn remade(make: impl Fn(&Value) -> Vec<Value>) -> String {
    changed(|file| {
        let features = file["features"].as_array().unwrap().iter().flat_map(&make).collect();
        file["features"] = Value::Array(features);
        // So that the credit is that of the file beside.
        file.as_object_mut().unwrap().retain(|member, _| member == "type" || member == "features");
    })
}

fn polygons(geometry: &Value) -> Vec<Value> {
    match geometry["type"].as_str() {
        Some("Polygon") => vec![geometry["coordinates"].clone()],
        _ => geometry["coordinates"].as_array().unwrap().clone(),
    }
}

/// Each point of a list of any depth with a height.
fn raised(value: &Value) -> Value {
    let list = value.as_array().unwrap();
    if list[0].is_number() {
        return json!([list[0], list[1], 35.5]);
    }
    list.iter().map(raised).collect()
}

/// The rings the other way round, and begun elsewhere.
fn turned(value: &Value) -> Value {
    let list = value.as_array().unwrap();
    if !list[0][0].is_number() {
        return list.iter().map(turned).collect();
    }
    let mut ring: Vec<Value> = list[1..].iter().rev().cloned().collect();
    ring.rotate_left(list.len() / 3);
    ring.push(ring[0].clone());
    ring.into()
}

#[test]
fn outlines_as_their_makers_write_them_give_the_same_map() {
    let desk = desk_with("");
    let same = desk.made(EXPORT, "celle-du-programme.svg");
    let whole = |maker: &str, file: String| {
        desk.write("contours/departements.geojson", file);
        let map = desk.made("export --type college --outlines contours", "carte.svg");
        assert!(map == same, "{maker}");
    };
    let of = |feature: &Value, properties: Value, geometry: Value| json!({"type": "Feature", "properties": properties, "geometry": geometry, "bbox": feature["bbox"]});
    let said = |feature: &Value| {
        let text = |name: &str| feature["properties"][name].as_str().unwrap().to_owned();
        (text("code"), text("nom"), text("region"))
    };
    whole(
        "IGN, ADMIN EXPRESS",
        remade(|feature| {
            let (code, name, region) = said(feature);
            let properties = json!({"ID": format!("DEPARTEM00000{code}"), "NOM_M": name.to_uppercase(), "NOM": name, "INSEE_DEP": code, "INSEE_REG": region});
            let coordinates = raised(&polygons(&feature["geometry"]).into());
            let geometry = json!({"type": "MultiPolygon", "coordinates": coordinates});
            vec![of(feature, properties, geometry)]
        }),
    );
    whole(
        "france-geojson",
        remade(|feature| {
            let (code, name, _) = said(feature);
            let mut geometry = feature["geometry"].clone();
            geometry["coordinates"] = turned(&geometry["coordinates"]);
            vec![of(feature, json!({"code": code, "nom": name}), geometry)]
        }),
    );
    whole(
        "OpenStreetMap, by names",
        remade(|feature| {
            let (code, name, _) = said(feature);
            let properties = json!({"admin_level": "6", "boundary": "administrative", "name": name, "population": 100 + code.len(), "type": "boundary"});
            let polygons = polygons(&feature["geometry"]).into_iter();
            let geometries: Vec<Value> = polygons
                .map(|polygon| json!({"type": "Polygon", "coordinates": polygon}))
                .collect();
            let geometry = json!({"type": "GeometryCollection", "geometries": geometries});
            let mut made = of(feature, properties, geometry);
            made["id"] = json!(format!("relation/74{code}"));
            vec![made]
        }),
    );
    whole(
        "features split, with the rank of each",
        remade(|feature| {
            let (code, _, region) = said(feature);
            let parts = polygons(&feature["geometry"]).into_iter().enumerate();
            let made = parts.map(|(rank, polygon)| {
                let properties = json!({"fid": rank + 1, "code_insee": code, "reg": region});
                of(feature, properties, json!({"type": "Polygon", "coordinates": polygon}))
            });
            made.collect()
        }),
    );
    whole(
        "the id alone, codes without their zero",
        remade(|feature| {
            let (code, ..) = said(feature);
            let mut made = of(feature, Value::Null, feature["geometry"].clone());
            let number = code.parse::<u32>();
            made["id"] = number.map_or_else(|_| json!(code.to_lowercase()), |number| json!(number));
            vec![made]
        }),
    );
    whole(
        "OpenStreetMap, ref:INSEE",
        remade(|feature| {
            let (code, name, _) = said(feature);
            let properties = json!({"ref:INSEE": code, "name:br": name, "admin_level": "6"});
            vec![of(feature, properties, feature["geometry"].clone())]
        }),
    );
}

#[test]
fn what_the_atlas_does_not_draw_is_left_out_and_told() {
    let desk = desk_with(remade(|feature| {
        let beyond = json!({"type": "Feature", "properties": {"code": "988", "nom": "Nouvelle-Calédonie"}, "geometry": null});
        let town = json!({"type": "Feature", "properties": {"code": "38", "nom": "Isère"}, "geometry": {"type": "Point", "coordinates": [5.72, 45.19]}});
        match feature["properties"]["code"].as_str() {
            Some("38") => vec![feature.clone(), beyond, town],
            _ => vec![feature.clone()],
        }
    }));
    let outcome = desk.run(OWN);
    assert_eq!(outcome.code, Some(FINE), "{outcome:?}");
    for said in [
        "1 contour laissé de côté, d’un lieu que l’atlas ne dessine pas : Nouvelle-Calédonie",
        "1 objet laissé de côté, qui n’est pas une surface : Point",
    ] {
        assert!(outcome.complained.replace('\u{202f}', " ").contains(said), "{outcome:?}");
    }
    assert!(desk.read("carte.svg") == desk.made(EXPORT, "sans.svg"));
}
