//! Works under way side by side: each is shown, and given up by itself.

use super::job::{Job, Progress};

/// Which work a person sees, to give it up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Work {
    /// Something is written or copied.
    Export(JobKey),
    /// A file is read.
    File,
    /// Outlines are read.
    Outlines,
}

/// Work as a person sees it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct UnderWay {
    /// Which it is.
    pub work: Work,
    /// « Enregistrement de l’image ».
    pub label: &'static str,
    /// Which part is done, from 0 to 1; `None` where that can't be said.
    pub done: Option<f32>,
}

/// A work among others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct JobKey(u32);

/// Works of one kind, each with what it was asked for.
pub struct Jobs<F, T> {
    running: Vec<(JobKey, F, Job<T>)>,
    next: u32,
}

impl<F, T> Default for Jobs<F, T> {
    fn default() -> Self {
        Self { running: vec![], next: 0 }
    }
}

impl<F: Clone, T: Send + 'static> Jobs<F, T> {
    /// Adds work that was asked `for_what`.
    pub fn add(&mut self, for_what: F, job: Job<T>) {
        self.running.push((JobKey(self.next), for_what, job));
        self.next += 1;
    }

    /// Takes what has ended, in the order in which it was asked for; what was given up leaves
    /// nothing.
    pub fn take_ended(&mut self) -> Vec<(F, Result<T, String>)> {
        let mut ended = Vec::new();
        self.running.retain(|(_, for_what, job)| {
            let result = match job.progress() {
                Progress::Running => return true,
                Progress::GivenUp => return false,
                Progress::Broken(sentence) => Err(sentence),
                Progress::Done(result) => Ok(result),
            };
            ended.push((for_what.clone(), result));
            false
        });
        ended
    }

    /// What is under way, but for what still waits for a choice.
    pub fn under_way(&self) -> impl Iterator<Item = UnderWay> {
        let begun = self.running.iter().filter(|(_, _, job)| job.has_begun());
        begun.map(|(key, _, job)| UnderWay {
            work: Work::Export(*key),
            label: job.label,
            done: job.done(),
        })
    }

    /// Gives one up: it is heard of no more.
    pub fn give_up(&mut self, key: JobKey) {
        self.running.retain(|(other, _, job)| {
            let is_it = *other == key;
            if is_it {
                job.give_up();
            }
            !is_it
        });
    }
}

#[cfg(test)]
mod tests {
    use std::{sync::mpsc::channel, thread, time::Duration};

    use super::*;

    #[test]
    fn two_works_go_on_side_by_side_and_each_is_given_up_by_itself() {
        let ctx = egui::Context::default();
        let mut jobs: Jobs<&str, u8> = Jobs::default();
        let (go, wait) = channel::<()>();
        jobs.add("given up", Job::start("Un", &ctx, move |_| wait.recv().ok().map(|()| 1)));
        jobs.add("done", Job::start("Deux", &ctx, |_| Some(2)));
        jobs.add("broken", Job::start("Trois", &ctx, |_| panic!("a defect of a test")));
        jobs.add("asking", Job::start_asking("Quatre", &ctx, |_| None));
        let labels: Vec<&str> = jobs.under_way().map(|one| one.label).collect();
        assert_eq!(labels, ["Un", "Deux", "Trois"], "who waits for a choice does not work yet");
        let first = jobs.under_way().next().expect("the first");
        let Work::Export(key) = first.work else { panic!("{first:?}") };
        jobs.give_up(key);
        let mut ended = vec![];
        for _ in 0..2_000 {
            ended.extend(jobs.take_ended());
            if ended.len() == 2 {
                break;
            }
            thread::sleep(Duration::from_millis(2));
        }
        ended.sort_by_key(|(what, _)| *what);
        let broken = ended[0].1.as_ref().expect_err("it broke");
        assert!(broken.starts_with("Trois impossible"), "{broken}");
        assert_eq!(ended[1], ("done", Ok(2)));
        assert_eq!(jobs.under_way().count(), 0);
        drop(go);
    }
}
