package dev.synchronizer.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.store.TaskQueue;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Whoever looks what is due goes on looking, whatever goes wrong and however much there is to delete. */
class CouriersTest {
    private static final int LOOKS = 3;

    private final Clock clock = Clock.fixed(Instant.parse("2026-03-01T10:00:00Z"), ZoneOffset.UTC);
    private final CountDownLatch looked = new CountDownLatch(LOOKS);

    private Couriers couriers(int toDelete, Runnable first) {
        AtomicInteger times = new AtomicInteger();
        return new Couriers(
                () -> {
                    looked.countDown();
                    if (times.incrementAndGet() == 1) {
                        first.run();
                    }
                    return List.<Round>of();
                },
                new Housekeeping(deleting(toDelete), clock, Duration.ofDays(7)),
                Duration.ofMillis(1));
    }

    /** Tasks of which some more are to be deleted each time. */
    private static TaskQueue deleting(int some) {
        return (TaskQueue) Proxy.newProxyInstance(
                TaskQueue.class.getClassLoader(),
                new Class<?>[] {TaskQueue.class},
                (any, method, arguments) -> method.getName().equals("forget") ? some : null);
    }

    @Test
    void whatGoesWrongForOnceDoesNotEndIt() throws InterruptedException {
        try (Couriers couriers = couriers(0, () -> {
            throw new StackOverflowError();
        })) {
            couriers.attendAll();

            assertThat(looked.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void whatIsToBeDeletedWithoutEndHoldsUpNothing() throws InterruptedException {
        try (Couriers couriers = couriers(500, () -> {})) {
            couriers.attendAll();

            assertThat(looked.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }
}
