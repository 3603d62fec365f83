use super::*;

const BOUNDS: PlaneRect = PlaneRect { min: [-500_000.0; 2], max: [500_000.0; 2] };

fn shown(mut camera: Camera) -> Camera {
    camera.frame(Rect::new(0.0, 0.0, 1000.0, 800.0), Extent { home: BOUNDS, reach: BOUNDS });
    camera
}

#[test]
fn a_fitted_map_follows_the_window_until_it_is_moved() {
    let mut camera = shown(Camera::composed());
    let before = camera.memory.zoom();
    camera.frame(Rect::new(0.0, 0.0, 500.0, 400.0), camera.extent);
    assert!(camera.memory.zoom() < before);
    camera.zoom_by(1.0);
    let moved = camera.memory.zoom();
    camera.frame(Rect::new(0.0, 0.0, 1000.0, 800.0), camera.extent);
    assert_eq!(camera.memory.zoom(), moved);
}

#[test]
fn neither_the_middle_nor_the_zoom_leaves_its_limits() {
    let mut camera = shown(Camera::composed());
    camera.move_by([1e6, -1e6]);
    assert_eq!(camera.center(), [500_000.0, -500_000.0]);
    let fitted = camera.projection.zoom(camera.fitting().scale);
    camera.zoom_by(50.0);
    assert!((camera.memory.zoom() - fitted - 7.0).abs() < 1e-9);
    camera.zoom_by(-50.0);
    assert!((camera.memory.zoom() - fitted + 1.0).abs() < 1e-9);
}

#[test]
fn on_tiles_one_comes_down_to_the_streets() {
    let mut camera = shown(Camera::tiled());
    camera.zoom_by(50.0);
    // A point is 20 cm of ground at the latitude of Paris: 156 543 m × cos 48.85° / 2^19.4.
    let ground = 48.85f64.to_radians().cos() / camera.sight().1;
    assert!((ground - 0.149).abs() < 0.005, "{ground} m");
}

#[test]
fn zooming_at_a_point_leaves_it_where_it_is() {
    let mut camera = shown(Camera::composed());
    camera.look_at([10_000.0, 20_000.0], 0.002);
    let point = [60_000.0, -5_000.0];
    let on_screen = |camera: &Camera| {
        let ([x, y], scale) = camera.sight();
        [(point[0] - x) * scale, (point[1] - y) * scale]
    };
    let before = on_screen(&camera);
    camera.zoom_at(point, 1.5);
    let after = on_screen(&camera);
    assert!((0..2).all(|axis| (after[axis] - before[axis]).abs() < 1e-6), "{after:?}");
}
