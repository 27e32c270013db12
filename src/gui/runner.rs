//! The only place where an effect becomes work: one thread owns the open book, requests carry a number,
//! and late answers are dropped by whoever asked.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::{Duration, Instant};

use iced::Task;
use iced::futures::channel::mpsc::{UnboundedSender, unbounded};

use crate::domain::progress::{Cancelled, Progress, Stage};
use crate::i18n::{Explain, Explanation, Language};
use crate::ops::{Answer, Book, Changed, Op, OpenOptions, Query};

/// Number of a request.
pub type Number = u64;

/// What the book's thread is asked.
#[derive(Debug)]
enum Request {
    Open(OpenOptions),
    Language(Language),
    Run(Op, Vec<Query>, Arc<AtomicBool>),
    Load(Query, Arc<AtomicBool>),
}

/// A request with its number and where to answer.
type Letter = (Number, Request, UnboundedSender<(Number, Reply)>);

/// What comes back from the book's thread.
#[derive(Debug, Clone)]
pub enum Reply {
    /// The book is open.
    Opened,
    /// A question is answered.
    Answered(Query, Box<Answer>),
    /// An act is done, with answers to the questions that came with it where it changed anything: one reply,
    /// so that the window is painted once.
    Done(Op, Box<Answer>, Changed, Vec<Self>),
    /// An act or question was refused; nothing was changed.
    Refused(Asked, Explanation),
    /// Long work goes on.
    Working(Work),
}

/// What was asked.
#[derive(Debug, Clone, PartialEq)]
pub enum Asked {
    /// To open the book.
    Open,
    /// An act.
    Op(Op),
    /// A question.
    Query(Query),
}

/// How far long work is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Work {
    /// Stage.
    pub stage: Stage,
    /// Steps done.
    pub done: usize,
    /// Steps in all.
    pub total: usize,
}

/// The handle of the book's thread.
#[derive(Debug)]
pub struct Runner {
    requests: Sender<Letter>,
    last: Number,
    cancel: Arc<AtomicBool>,
}

impl Runner {
    /// Starts the thread. It ends with the runner.
    pub fn start() -> Self {
        let (requests, inbox) = channel();
        let thread = std::thread::Builder::new().name("book".to_owned());
        // Without the thread every request is answered with nothing; the window then shows no data.
        let _ = thread.spawn(move || serve(&inbox));
        Self { requests, last: 0, cancel: Arc::new(AtomicBool::new(false)) }
    }

    /// Opens a book.
    pub fn open(&mut self, options: OpenOptions) -> Task<(Number, Reply)> {
        self.send(Request::Open(options))
    }

    /// Changes the language of the book's words.
    pub fn language(&mut self, language: Language) -> Task<(Number, Reply)> {
        self.send(Request::Language(language))
    }

    /// Runs an act; what it may change is asked afterwards.
    pub fn run(&mut self, op: Op, then: Vec<Query>) -> Task<(Number, Reply)> {
        self.cancel = Arc::new(AtomicBool::new(false));
        let cancel = Arc::clone(&self.cancel);
        self.send(Request::Run(op, then, cancel))
    }

    /// Asks a question.
    pub fn load(&mut self, query: Query) -> Task<(Number, Reply)> {
        // Reading a file is the one question that takes long enough to be stopped.
        if matches!(query, Query::ImportSheets(_) | Query::Import(_)) {
            self.cancel = Arc::new(AtomicBool::new(false));
        }
        let cancel = Arc::clone(&self.cancel);
        self.send(Request::Load(query, cancel))
    }

    /// Stops the long work that runs.
    pub fn cancel(&self) {
        self.cancel.store(true, Ordering::Relaxed);
    }

    /// Number of the last request: answers to earlier questions are late.
    pub fn last(&self) -> Number {
        self.last
    }

    fn send(&mut self, request: Request) -> Task<(Number, Reply)> {
        self.last += 1;
        let (answers, inbox) = unbounded();
        // The thread is gone only when the window is going as well.
        let _ = self.requests.send((self.last, request, answers));
        Task::run(inbox, std::convert::identity)
    }
}

fn serve(inbox: &Receiver<Letter>) {
    let mut open: Option<Book> = None;
    while let Ok((number, request, answers)) = inbox.recv() {
        let reply = answer(&mut open, request, number, &answers);
        if let Some(reply) = reply {
            // Nobody waits any more when the window has closed.
            let _ = answers.unbounded_send((number, reply));
        }
    }
}

fn answer(
    open: &mut Option<Book>,
    request: Request,
    number: Number,
    answers: &UnboundedSender<(Number, Reply)>,
) -> Option<Reply> {
    match (request, open.as_mut()) {
        (Request::Open(options), _) => {
            // The book before is closed first: it may be the same file.
            *open = None;
            Some(match Book::open(&options) {
                Ok(mut book) => {
                    // A full place for the backup keeps nobody from the work; the frame says so.
                    if let Err(error) = book.back_up_daily() {
                        book.note_backup_trouble(error);
                    }
                    *open = Some(book);
                    Reply::Opened
                }
                Err(error) => {
                    Reply::Refused(Asked::Open, error.explain(&crate::i18n::Tr::new(options.language)))
                }
            })
        }
        (Request::Language(language), Some(book)) => {
            book.set_language(language);
            None
        }
        (Request::Load(query, cancel), Some(book)) => {
            let mut report = Report { number, answers, cancel, last: None };
            Some(load(book, query, &mut report))
        }
        (Request::Run(op, then, cancel), Some(book)) => {
            let mut report = Report { number, answers, cancel, last: None };
            Some(match book.run(&op, &mut report) {
                Ok(outcome) => {
                    let asked = then.into_iter().filter(|_| outcome.changed.any());
                    let loaded = asked.map(|query| load(book, query, &mut report)).collect();
                    Reply::Done(op, Box::new(outcome.value), outcome.changed, loaded)
                }
                Err(error) => Reply::Refused(Asked::Op(op), error.explain(book.tr())),
            })
        }
        (_, None) => None,
    }
}

fn load(book: &mut Book, query: Query, report: &mut Report<'_>) -> Reply {
    match book.load_with(&query, report) {
        Ok(answer) => Reply::Answered(query, Box::new(answer)),
        Err(error) => Reply::Refused(Asked::Query(query), error.explain(book.tr())),
    }
}

impl Reply {
    /// The question that it answers.
    pub fn query(&self) -> Option<&Query> {
        match self {
            Self::Answered(query, _) | Self::Refused(Asked::Query(query), _) => Some(query),
            _ => None,
        }
    }
}

/// Sends progress at most ten times a second and listens for the stop.
struct Report<'a> {
    number: Number,
    answers: &'a UnboundedSender<(Number, Reply)>,
    cancel: Arc<AtomicBool>,
    last: Option<(Stage, Instant)>,
}

impl Progress for Report<'_> {
    fn report(&mut self, stage: Stage, done: usize, total: usize) -> Result<(), Cancelled> {
        let now = Instant::now();
        let due = self.last.is_none_or(|(before, at)| {
            before != stage || now.duration_since(at) >= Duration::from_millis(100)
        });
        if due {
            self.last = Some((stage, now));
            let _ = self.answers.unbounded_send((self.number, Reply::Working(Work { stage, done, total })));
        }
        if self.cancel.load(Ordering::Relaxed) { Err(Cancelled) } else { Ok(()) }
    }
}
