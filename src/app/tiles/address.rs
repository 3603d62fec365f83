//! The address of a tile server, with places for zoom, column and row.

use serde::{Deserialize, Serialize};

use super::TileKey;
use crate::french::NARROW_SPACE;

/// `https://…/{z}/{x}/{y}.png`, checked.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct TileAddress {
    text: String,
    server: String,
}

/// Why an address cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AddressError {
    /// Nothing was typed.
    #[error("Saisissez l’adresse du serveur de tuiles.")]
    Empty,
    /// Neither `http://` nor `https://`.
    #[error("L’adresse doit commencer par « https:// » ou « http:// ».")]
    NotHttp,
    /// No server between `//` and `/`, or a malformed one.
    #[error("L’adresse ne nomme pas de serveur valable après « :// ».")]
    NoServer,
    /// `{z}`, `{x}` or `{y}` is missing.
    #[error(
        "Il manque {0} dans l’adresse{NARROW_SPACE}: c’est là que s’écrivent zoom, colonne et ligne."
    )]
    Missing(&'static str),
    /// Another pair of braces.
    #[error(
        "« {0} » n’est pas reconnu dans l’adresse{NARROW_SPACE}: seuls {{z}}, {{x}} et {{y}} le sont. \
         Écrivez sa valeur à la place."
    )]
    Unknown(String),
    /// Blanks or letters that an address cannot hold.
    #[error("L’adresse contient un caractère interdit, un espace par exemple.")]
    BadCharacter,
}

const PLACES: [&str; 3] = ["{z}", "{x}", "{y}"];

impl TileAddress {
    /// Checks an address as typed.
    ///
    /// # Errors
    /// The first thing that is wrong with it.
    pub fn parse(typed: &str) -> Result<Self, AddressError> {
        let text = typed.trim();
        if text.is_empty() {
            return Err(AddressError::Empty);
        }
        if !(text.starts_with("https://") || text.starts_with("http://")) {
            return Err(AddressError::NotHttp);
        }
        if let Some(missing) = PLACES.into_iter().find(|place| !text.contains(place)) {
            return Err(AddressError::Missing(missing));
        }
        let filled = fill(text, TileKey { z: 1, x: 1, y: 1 });
        if let Some((_, rest)) = filled.split_once('{') {
            let name = rest.split('}').next().unwrap_or(rest);
            return Err(AddressError::Unknown(format!("{{{name}}}")));
        }
        let uri: ureq::http::Uri = filled.parse().map_err(|_| {
            let bad = |c: char| c.is_whitespace() || !c.is_ascii();
            if filled.contains(bad) { AddressError::BadCharacter } else { AddressError::NoServer }
        })?;
        // A place in the name of the server would make as many servers as there are tiles.
        let server = uri.authority().map(|a| a.as_str()).filter(|s| text.contains(*s));
        let host = uri.host().filter(|host| !host.is_empty());
        match (server, host) {
            (Some(server), Some(_)) if !server.contains('@') => {
                Ok(Self { text: text.to_owned(), server: server.to_owned() })
            }
            _ => Err(AddressError::NoServer),
        }
    }

    /// The address of a tile.
    pub fn of(&self, key: TileKey) -> String {
        fill(&self.text, key)
    }

    /// The name of the server, and its port if it is not the usual one.
    pub fn server(&self) -> &str {
        &self.server
    }

    /// As it was typed.
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

impl TryFrom<String> for TileAddress {
    type Error = AddressError;

    fn try_from(text: String) -> Result<Self, AddressError> {
        Self::parse(&text)
    }
}

impl From<TileAddress> for String {
    fn from(address: TileAddress) -> Self {
        address.text
    }
}

fn fill(text: &str, TileKey { z, x, y }: TileKey) -> String {
    let values = [z.to_string(), x.to_string(), y.to_string()];
    PLACES
        .iter()
        .zip(values)
        .fold(text.to_owned(), |text, (place, value)| text.replace(place, &value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zoom_column_and_row_take_their_places() {
        let address = TileAddress::parse(" https://a.fr:8080/t/{z}/{x}/{y}.png?k=1 ").unwrap();
        assert_eq!(address.server(), "a.fr:8080");
        assert_eq!(
            address.of(TileKey { z: 12, x: 2074, y: 1409 }),
            "https://a.fr:8080/t/12/2074/1409.png?k=1"
        );
    }

    #[test]
    fn what_is_wrong_with_an_address_is_said() {
        for (typed, error) in [
            ("  ", AddressError::Empty),
            ("ftp://a.fr/{z}/{x}/{y}", AddressError::NotHttp),
            ("a.fr/{z}/{x}/{y}", AddressError::NotHttp),
            ("https://a.fr/{z}/{x}.png", AddressError::Missing("{y}")),
            ("https://{s}.a.fr/{z}/{x}/{y}", AddressError::Unknown("{s}".into())),
            ("https:///{z}/{x}/{y}", AddressError::NoServer),
            ("https://{z}.fr/{x}/{y}", AddressError::NoServer),
            ("https://moi:secret@a.fr/{z}/{x}/{y}", AddressError::NoServer),
            ("https://a.fr/mes tuiles/{z}/{x}/{y}", AddressError::BadCharacter),
        ] {
            assert_eq!(TileAddress::parse(typed), Err(error), "{typed}");
        }
    }

    #[test]
    fn a_remembered_address_is_checked_again() {
        let address = TileAddress::parse("https://a.fr/{z}/{x}/{y}").unwrap();
        let kept = serde_json::to_string(&address).unwrap();
        assert_eq!(serde_json::from_str::<TileAddress>(&kept).unwrap(), address);
        assert!(serde_json::from_str::<TileAddress>("\"file:///etc/passwd\"").is_err());
    }
}
