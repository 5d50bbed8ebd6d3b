//! What a service allows, at each limit and beyond; clients that are slow, silent, many, or gone. Timeouts are short where one is waited
//! for and long elsewhere, and what is asserted is what came of it, not when.

use std::io::{Read as _, Write as _};
use std::sync::{Arc, Barrier};
use std::thread;
use std::time::Duration;

use crate::serve_support::{Reply, Service, finish, is_closed, request};

const JSON: &str = "Content-Type: application/json";

fn sample(name: &str) -> Vec<u8> {
    std::fs::read(std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("samples/{name}.json"))).unwrap()
}

/// A specification of so many bytes.
fn of_length(length: usize) -> Vec<u8> {
    let mut spec = sample("to-trinh");
    assert!(spec.len() < length, "{} bytes", spec.len());
    spec.resize(length, b' ');
    spec
}

/// The body of a request in pieces whose lengths are told one by one.
fn chunked(line: &str, body: &[u8]) -> Vec<u8> {
    let mut sent = request(line, &[JSON, "Transfer-Encoding: chunked"], b"");
    for piece in body.chunks(1000) {
        sent.extend(format!("{:x}\r\n", piece.len()).bytes());
        sent.extend_from_slice(piece);
        sent.extend_from_slice(b"\r\n");
    }
    sent.extend_from_slice(b"0\r\n\r\n");
    sent
}

#[test]
fn bodies_have_a_size() {
    const LIMIT: usize = 32 << 10;
    let service = Service::start(&["--max-body", "32"]);
    for (length, status) in [(LIMIT - 1, 200), (LIMIT, 200), (LIMIT + 1, 413)] {
        let reply = service.render("", "*/*", &of_length(length));
        assert_eq!(reply.status, status, "{length}");
        let mut stream = service.connect();
        stream.write_all(&chunked("POST /v1/render", &of_length(length))).unwrap();
        let reply = Reply::read(&mut stream).unwrap();
        assert_eq!(reply.status, status, "{length} in pieces");
        if status == 413 {
            assert_eq!(reply.problem(), "too-large");
        }
    }
    // one that says that it is far larger is refused before it comes
    let mut stream = service.connect();
    let head = request("POST /v1/render", &[JSON, "Content-Length: 1000000000"], b"");
    stream.write_all(&head).unwrap();
    assert_eq!(Reply::read(&mut stream).unwrap().problem(), "too-large");
}

#[test]
fn heads_have_a_size() {
    const LIMIT: usize = 8 << 10;
    let service = Service::start(&["--max-header", "8"]);
    let of_length = |length: usize| {
        let empty = request("GET /healthz", &["X-Filler: "], b"").len();
        request("GET /healthz", &[&format!("X-Filler: {}", "a".repeat(length - empty))], b"")
    };
    for (length, statuses) in [(LIMIT - 1, [200]), (LIMIT, [200]), (LIMIT + 1, [431]), (LIMIT + 1000, [431])] {
        let mut stream = service.connect();
        stream.write_all(&of_length(length)).unwrap();
        let reply = Reply::read(&mut stream).expect("an answer");
        assert!(statuses.contains(&reply.status), "{length}: {reply:?}");
    }
}

#[test]
fn whoever_sends_no_head_is_shown_out() {
    let service = Service::start(&["--header-timeout", "0.3"]);
    for sent in ["", "GET /heal", "GET /healthz HTTP/1.1\r\nHost: x\r\nX-Slow: "] {
        let mut stream = service.connect();
        stream.write_all(sent.as_bytes()).unwrap();
        assert!(is_closed(&mut stream), "{sent:?}");
    }
    // drop by drop it takes no longer
    let mut stream = service.connect();
    let mut writer = stream.try_clone().unwrap();
    let drops = thread::spawn(move || {
        let _ = writer.write_all(b"GET /healthz HTTP/1.1\r\nX-Slow: ");
        while writer.write_all(b"a").is_ok() {
            thread::sleep(Duration::from_millis(20));
        }
    });
    assert!(is_closed(&mut stream));
    drop(stream);
    drops.join().unwrap();
    // nor does a connection stay that has had its answer
    let mut stream = service.connect();
    stream.write_all(b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n").unwrap();
    assert_eq!(Reply::read(&mut stream).unwrap().status, 200);
    assert!(is_closed(&mut stream));
    assert_eq!(service.get("/healthz").status, 200);
}

#[test]
fn bodies_that_come_too_slowly_take_no_place() {
    let service = Service::start(&["--body-timeout", "0.3", "--queue", "1"]);
    let whole = request("POST /v1/render", &[JSON], &sample("to-trinh"));
    let mut slow: Vec<_> = (0..4).map(|_| service.connect()).collect();
    for stream in &mut slow {
        stream.write_all(&whole[..whole.len() / 2]).unwrap();
    }
    assert_eq!(service.render("", "*/*", &sample("to-trinh")).status, 200);
    for mut stream in slow {
        let reply = Reply::read(&mut stream).unwrap();
        assert_eq!((reply.status, reply.problem()), (408, "slow".to_owned()));
        assert!(is_closed(&mut stream));
    }
}

#[test]
fn whoever_has_said_all_may_close_that_side() {
    let service = Service::start(&[]);
    let mut stream = service.connect();
    stream.write_all(&request("POST /v1/check", &[JSON], &sample("to-trinh"))).unwrap();
    finish(&stream);
    assert_eq!(Reply::read(&mut stream).unwrap().status, 200);
    // one that ends in the middle is told, or just closed
    let mut stream = service.connect();
    let whole = request("POST /v1/check", &[JSON], &sample("to-trinh"));
    stream.write_all(&whole[..whole.len() - 10]).unwrap();
    finish(&stream);
    assert!(Reply::read(&mut stream).is_none_or(|reply| reply.status == 400));
    assert_eq!(service.get("/healthz").status, 200);
}

#[test]
fn whoever_accepts_no_answer_is_shown_out() {
    let service = Service::start(&["--write-timeout", "0.3"]);
    let one = service.get("/v1/openapi.json").body.len();
    let many = 200;
    let mut stream = service.connect();
    stream.write_all(&b"GET /v1/openapi.json HTTP/1.1\r\nHost: x\r\n\r\n".repeat(many)).unwrap();
    // nothing is read until the other side has given up
    while service.connections() > 1 {
        thread::sleep(Duration::from_millis(20));
    }
    let mut rest = Vec::new();
    let _ = stream.read_to_end(&mut rest);
    assert!(rest.len() < one * many, "{} bytes", rest.len());
    assert_eq!(service.get("/healthz").status, 200);
}

#[test]
fn connections_are_counted() {
    let service = Service::start(&["--connections", "2", "--header-timeout", "60"]);
    let mut first = service.connect();
    let second = service.connect();
    for stream in [&first, &second] {
        let mut stream = stream.try_clone().unwrap();
        stream.write_all(b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n").unwrap();
        assert_eq!(Reply::read(&mut stream).unwrap().status, 200);
    }
    let mut third = service.connect();
    third.write_all(&request("GET /healthz", &[], b"")).unwrap();
    third.set_read_timeout(Some(Duration::from_millis(300))).unwrap();
    assert!(third.read(&mut [0]).is_err(), "a third was answered");
    drop(second);
    third.set_read_timeout(Some(crate::serve_support::PATIENCE)).unwrap();
    assert_eq!(Reply::read(&mut third).unwrap().status, 200);
    first.write_all(&request("GET /healthz", &[], b"")).unwrap();
    assert_eq!(Reply::read(&mut first).unwrap().status, 200);
}

#[test]
fn a_full_queue_says_so() {
    const MANY: usize = 64;
    let service = Arc::new(Service::start(&["--queue", "8", "--threads", "1", "--deadline", "600"]));
    let (spec, together) = (Arc::new(sample("bao-cao-kinh-te")), Arc::new(Barrier::new(MANY)));
    let clients: Vec<_> = (0..MANY)
        .map(|_| {
            let (service, spec, together) = (Arc::clone(&service), Arc::clone(&spec), Arc::clone(&together));
            thread::spawn(move || {
                let mut stream = service.connect();
                together.wait();
                stream.write_all(&request("POST /v1/check", &[JSON], &spec)).unwrap();
                Reply::read(&mut stream).expect("an answer")
            })
        })
        .collect();
    let replies: Vec<Reply> = clients.into_iter().map(|client| client.join().unwrap()).collect();
    let done = replies.iter().filter(|reply| reply.status == 200).count();
    let turned_away: Vec<_> = replies.iter().filter(|reply| reply.status == 429).collect();
    assert_eq!(done + turned_away.len(), MANY, "{replies:?}");
    assert!(done >= 8 && !turned_away.is_empty(), "{done} done");
    for reply in turned_away {
        assert_eq!((reply.problem().as_str(), reply.header("retry-after")), ("busy", Some("1")));
    }
    assert_eq!(service.render("", "*/*", &sample("to-trinh")).status, 200);
    assert!(service.metric("vanban_queue_length") == "0" && service.metric("vanban_busy_threads") == "0");
}

#[test]
fn the_last_place_of_the_queue_is_a_place() {
    let service = Service::start(&["--queue", "1"]);
    for _ in 0..3 {
        assert_eq!(service.render("", "*/*", &sample("to-trinh")).status, 200);
    }
}

#[test]
fn what_takes_too_long_keeps_its_place_until_it_is_done() {
    let service = Service::start(&["--deadline", "0.001", "--queue", "1", "--threads", "1"]);
    let reply = service.render("", "*/*", &sample("bao-cao-kinh-te"));
    assert_eq!((reply.status, reply.problem()), (503, "timeout".to_owned()));
    assert!(reply.header("retry-after").is_some());
    let next = service.render("", "*/*", &sample("bao-cao-kinh-te"));
    assert!([429, 503].contains(&next.status), "{next:?}");
    while service.metric("vanban_queue_length") != "0" {
        thread::sleep(Duration::from_millis(20));
    }
}

#[cfg(unix)]
#[test]
fn an_end_waits_for_what_has_begun() {
    let service = Service::start(&[]);
    let whole = request("POST /v1/render", &[JSON], &sample("to-trinh"));
    let mut begun = service.connect();
    begun.write_all(&whole[..whole.len() / 2]).unwrap();
    while service.connections() != 2 {
        thread::sleep(Duration::from_millis(20));
    }
    let address = service.address;
    service.terminate();
    while std::net::TcpStream::connect(address).is_ok() {
        thread::sleep(Duration::from_millis(20));
    }
    begun.write_all(&whole[whole.len() / 2..]).unwrap();
    assert_eq!(Reply::read(&mut begun).unwrap().status, 200);
    let (status, log) = service.wait();
    assert_eq!(status.code(), Some(0), "{log}");
}

#[cfg(unix)]
#[test]
fn an_end_does_not_wait_for_ever() {
    let service = Service::start(&["--drain", "0.3"]);
    let mut begun = service.connect();
    begun.write_all(&request("POST /v1/render", &[JSON, "Content-Length: 100"], b"")).unwrap();
    while service.connections() != 2 {
        thread::sleep(Duration::from_millis(20));
    }
    service.terminate();
    let (status, log) = service.wait();
    assert_eq!(status.code(), Some(1), "{log}");
    assert!(is_closed(&mut begun));
}

#[test]
fn nonsense_is_no_request() {
    let service = Service::start(&[]);
    for sent in [
        "\0\0\0\0\r\n\r\n",
        "GET\r\n\r\n",
        "GET / HTTP/9.9\r\n\r\n",
        "POST /v1/check HTTP/1.1\r\nContent-Length: x\r\n\r\n",
    ] {
        let mut stream = service.connect();
        stream.write_all(sent.as_bytes()).unwrap();
        assert!(Reply::read(&mut stream).is_none_or(|reply| reply.status == 400), "{sent:?}");
    }
    assert_eq!(service.get("/healthz").status, 200);
}

#[test]
fn a_service_that_cannot_listen_says_why() {
    let service = Service::start(&[]);
    let taken = service.address.to_string();
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_vanban"));
    let out = command.args(["serve", "--listen", &taken, "--lang", "en"]).output().unwrap();
    let told = String::from_utf8_lossy(&out.stderr).into_owned();
    assert_eq!(out.status.code(), Some(2), "{told}");
    assert!(told.contains(&taken) && told.contains("--listen"), "{told}");
    for wrong in
        [["--queue", "0"], ["--max-header", "7"], ["--deadline", "0"], ["--deadline", "1e9"], ["--listen", "8080"]]
    {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_vanban"));
        let out = command.arg("serve").args(wrong).output().unwrap();
        assert_eq!(out.status.code(), Some(2), "{wrong:?}");
    }
}
