//! What drives the answers of the book's thread into the window.

use iced::Executor;
use iced::futures::Future;
use tokio::runtime::{Builder, Runtime};

/// One worker: answers come one at a time, and a second worker would only be woken to find nothing.
#[derive(Debug)]
pub struct OneWorker(Runtime);

impl Executor for OneWorker {
    fn new() -> std::io::Result<Self> {
        Builder::new_multi_thread().worker_threads(1).enable_all().build().map(Self)
    }

    fn spawn(&self, future: impl Future<Output = ()> + Send + 'static) {
        drop(self.0.spawn(future));
    }

    fn block_on<T>(&self, future: impl Future<Output = T>) -> T {
        self.0.block_on(future)
    }

    fn enter<R>(&self, f: impl FnOnce() -> R) -> R {
        let _guard = self.0.enter();
        f()
    }
}
