//! The keys of the menus: Alt and a letter open one, arrows go to the next.

use egui::{Context, Event, FocusDirection, Id, Key, LayerId, Modifiers, Order, Popup, Response};

/// The titles of the menus in this frame, from left to right.
#[derive(Clone, Default)]
struct Titles {
    titles: Vec<Title>,
    /// Entries that open a menu beside theirs.
    doors: Vec<Id>,
}

#[derive(Clone, Copy)]
struct Title {
    button: Id,
    popup: Id,
    letter: Key,
}

fn key() -> Id {
    Id::unique("titres des menus")
}

/// Makes the titles of the menus known, each with the letter that opens it.
pub fn know_titles(ctx: &Context, titles: &[(Response, Key)]) {
    let known = |(button, letter): &(Response, Key)| Title {
        button: button.id,
        popup: Popup::default_response_id(button),
        letter: *letter,
    };
    let titles = titles.iter().map(known).collect();
    ctx.data_mut(|data| data.get_temp_mut_or_default::<Titles>(key()).titles = titles);
}

/// Makes an entry known that opens a menu beside its own.
pub fn know_door(entry: &Response) {
    entry.ctx.data_mut(|data| {
        let titles = data.get_temp_mut_or_default::<Titles>(key());
        if !titles.doors.contains(&entry.id) {
            titles.doors.push(entry.id);
        }
    });
}

/// What the keys of the menus did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MenuKey {
    /// A menu was opened from elsewhere.
    Opened,
    /// From one menu to another.
    Moved,
}

/// Follows the keys of the menus; `free` when nothing lies over the window.
pub fn follow(ctx: &Context, free: bool) -> Option<MenuKey> {
    let Titles { titles, doors } = ctx.data(|data| data.get_temp::<Titles>(key()))?;
    if !free {
        return None;
    }
    let open = titles.iter().position(|title| Popup::is_id_open(ctx, title.popup));
    if let Some(asked) = asked(ctx, &titles) {
        open_menu(ctx, titles.get(asked)?);
        return Some(MenuKey::Opened);
    }
    let pressed = |key| ctx.input(|input| input.modifiers.is_none() && input.key_pressed(key));
    let focused = ctx.memory(|memory| memory.focused());
    let Some(open) = open else {
        let title = titles.iter().find(|title| Some(title.button) == focused)?;
        if pressed(Key::ArrowDown) {
            open_menu(ctx, title);
            return Some(MenuKey::Moved);
        }
        return None;
    };
    let layer = focused.and_then(|id| ctx.read_response(id)).map(|response| response.layer_id);
    let of_menu = LayerId::new(Order::Foreground, titles.get(open)?.popup);
    let is_here = layer.is_none_or(|layer| layer == of_menu || layer.order == Order::Background);
    let at_door = focused.is_some_and(|id| doors.contains(&id));
    let count = titles.len();
    let next = if pressed(Key::ArrowLeft) && is_here {
        (open + count - 1) % count
    } else if pressed(Key::ArrowRight) && is_here && !at_door {
        (open + 1) % count
    } else {
        return None;
    };
    open_menu(ctx, titles.get(next)?);
    Some(MenuKey::Moved)
}

/// Whether an element is the title of a menu.
pub fn is_title(ctx: &Context, id: Id) -> bool {
    let titles = ctx.data(|data| data.get_temp::<Titles>(key())).unwrap_or_default();
    titles.titles.iter().any(|title| title.button == id)
}

/// The rank of the menu that is asked for: the first with F10, that of a letter with Alt.
fn asked(ctx: &Context, titles: &[Title]) -> Option<usize> {
    ctx.input_mut(|input| {
        if input.consume_key(Modifiers::NONE, Key::F10) {
            return Some(0);
        }
        let rank = titles.iter().position(|title| {
            input.modifiers.alt && input.consume_key(Modifiers::ALT, title.letter)
        })?;
        // Some platforms also send the letter as a text.
        input.events.retain(|event| !matches!(event, Event::Text(_)));
        Some(rank)
    })
}

fn open_menu(ctx: &Context, title: &Title) {
    Popup::close_all(ctx);
    ctx.memory_mut(|memory| {
        memory.move_focus(FocusDirection::None);
        memory.request_focus(title.button);
    });
    Popup::open_id(ctx, title.popup);
    ctx.request_repaint();
}
