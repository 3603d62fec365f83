//! Processor time instead of time on the clock.

use std::time::Duration;

use criterion::measurement::{Measurement, ValueFormatter, WallTime};
use nix::sys::{
    resource::{UsageWho, getrusage},
    time::TimeVal,
};

/// User and system time of all threads of this process.
pub struct ProcessorTime;

impl Measurement for ProcessorTime {
    type Intermediate = Duration;
    type Value = Duration;

    fn start(&self) -> Duration {
        now()
    }

    fn end(&self, start: Duration) -> Duration {
        now().saturating_sub(start)
    }

    fn add(&self, one: &Duration, other: &Duration) -> Duration {
        *one + *other
    }

    fn zero(&self) -> Duration {
        Duration::ZERO
    }

    fn to_f64(&self, value: &Duration) -> f64 {
        value.as_nanos() as f64
    }

    fn formatter(&self) -> &dyn ValueFormatter {
        // Both count in nanoseconds.
        WallTime.formatter()
    }
}

fn now() -> Duration {
    used(UsageWho::RUSAGE_SELF)
}

/// User and system time of this thread alone: that of the window, where others prepare for it.
#[allow(dead_code, reason = "shared by several benches")]
pub fn thread_time() -> Duration {
    used(UsageWho::RUSAGE_THREAD)
}

fn used(by: UsageWho) -> Duration {
    match getrusage(by) {
        Ok(usage) => duration(usage.user_time()) + duration(usage.system_time()),
        Err(error) => panic!("no processor time: {error}"),
    }
}

fn duration(time: TimeVal) -> Duration {
    let seconds = u64::try_from(time.tv_sec()).unwrap_or_default();
    Duration::from_secs(seconds) + Duration::from_micros(time.tv_usec().unsigned_abs())
}
