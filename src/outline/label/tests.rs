use super::*;

fn room(ring: &[PlanePoint], proportion: f32) -> LabelRoom {
    LabelRooms::default().room(proportion, &[vec![ring.to_vec()]])
}

fn near(found: f32, expected: f32) -> bool {
    (found / expected - 1.0).abs() < 0.03
}

#[test]
fn a_rectangle_is_filled_by_the_box_of_its_own_proportion() {
    let rectangle = [[0., 0.], [300., 0.], [300., 100.], [0., 100.]];
    let found = room(&rectangle, 3.0);
    assert!(near(found.width, 300.0) && near(found.height, 100.0), "{found:?}");
    let found = room(&rectangle, 1.0);
    assert!(near(found.width, 100.0) && near(found.height, 100.0), "{found:?}");
    let found = room(&rectangle, 6.0);
    assert!(near(found.width, 300.0) && near(found.height, 50.0), "{found:?}");
}

#[test]
fn a_label_goes_where_the_area_is_wide_not_where_its_box_is() {
    // An L whose foot is wide: the middle of its box is outside.
    let l = [[0., 0.], [10., 0.], [10., 80.], [100., 80.], [100., 100.], [0., 100.]];
    let found = room(&l, 4.0);
    assert!(near(found.width, 80.0) && found.center[1] > 85.0, "{found:?}");
}

#[test]
fn a_box_stands_beside_a_hole_and_a_needle_offers_little() {
    let square = vec![[0., 0.], [100., 0.], [100., 100.], [0., 100.]];
    let hole = vec![[30., 30.], [70., 30.], [70., 70.], [30., 70.]];
    let found = LabelRooms::default().room(2.0, &[vec![square, hole]]);
    assert!(near(found.width, 60.0) && near(found.height, 30.0), "{found:?}");
    let needle = [[0., 0.], [2., 0.], [2., 100.], [0., 100.]];
    assert!(near(room(&needle, 2.0).width, 2.0));
    assert!(room(&[[0., 0.], [5., 5.], [9., 9.]], 2.0).width < 0.01);
}

#[test]
fn the_edges_that_are_left_for_a_square_tell_the_same_as_all_of_them() {
    // A star with forty rays of two lengths.
    let ring: Vec<Point> = (0..80)
        .map(|rank| {
            let angle = f64::from(rank) * std::f64::consts::TAU / 80.0;
            let away = if rank % 2 == 0 { 100.0 } else { 55.0 + f64::from(rank % 7) };
            [away * angle.cos(), away * angle.sin()]
        })
        .collect();
    let rings = [ring];
    let bounds = Bounds { min: [-100.0; 2], size: [200.0; 2] };
    let border = Border::new(rings.iter().cloned(), &bounds);
    let all: Rc<[u32]> = (0..80).collect();
    let mut cells = vec![Cell::new(&border, all, [0.0; 2], 100.0)];
    for _ in 0..5 {
        cells = cells.iter().flat_map(|cell| cell.quarters(&border)).collect();
    }
    for cell in &cells {
        assert_eq!(cell.clearance, clearance(&rings, cell.center), "{:?}", cell.center);
    }
    assert!(cells.iter().any(|cell| cell.edges.len() < 10));
}

#[test]
fn a_room_holds_what_is_no_larger_on_either_side() {
    let found = room(&[[0., 0.], [300., 0.], [300., 100.], [0., 100.]], 3.0);
    assert!(found.holds(290.0, 97.0));
    assert!(!found.holds(310.0, 97.0) && !found.holds(290.0, 101.0));
}
