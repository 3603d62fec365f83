//! The keyboard's place in the window: where it goes next, where it comes back to, and that it is
//! seen.
//!
//! Invariant: what has the focus is never lost. What lies over the window (an overlay, a menu, a
//! list) keeps it, and gives it back to where it was; what goes away leaves it to its neighbour. Only
//! a click beside everything takes it.

mod menu_keys;
mod region;
mod ring;
mod stops;

use std::collections::HashMap;

use egui::{
    Context, Event, FocusDirection, Id, Key, LayerId, Order, Popup, Response, Ui, accesskit,
};

use self::{
    menu_keys::{MenuKey, is_title},
    stops::Stop,
};
pub use self::{
    menu_keys::{know_door, know_titles},
    region::{Region, name_edge, region_ui},
};

/// Follows the focus from frame to frame.
#[derive(Default)]
pub struct FocusKeeper {
    /// The stops of the window in the last frame.
    window: Vec<Stop>,
    /// Those that the keyboard can reach: the window's, or those of what lies over it.
    reached: Vec<Stop>,
    /// What had the focus last: in the window, in each layer over it and in each region.
    of_window: Option<Stop>,
    of_layers: HashMap<LayerId, Id>,
    of_regions: HashMap<Region, Id>,
    /// What had the focus at the end of the last frame, and whether it was a field for text.
    focused: Option<Id>,
    typing: bool,
    /// The last thing that a person touched was the keyboard.
    by_keys: bool,
    /// The pointer was pressed or let go in this frame.
    clicked: bool,
    /// What lay over the window.
    over: Option<LayerId>,
    /// Where the focus was before a key opened a menu.
    before_menus: Option<Option<Id>>,
    /// To be brought into sight in the next frame.
    to_show: Option<Id>,
    escape_taken: bool,
}

impl FocusKeeper {
    /// Before anything is drawn: takes the keys that move the focus. `overlay` when something lies
    /// over everything.
    pub fn begin(&mut self, ctx: &Context, overlay: bool) {
        region::begin(ctx);
        self.notice_hands(ctx);
        self.escape_taken = false;
        if let Some(id) = self.to_show.take() {
            bring_into_sight(ctx, id);
        }
        let popup = Popup::is_any_open(ctx);
        if ctx.input(|input| input.key_pressed(Key::Escape)) && !overlay && !popup {
            self.leave_by_escape(ctx);
        }
        let before = ctx.memory(|memory| memory.focused());
        if menu_keys::follow(ctx, !overlay) == Some(MenuKey::Opened) && self.before_menus.is_none()
        {
            self.before_menus = Some(before.filter(|id| !is_title(ctx, *id)));
        }
        let tabs = presses(ctx, Key::Tab);
        if tabs != 0 {
            self.step(ctx, tabs);
        }
        let rounds = presses(ctx, Key::F6);
        if rounds != 0 && !overlay {
            Popup::close_all(ctx);
            self.go_round(ctx, rounds);
        }
    }

    /// Whether keys are for a field of text, or were in the last frame: egui takes the focus away
    /// from a field before its own Escape is seen.
    pub fn is_typing(&self, ctx: &Context) -> bool {
        self.typing || ctx.text_edit_focused()
    }

    /// Whether Escape did something with the focus, and is for nobody else.
    pub fn has_taken_escape(&self) -> bool {
        self.escape_taken
    }

    /// After everything is drawn: gives the focus back where it was lost, and shows it.
    pub fn end(&mut self, ctx: &Context, overlay: bool) {
        if ctx.will_discard() {
            // What is laid out anew in this frame knows better what is there.
            return;
        }
        let over = self.layer_over(ctx, overlay);
        self.window = stops::of_window(ctx);
        self.reached = match over {
            Some(layer) => stops::of_layer(ctx, layer),
            None => self.window.clone(),
        };
        self.follow_into(ctx, over, overlay);
        let focused = ctx.memory(|memory| memory.focused());
        let stop = focused.and_then(|id| self.stop(id));
        if let Some(stop) = stop {
            self.remember(&stop);
            if stop.region.is_some_and(|region| region != Region::Menus) {
                self.before_menus = None;
            }
            let hidden = !stop.seen.expand(1.0).contains_rect(stop.rect);
            if self.focused != focused && self.by_keys && hidden {
                self.to_show = Some(stop.id);
                ctx.request_repaint();
            }
            if self.by_keys && !is_map(&stop) {
                ring::paint(ctx, &stop);
            }
        }
        if self.focused != focused {
            ctx.request_repaint();
        }
        (self.focused, self.over) = (focused, over);
        self.typing = ctx.text_edit_focused();
    }

    /// Whether it is the keyboard that a person used last.
    fn notice_hands(&mut self, ctx: &Context) {
        ctx.input(|input| {
            for event in &input.events {
                match event {
                    Event::Key { pressed: true, .. } => self.by_keys = true,
                    Event::PointerButton { .. } => (self.by_keys, self.clicked) = (false, true),
                    _ => {}
                }
            }
        });
    }

    /// What lies over the window and has the keyboard: a list or a menu that is open, else an overlay.
    fn layer_over(&self, ctx: &Context, overlay: bool) -> Option<LayerId> {
        if Popup::is_any_open(ctx) || overlay { stops::highest_layer(ctx) } else { None }
    }

    /// Gives the focus to what has just opened, and gives it back when it is closed or gone.
    fn follow_into(&mut self, ctx: &Context, over: Option<LayerId>, overlay: bool) {
        let clicked = std::mem::take(&mut self.clicked);
        let focused = ctx.memory(|memory| memory.focused());
        let alive = focused
            .is_some_and(|id| self.reached.iter().chain(&self.window).any(|stop| stop.id == id));
        let opened = over.is_some() && over != self.over;
        let is_in = focused.is_some_and(|id| self.reached.iter().any(|stop| stop.id == id));
        // A dialog takes the focus whoever opened it; a list or a menu, from the keyboard.
        let enters =
            !is_in && over.is_some() && ((opened && self.by_keys) || (overlay && !clicked));
        if enters {
            if let Some(first) = self.reached.first() {
                focus(ctx, first.id);
            }
        } else if !alive && clicked {
            self.of_window = None;
            self.before_menus = None;
        } else if !alive && self.focused.is_some() {
            match self.way_back(over) {
                Some(id) => focus(ctx, id),
                None => ctx.memory_mut(|memory| {
                    if let Some(gone) = focused {
                        memory.surrender_focus(gone);
                    }
                }),
            }
        }
    }

    /// Where the focus goes when what had it is gone.
    fn way_back(&mut self, over: Option<LayerId>) -> Option<Id> {
        let is_there = |id: &Id| self.reached.iter().any(|stop| stop.id == *id);
        let kept = |layer: &LayerId| self.of_layers.get(layer).copied().filter(is_there);
        if let Some(layer) = over {
            return kept(&layer).or(self.reached.first().map(|stop| stop.id));
        }
        if self.over.is_some()
            && let Some(before) = self.before_menus.take()
        {
            return before.filter(is_there);
        }
        let last = self.of_window?;
        if is_there(&last.id) {
            return Some(last.id);
        }
        // What stood nearest to what is gone.
        let beside = self.window.iter().filter(|stop| stop.region == last.region);
        let far = |stop: &&Stop| stop.rect.center().distance_sq(last.rect.center());
        let nearest = beside.min_by(|a, b| far(a).total_cmp(&far(b))).map(|stop| stop.id);
        nearest.or(self.map())
    }

    fn remember(&mut self, stop: &Stop) {
        match stop.region {
            Some(region) => {
                self.of_window = Some(*stop);
                self.of_regions.insert(region, stop.id);
            }
            None => {
                self.of_layers.insert(stop.layer, stop.id);
            }
        }
    }

    /// A field leaves the keyboard to the map, whose keys are commands again; everything else keeps
    /// it.
    fn leave_by_escape(&mut self, ctx: &Context) {
        let Some(before) = self.focused.filter(|_| ctx.memory(|m| m.focused().is_none())) else {
            return;
        };
        if self.typing {
            self.escape_taken = true;
            if let Some(map) = self.map() {
                focus(ctx, map);
            }
        } else if let Some(back) = self.before_menus.take().filter(|_| is_title(ctx, before)) {
            self.escape_taken = true;
            if let Some(back) = back {
                focus(ctx, back);
            } else {
                self.of_window = None;
                self.focused = None;
            }
        } else {
            focus(ctx, before);
        }
    }

    /// Goes some stops further, or back, round and round.
    fn step(&mut self, ctx: &Context, by: i32) {
        ctx.memory_mut(|memory| memory.move_focus(FocusDirection::None));
        let count = self.reached.len() as i32;
        if count == 0 {
            return;
        }
        let focused = ctx.memory(|memory| memory.focused());
        let here = self.reached.iter().position(|stop| Some(stop.id) == focused);
        let next = match here {
            Some(here) => here as i32 + by,
            None if by > 0 => by - 1,
            None => by,
        };
        if let Some(stop) = self.reached.get(next.rem_euclid(count) as usize) {
            focus(ctx, stop.id);
        }
    }

    /// Goes some regions further, or back, round and round; to the map, from nowhere.
    fn go_round(&mut self, ctx: &Context, by: i32) {
        let shown: Vec<Region> = Region::ROUND
            .into_iter()
            .filter(|region| self.window.iter().any(|stop| stop.region == Some(*region)))
            .collect();
        let focused = ctx.memory(|memory| memory.focused()).or(self.focused);
        let here = focused.and_then(|id| self.stop(id)).and_then(|stop| stop.region);
        let count = shown.len() as i32;
        let next = match here {
            None => return self.map().into_iter().for_each(|map| focus(ctx, map)),
            Some(here) => match shown.iter().position(|region| *region == here) {
                Some(rank) => rank as i32 + by,
                None if by > 0 => by - 1,
                None => by,
            },
        };
        let region = shown.get(next.rem_euclid(count.max(1)) as usize).copied();
        let Some(region) = region else { return };
        let first = self.window.iter().find(|stop| stop.region == Some(region));
        let known = self.of_regions.get(&region).copied();
        let known = known.filter(|id| region != Region::Map && self.stop(*id).is_some());
        if let Some(id) = known.or(first.map(|stop| stop.id)) {
            focus(ctx, id);
        }
    }

    fn stop(&self, id: Id) -> Option<Stop> {
        self.window.iter().chain(&self.reached).find(|stop| stop.id == id).copied()
    }

    fn map(&self) -> Option<Id> {
        self.window.iter().find(|stop| is_map(stop)).map(|stop| stop.id)
    }
}

/// Whether it is the map itself, which shows by itself that it has the focus.
fn is_map(stop: &Stop) -> bool {
    stop.region == Some(Region::Map) && stop.layer.order == Order::Background
}

/// Gives the focus to a control of an overlay, unless another of the same has it already.
pub fn begin_at(ui: &Ui, control: &Response) {
    let focused = ui.memory(|memory| memory.focused());
    let layer = focused.and_then(|id| ui.ctx().read_response(id)).map(|one| one.layer_id);
    if layer != Some(ui.layer_id()) {
        control.request_focus();
    }
}

fn focus(ctx: &Context, id: Id) {
    ctx.memory_mut(|memory| memory.request_focus(id));
    ctx.request_repaint();
}

/// How often a key was pressed, less how often with Shift.
fn presses(ctx: &Context, wanted: Key) -> i32 {
    ctx.input(|input| {
        let events = input.events.iter().map(|event| match event {
            Event::Key { key, pressed: true, modifiers, .. } if *key == wanted => {
                if modifiers.is_none() {
                    1
                } else if modifiers.shift_only() {
                    -1
                } else {
                    0
                }
            }
            _ => 0,
        });
        events.sum()
    })
}

/// Asks a control, as an assistive tool does, to be scrolled into sight.
fn bring_into_sight(ctx: &Context, id: Id) {
    let request = accesskit::ActionRequest {
        action: accesskit::Action::ScrollIntoView,
        target_tree: accesskit::TreeId::ROOT,
        target_node: id.accesskit_id(),
        data: None,
    };
    ctx.input_mut(|input| input.events.push(Event::AccessKitActionRequest(request)));
}
