//! The page on its desk: each block under the pointer, each text written in its place.

use std::sync::Arc;

use egui::{
    CornerRadius, CursorIcon, Frame, Id, Image, Key, Modifiers, Rect, Response, Role, Sense,
    Stroke, StrokeKind, TextEdit, Ui, Vec2, WidgetInfo, emath::GuiRounding as _,
    load::SizedTexture, pos2, vec2,
};

use super::{Editing, OnScreen, PagePanel, drawn::Drawn, texts::Standing};
use crate::{
    app::{
        Action,
        fonts::font,
        theme,
        words::{Explained, Words},
    },
    cartography::Theme,
    french::NARROW_SPACE,
    outline::Outlines,
    project::{Command, PageChange, Session},
    scene::{Block, MapNode, Node, PageLayout, Text, Weight, leaves},
    territory::TerritoryId,
};

/// Where a page may stand: the desk but for its edges.
pub fn room(ui: &Ui) -> Rect {
    ui.available_rect_before_wrap().shrink(theme::space().apart)
}

/// The page, and what one does on it.
pub fn preview_ui(
    ui: &mut Ui,
    panel: &mut PagePanel,
    room: Rect,
    session: &Session,
    outlines: &Arc<Outlines>,
    actions: &mut Vec<Action>,
) {
    let colours = theme::current(ui.ctx());
    ui.painter().rect_filled(ui.max_rect(), CornerRadius::ZERO, theme::colour(colours.hovered));
    let Some(drawn) = panel.pages.shown() else {
        let waiting = panel.pages.fault().unwrap_or("Mise en page…").to_owned();
        ui.centered_and_justified(|ui| ui.say(waiting));
        return;
    };
    let place = placed(ui, room, drawn);
    paper_ui(ui, place.page, drawn);
    map_ui(ui, place, drawn, session, outlines, actions);
    let mut asked = None;
    // The map lies under its insets, and is clicked itself.
    let on_the_map = [Block::Map, Block::Insets];
    for block in Block::ALL.into_iter().filter(|block| !on_the_map.contains(block)) {
        let Some(rect) = drawn.rect_of(block) else { continue };
        let rect = place.rect(rect).expand(theme::space().tight);
        if block_ui(ui, block, rect, drawn, session).clicked() {
            asked = Some(block);
        }
    }
    if panel.editing.is_some() {
        edit_ui(ui, panel, place, session, actions);
    }
    if let Some(block) = asked {
        begin(panel, block, session);
    }
}

/// Where a page stands: in the middle of its room, each of its pixels on one of the screen where it
/// was painted for that.
fn placed(ui: &Ui, room: Rect, drawn: &Drawn) -> OnScreen {
    let (width, height) = (drawn.layout.scene.width, drawn.layout.scene.height);
    let fitting = (room.width() / width).min(room.height() / height);
    let pixels = drawn.texture.size_vec2() / ui.pixels_per_point();
    let is_made_for_it = (pixels.x - width * fitting).abs() < 1.0;
    let size = if is_made_for_it { pixels } else { vec2(width, height) * fitting };
    let corner = room.center() - size / 2.0;
    let corner = corner.round_to_pixels(ui.pixels_per_point());
    OnScreen { page: Rect::from_min_size(corner, size), scale: size.x / width }
}

fn paper_ui(ui: &mut Ui, page: Rect, drawn: &Drawn) {
    let colours = theme::current(ui.ctx());
    let shadow = ui.visuals().popup_shadow;
    ui.painter().add(shadow.as_shape(page, CornerRadius::ZERO));
    let texture = SizedTexture::from_handle(&drawn.texture);
    Image::from_texture(texture).paint_at(ui, page);
    ui.painter().rect_stroke(
        page,
        CornerRadius::ZERO,
        theme::line(colours.line_strong),
        StrokeKind::Outside,
    );
}

/// Over the map, a territory that is clicked is the one that the note reads.
fn map_ui(
    ui: &mut Ui,
    place: OnScreen,
    drawn: &Drawn,
    session: &Session,
    outlines: &Arc<Outlines>,
    actions: &mut Vec<Action>,
) {
    let maps = leaves(&drawn.layout.scene.nodes).into_iter().filter_map(|node| match node {
        Node::Map(map) => Some(map),
        _ => None,
    });
    for (rank, map) in maps.enumerate() {
        let rect = place.rect(map.clip);
        let id = ui.scope_id().with(("carte de la page", rank));
        let response = ui.interact(rect, id, Sense::click());
        let name = "Carte de la page".to_owned();
        response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &name));
        let Some(at) = response.hover_pos() else { continue };
        let Some(id) = territory_at(map, place.point(at), session, outlines) else { continue };
        let Some(spoken) = drawn.reading.spoken(id) else { continue };
        let told = format!("{spoken}\nUn clic{NARROW_SPACE}: le lire dans la note");
        let response = response.on_hover_cursor(CursorIcon::PointingHand).explained(told);
        if response.clicked() {
            actions.push(Command::ChangePage(PageChange::Read(Some(id))).into());
        }
    }
}

fn territory_at(
    map: &MapNode,
    at: [f32; 2],
    session: &Session,
    outlines: &Arc<Outlines>,
) -> Option<TerritoryId> {
    let (level, edition) = (session.level(), session.document().edition);
    outlines.territory_at(map.view.plane(at), level, edition)
}

/// A block under the pointer; what it says is heard with its name.
fn block_ui(ui: &mut Ui, block: Block, rect: Rect, drawn: &Drawn, session: &Session) -> Response {
    let response = ui.interact(rect, id_of(ui, block), Sense::click());
    let standing = Standing::of(block, session, &drawn.proposed);
    let name = match &standing {
        Some(standing) => format!("{}{NARROW_SPACE}: {}", block.label(), standing.text),
        None => block.label().to_owned(),
    };
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    let colours = theme::current(ui.ctx());
    if response.hovered() {
        let edge = Stroke::new(theme::stroke().mark, theme::colour(colours.accent));
        ui.painter().rect_stroke(rect, theme::radius().small, edge, StrokeKind::Outside);
    }
    let (cursor, what) = match standing {
        Some(_) => (CursorIcon::Text, "Écrire ce texte"),
        None => (CursorIcon::PointingHand, "Le voir dans le panneau"),
    };
    response.on_hover_cursor(cursor).explained(format!("{}{NARROW_SPACE}: {what}", block.label()))
}

fn id_of(ui: &Ui, block: Block) -> Id {
    ui.scope_id().with(("bloc", block))
}

/// A text is written in its place; anything else is looked up in the panel.
fn begin(panel: &mut PagePanel, block: Block, session: &Session) {
    let Some(drawn) = panel.pages.shown() else { return };
    match Standing::of(block, session, &drawn.proposed) {
        Some(standing) => {
            panel.editing = Some(Editing { block, text: standing.text, begun: false });
        }
        None => panel.sought = Some(block),
    }
}

/// The field over a text; what is typed is on the page at once.
fn edit_ui(
    ui: &mut Ui,
    panel: &mut PagePanel,
    place: OnScreen,
    session: &Session,
    actions: &mut Vec<Action>,
) {
    let (Some(drawn), Some(editing)) = (panel.pages.shown(), &mut panel.editing) else { return };
    let Some(standing) = Standing::of(editing.block, session, &drawn.proposed) else { return };
    let Some(rect) = drawn.rect_of(editing.block) else { return };
    let rect = place.rect(rect);
    let (size, weight) = style_of(editing.block, &drawn.layout);
    let colours = theme::current(ui.ctx());
    let frame = Frame::new()
        .fill(theme::colour(Theme::light().paper))
        // The ring of the window says that it has the focus.
        .stroke(theme::line(colours.line_strong))
        .inner_margin(theme::space().tight);
    let wide =
        rect.with_max_x(rect.right().max(place.page.right() - (rect.left() - place.page.left())));
    let field = TextEdit::multiline(&mut editing.text)
        .font(font((size * place.scale).max(theme::text().caption), weight))
        .text_color(theme::colour(Theme::light().text))
        .desired_rows(1)
        .desired_width(wide.width())
        .frame(frame);
    let at = Rect::from_min_size(wide.min - Vec2::splat(theme::space().tight), wide.size());
    let id = Id::unique("texte de la page");
    let area = egui::Area::new(id).order(egui::Order::Middle).fixed_pos(pos2(at.left(), at.top()));
    let field = area.show(ui.ctx(), |ui| ui.add(field)).inner;
    let name = format!("Écrire{NARROW_SPACE}: {}", editing.block.label());
    ui.ctx().accesskit_node_builder(field.id, |node| node.set_label(name));
    if !editing.begun {
        field.request_focus();
        editing.begun = true;
    }
    if field.changed() {
        actions.push(standing.write(editing.block, editing.text.clone()));
    }
    let done = ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
    if done || field.lost_focus() {
        panel.editing = None;
    }
}

/// How large and how strong the lines of a block are.
fn style_of(block: Block, layout: &PageLayout) -> (f32, Weight) {
    let group = layout.scene.nodes.iter().find_map(|node| match node {
        Node::Group(group) if group.id == block.id() => Some(group),
        _ => None,
    });
    let texts = group.map(|group| leaves(&group.nodes)).unwrap_or_default();
    let text = texts.into_iter().find_map(|node| match node {
        Node::Text(text) => Some(text),
        _ => None,
    });
    text.map_or((theme::text().body, Weight::Regular), |Text { size, weight, .. }| (*size, *weight))
}
