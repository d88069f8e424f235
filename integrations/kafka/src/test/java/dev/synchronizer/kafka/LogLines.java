package dev.synchronizer.kafka;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What was logged, with what was thrown. */
final class LogLines extends AppenderBase<ILoggingEvent> {
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final List<String> lines = new ArrayList<>();

    @Override
    protected void append(ILoggingEvent event) {
        String thrown = event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy());
        synchronized (lines) {
            lines.add(event.getFormattedMessage() + thrown);
            lines.notifyAll();
        }
    }

    List<String> all() {
        synchronized (lines) {
            return List.copyOf(lines);
        }
    }

    void await(int count, Predicate<String> which) throws InterruptedException {
        long end = System.nanoTime() + LONGEST.toNanos();
        synchronized (lines) {
            while (lines.stream().filter(which).count() < count) {
                long left = Duration.ofNanos(end - System.nanoTime()).toMillis();
                if (left <= 0) {
                    throw new AssertionError("such lines are missing in " + lines.size());
                }
                lines.wait(left);
            }
        }
    }
}
