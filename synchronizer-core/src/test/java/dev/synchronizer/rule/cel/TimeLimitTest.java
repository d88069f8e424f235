package dev.synchronizer.rule.cel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** The time that a condition may take is that in which its thread works, where that is known. */
class TimeLimitTest {
    private final AtomicLong clock = new AtomicLong();
    private final AtomicLong work = new AtomicLong();
    private final TimeLimit limit = new TimeLimit(Duration.ofNanos(1_000), clock::get, work::get);

    @Test
    void whoeverWorksIsCutOffOnceTheTimeHasPassedTwice() {
        passes(1_000, 1_000);
        assertThat(limit.isOver()).isFalse();
        passes(1, 1);
        assertThat(limit.isOver()).isFalse();
        passes(1_000, 1_000);
        assertThat(limit.isOver()).isFalse();
        passes(1, 1);
        assertThat(limit.isOver()).isTrue();
    }

    /** On a busy machine, or while all of its memory is looked through. */
    @Test
    void whoIsKeptFromWorkingIsNot() {
        passes(1_000_000, 10);
        assertThat(limit.isOver()).isFalse();
        passes(1_000_000, 1_000);
        assertThat(limit.isOver()).isFalse();
    }

    @Test
    void whereNobodyKnowsHowMuchIsWorkedTheClockDecides() {
        work.set(-1);
        clock.addAndGet(1_000);
        assertThat(limit.isOver()).isFalse();
        clock.addAndGet(1);
        assertThat(limit.isOver()).isTrue();
    }

    private void passes(long time, long worked) {
        clock.addAndGet(time);
        work.addAndGet(worked);
    }
}
