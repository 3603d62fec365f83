//! A server of tiles on the loopback address, as well-behaved as a test wants it.
#![allow(dead_code, reason = "each of the two programs of tests uses a part of it")]

use std::{
    io::{BufRead, BufReader, Write},
    net::{TcpListener, TcpStream},
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    thread,
    time::Duration,
};

/// How a server answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reply {
    /// A tile of one colour.
    Png,
    /// A page, with status 200.
    Page,
    /// A page that claims to be an image.
    FalseImage,
    /// A status and nothing else.
    Status(u16),
    /// To a tile of another server, at this port of the same machine.
    Elsewhere(u16),
    /// Thirty megabytes that claim to be an image, without saying how many.
    Huge,
    /// One byte a second.
    Slow,
    /// It hangs up.
    Nothing,
}

/// A server that runs until the test ends.
pub struct TileServer {
    port: u16,
    shared: Arc<Shared>,
}

struct Shared {
    reply: Box<dyn Fn(&str) -> Reply + Send + Sync>,
    requests: AtomicUsize,
    at_once: AtomicUsize,
    most_at_once: AtomicUsize,
    agent_named: AtomicBool,
}

impl TileServer {
    /// Answers everything alike.
    pub fn always(reply: Reply) -> Self {
        Self::answering(move |_| reply)
    }

    /// Answers by the path that is asked for.
    pub fn answering(reply: impl Fn(&str) -> Reply + Send + Sync + 'static) -> Self {
        let listener = good(TcpListener::bind(("127.0.0.1", 0)));
        let port = good(listener.local_addr()).port();
        let shared = Arc::new(Shared {
            reply: Box::new(reply),
            requests: AtomicUsize::new(0),
            at_once: AtomicUsize::new(0),
            most_at_once: AtomicUsize::new(0),
            agent_named: AtomicBool::new(false),
        });
        let served = Arc::clone(&shared);
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let shared = Arc::clone(&served);
                thread::spawn(move || {
                    // Whoever asked may have gone.
                    let _ = shared.serve(stream);
                });
            }
        });
        Self { port, shared }
    }

    /// Its address, with places for zoom, column and row.
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}/{{z}}/{{x}}/{{y}}.png", self.port)
    }

    /// Its port.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// Its name.
    pub fn name(&self) -> String {
        format!("127.0.0.1:{}", self.port)
    }

    /// How many tiles it was asked for.
    pub fn requests(&self) -> usize {
        self.shared.requests.load(Ordering::SeqCst)
    }

    /// How many of them at the same time, at most.
    pub fn most_at_once(&self) -> usize {
        self.shared.most_at_once.load(Ordering::SeqCst)
    }

    /// Whether the program said who it is.
    pub fn knows_who_asks(&self) -> bool {
        self.shared.agent_named.load(Ordering::SeqCst)
    }
}

impl Shared {
    fn serve(&self, mut stream: TcpStream) -> std::io::Result<()> {
        let mut reader = BufReader::new(stream.try_clone()?);
        loop {
            let mut request = String::new();
            if reader.read_line(&mut request)? == 0 {
                return Ok(());
            }
            let path = request.split(' ').nth(1).unwrap_or_default().to_owned();
            let mut header = String::new();
            while reader.read_line(&mut header)? > 2 {
                if header.to_lowercase().starts_with("user-agent: atlas-ent/") {
                    self.agent_named.store(true, Ordering::SeqCst);
                }
                header.clear();
            }
            self.requests.fetch_add(1, Ordering::SeqCst);
            let now = self.at_once.fetch_add(1, Ordering::SeqCst) + 1;
            self.most_at_once.fetch_max(now, Ordering::SeqCst);
            let sent = self.answer(&mut stream, &path);
            self.at_once.fetch_sub(1, Ordering::SeqCst);
            if !sent? {
                return Ok(());
            }
        }
    }

    /// False when the connection ends with the answer.
    fn answer(&self, stream: &mut TcpStream, path: &str) -> std::io::Result<bool> {
        let whole = |stream: &mut TcpStream, status: &str, kind: &str, body: &[u8]| {
            let length = body.len();
            write!(
                stream,
                "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\n\r\n"
            )?;
            stream.write_all(body)?;
            Ok(true)
        };
        const PAGE: &[u8] = b"<html><body>Connectez-vous au portail</body></html>";
        match (self.reply)(path) {
            Reply::Png => whole(stream, "200 OK", "image/png", &png()),
            Reply::Page => whole(stream, "200 OK", "text/html", PAGE),
            Reply::FalseImage => whole(stream, "200 OK", "image/png", PAGE),
            Reply::Status(status) => whole(stream, &format!("{status} -"), "text/plain", b""),
            Reply::Elsewhere(port) => {
                write!(
                    stream,
                    "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:{port}{path}\r\n\
                     Content-Length: 0\r\n\r\n"
                )?;
                Ok(true)
            }
            Reply::Huge => {
                write!(stream, "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n")?;
                let part = vec![0; 1024 * 1024];
                for _ in 0..30 {
                    stream.write_all(&part)?;
                }
                Ok(false)
            }
            Reply::Slow => {
                write!(stream, "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n")?;
                for byte in png() {
                    stream.write_all(&[byte])?;
                    thread::sleep(Duration::from_secs(1));
                }
                Ok(false)
            }
            Reply::Nothing => Ok(false),
        }
    }
}

/// A port that nobody listens on.
pub fn closed_port() -> u16 {
    let listener = good(TcpListener::bind(("127.0.0.1", 0)));
    good(listener.local_addr()).port()
}

/// A tile of 256 × 256, in one grey.
pub fn png() -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, 256, 256);
    encoder.set_color(png::ColorType::Grayscale);
    let mut writer = good(encoder.write_header());
    good(writer.write_image_data(&vec![200; 256 * 256]));
    drop(writer);
    bytes
}

fn good<T, E: std::fmt::Debug>(result: Result<T, E>) -> T {
    match result {
        Ok(value) => value,
        Err(error) => panic!("{error:?}"),
    }
}
