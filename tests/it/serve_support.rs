//! A service on loopback and a client that can be slow, silent or rude: sockets, no HTTP library.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{Shutdown, SocketAddr, TcpStream};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

/// Long enough for a machine that does much else; nothing waits so long where all is well.
pub(crate) const PATIENCE: Duration = Duration::from_secs(120);

/// A running service; it ends with this value.
pub(crate) struct Service {
    child: Child,
    pub(crate) address: SocketAddr,
    log: Arc<Mutex<String>>,
    reader: Option<JoinHandle<()>>,
}

impl Service {
    /// Starts a service with options, on a port that is free.
    pub(crate) fn start(options: &[&str]) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_vanban"));
        command.args(["serve", "--listen", "127.0.0.1:0"]).args(options);
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let log = Arc::new(Mutex::new(String::new()));
        let (told, stderr) = (Arc::clone(&log), child.stderr.take().unwrap());
        let reader = std::thread::spawn(move || {
            for line in BufReader::new(stderr).lines().map_while(Result::ok) {
                told.lock().unwrap().push_str(&(line + "\n"));
            }
        });
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let address = line.trim().strip_prefix("http://").and_then(|address| address.parse().ok());
        let address = address.unwrap_or_else(|| panic!("{line} {}", log.lock().unwrap()));
        Self { child, address, log, reader: Some(reader) }
    }

    pub(crate) fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(self.address).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        stream.set_write_timeout(Some(PATIENCE)).unwrap();
        stream
    }

    /// Sends a request on a connection of its own and reads the answer.
    pub(crate) fn ask(&self, line: &str, headers: &[&str], body: &[u8]) -> Reply {
        let mut stream = self.connect();
        stream.write_all(&request(line, headers, body)).unwrap();
        Reply::read(&mut stream).expect("an answer")
    }

    pub(crate) fn get(&self, path: &str) -> Reply {
        self.ask(&format!("GET {path}"), &[], b"")
    }

    /// Sends a specification.
    pub(crate) fn render(&self, query: &str, accept: &str, spec: &[u8]) -> Reply {
        let headers = ["Content-Type: application/json", &format!("Accept: {accept}")];
        self.ask(&format!("POST /v1/render{query}"), &headers, spec)
    }

    /// The value of a metric without labels.
    pub(crate) fn metric(&self, name: &str) -> String {
        let metrics = String::from_utf8(self.get("/metrics").body).unwrap();
        let value = metrics.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(' '));
        value.unwrap_or_else(|| panic!("{name}: {metrics}")).to_owned()
    }

    /// How many connections are open, the one that asks with them.
    pub(crate) fn connections(&self) -> usize {
        self.metric("vanban_connections").parse().unwrap()
    }

    /// Asks the process to end.
    #[cfg(unix)]
    pub(crate) fn terminate(&self) {
        let status = Command::new("kill").args(["-TERM", &self.child.id().to_string()]).status().unwrap();
        assert!(status.success());
    }

    /// Waits for the end of the process, and gives its log.
    pub(crate) fn wait(mut self) -> (ExitStatus, String) {
        let begun = Instant::now();
        let status = loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                break status;
            }
            assert!(begun.elapsed() < PATIENCE, "the service does not end");
            std::thread::sleep(Duration::from_millis(10));
        };
        self.reader.take().unwrap().join().unwrap();
        let log = self.log.lock().unwrap().clone();
        (status, log)
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A request as it goes over the wire; the connection closes behind its answer.
pub(crate) fn request(line: &str, headers: &[&str], body: &[u8]) -> Vec<u8> {
    let mut head = format!("{line} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n");
    headers.iter().for_each(|header| head.push_str(&format!("{header}\r\n")));
    if !body.is_empty() {
        head.push_str(&format!("Content-Length: {}\r\n", body.len()));
    }
    [format!("{head}\r\n").as_bytes(), body].concat()
}

/// An answer.
#[derive(Debug)]
pub(crate) struct Reply {
    pub(crate) status: u16,
    head: String,
    pub(crate) body: Vec<u8>,
}

impl Reply {
    /// Reads one answer; `None`: the connection ended before.
    pub(crate) fn read(stream: &mut TcpStream) -> Option<Self> {
        let (mut bytes, mut chunk) = (Vec::new(), [0; 1 << 16]);
        loop {
            if let Some(at) = bytes.windows(4).position(|end| end == b"\r\n\r\n") {
                let head = String::from_utf8(bytes[..at].to_vec()).unwrap();
                let status = head.split(' ').nth(1).unwrap().parse().unwrap();
                let mut reply = Self { status, head, body: bytes.split_off(at + 4) };
                let length: usize = reply.header("content-length").map_or(0, |length| length.parse().unwrap());
                while reply.body.len() < length {
                    let read = stream.read(&mut chunk).unwrap();
                    assert!(read > 0, "the answer is cut short");
                    reply.body.extend_from_slice(&chunk[..read]);
                }
                return Some(reply);
            }
            match stream.read(&mut chunk) {
                Ok(0) | Err(_) => return None,
                Ok(read) => bytes.extend_from_slice(&chunk[..read]),
            }
        }
    }

    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let headers = self.head.split("\r\n").skip(1).filter_map(|line| line.split_once(": "));
        headers.into_iter().find(|(found, _)| found.eq_ignore_ascii_case(name)).map(|(_, value)| value)
    }

    pub(crate) fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|e| panic!("{e}: {self:?}"))
    }

    /// What kind of problem it is.
    pub(crate) fn problem(&self) -> String {
        assert_eq!(self.header("content-type"), Some("application/problem+json"), "{self:?}");
        let told = self.json();
        assert_eq!(told["status"], self.status);
        let id = self.header("x-request-id").unwrap();
        assert_eq!(told["instance"], format!("urn:vanban:request:{id}"));
        told["type"].as_str().unwrap().strip_prefix("urn:vanban:problem:").unwrap().to_owned()
    }
}

/// Whether the other side ends a connection without an answer, or with one that says why.
pub(crate) fn is_closed(stream: &mut TcpStream) -> bool {
    match Reply::read(stream) {
        None => true,
        Some(reply) => {
            let mut rest = Vec::new();
            reply.status == 408 && stream.read_to_end(&mut rest).is_ok()
        }
    }
}

/// Says that no more will be sent.
pub(crate) fn finish(stream: &TcpStream) {
    stream.shutdown(Shutdown::Write).unwrap();
}

/// A form of fields (name, file name, bytes): its header and its body.
pub(crate) fn form(fields: &[(&str, Option<&str>, &[u8])]) -> (&'static str, Vec<u8>) {
    let mut body = Vec::new();
    for (name, file, bytes) in fields {
        let file = file.map_or(String::new(), |file| format!("; filename=\"{file}\""));
        body.extend(format!("--here\r\nContent-Disposition: form-data; name=\"{name}\"{file}\r\n\r\n").bytes());
        body.extend_from_slice(bytes);
        body.extend_from_slice(b"\r\n");
    }
    body.extend_from_slice(b"--here--\r\n");
    ("Content-Type: multipart/form-data; boundary=here", body)
}
