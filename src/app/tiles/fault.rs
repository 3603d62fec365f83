//! Why a tile is not there.

use crate::french::NARROW_SPACE;

/// What happened instead of a tile.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TileFault {
    /// No network, no such server, nobody listening, or too slow.
    #[error("le serveur {server} ne répond pas")]
    NoAnswer {
        /// Which server.
        server: String,
    },
    /// The server will not serve this program, or not so much.
    #[error("le serveur {server} refuse l’accès (code {status})")]
    Refused {
        /// Which server.
        server: String,
        /// Its HTTP status.
        status: u16,
    },
    /// The server is out of order.
    #[error("le serveur {server} est en panne (code {status})")]
    OutOfOrder {
        /// Which server.
        server: String,
        /// Its HTTP status.
        status: u16,
    },
    /// A page, a text: not an image.
    #[error("{origin} n’envoie pas d’images")]
    NotAnImage {
        /// « le serveur … » or « le fichier … ».
        origin: String,
    },
    /// More than a tile can weigh.
    #[error("{origin} envoie des images trop lourdes")]
    TooBig {
        /// « le serveur … » or « le fichier … ».
        origin: String,
    },
    /// The file can no longer be read.
    #[error("le fichier « {file} » est illisible")]
    Unreadable {
        /// Its name.
        file: String,
    },
    /// There is no such tile, and there never was.
    #[error("cette partie n’est pas couverte à cette échelle")]
    NotCovered,
}

impl TileFault {
    /// Whether any other tile of the source would fail alike.
    pub fn concerns_all(&self) -> bool {
        matches!(self, Self::NoAnswer { .. } | Self::Refused { .. } | Self::OutOfOrder { .. })
    }

    /// The line at the foot of the map.
    pub fn line(&self) -> String {
        format!("Fond de carte indisponible{NARROW_SPACE}: {self}. Les contours restent.")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_is_one_sentence_that_says_what_stays() {
        let fault = TileFault::NoAnswer { server: "a.fr".into() };
        assert_eq!(
            fault.line(),
            "Fond de carte indisponible\u{202f}: le serveur a.fr ne répond pas. Les contours restent."
        );
        assert!(fault.concerns_all() && !TileFault::NotCovered.concerns_all());
    }
}
