package dev.synchronizer.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synchronizer.archive.Containers;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What holds of the threads of a search, whatever it finds. */
@Timeout(60)
class SearchThreadsTest {
    private static final int MANY = 5_000;

    private final Thread caller = Thread.currentThread();
    private final AtomicBoolean othersCame = new AtomicBoolean();
    private final AtomicBoolean returned = new AtomicBoolean();

    private static void search(RecordedContainer container, int threads) {
        List<SearchPart> parts = new SearchedClasses(List.of()).of(container);
        try (Containers containers = Containers.open(List.of(), List.of(), new ArrayList<>())) {
            PartSearch search = new PartSearch(new ClassLookup(containers, new ArrayList<>()));
            assertThat(SearchThreads.search(search, parts, containers.reader(), threads))
                    .hasSameSizeAs(parts)
                    .doesNotContainNull();
        }
    }

    private boolean isCaller() {
        return Thread.currentThread() == caller;
    }

    private static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }

    /** The caller goes on once another thread has come; that one goes on once the caller waits for its end. */
    private void meet() {
        if (isCaller()) {
            await(othersCame::get);
        } else {
            othersCame.set(true);
            await(() -> caller.getState() == Thread.State.WAITING || returned.get());
        }
    }

    @Test
    void manyClassesAreReadByAsManyThreadsAsTheCallerGrants() {
        Set<Thread> come = ConcurrentHashMap.newKeySet();
        RecordedContainer container = new RecordedContainer(MANY, () -> {
            come.add(Thread.currentThread());
            await(() -> come.size() == 3);
        });

        search(container, 3);

        assertThat(container.read()).isEqualTo(container.classNames());
        assertThat(container.readers()).hasSize(3).contains(caller);
        assertThat(container.readers())
                .filteredOn(thread -> thread != caller)
                .allMatch(Thread::isDaemon)
                .extracting(Thread::getName)
                .containsExactlyInAnyOrder("synchronizer-scan-2", "synchronizer-scan-3");
    }

    @Test
    void fewClassesAreReadByTheCallerAlone() {
        RecordedContainer container = new RecordedContainer(1_999, () -> {});

        search(container, 4);

        assertThat(container.read()).isEqualTo(container.classNames());
        assertThat(container.readers()).containsExactly(caller);
    }

    @Test
    void oneThreadIsTheCallers() {
        RecordedContainer container = new RecordedContainer(MANY, () -> {});

        search(container, 1);

        assertThat(container.readers()).containsExactly(caller);
    }

    @Test
    void noThreadOutlivesTheCall() {
        RecordedContainer container = new RecordedContainer(MANY, this::meet);
        try {
            search(container, 4);

            assertThat(container.readers())
                    .hasSizeGreaterThan(1)
                    .filteredOn(thread -> thread != caller)
                    .noneMatch(Thread::isAlive);
        } finally {
            returned.set(true);
        }
    }

    @Test
    void anInterruptLosesNoClassAndIsNotLost() {
        RecordedContainer container = new RecordedContainer(MANY, this::meet);
        try {
            caller.interrupt();
            search(container, 4);

            assertThat(Thread.interrupted()).isTrue();
            assertThat(container.read()).isEqualTo(container.classNames());
            assertThat(container.readers())
                    .filteredOn(thread -> thread != caller)
                    .isNotEmpty()
                    .noneMatch(Thread::isAlive);
        } finally {
            returned.set(true);
        }
    }

    @Test
    void anErrorOnAnotherThreadReachesTheCallerAndEndsTheSearch() {
        Error error = new StackOverflowError("on another thread");
        AtomicReference<Thread> other = new AtomicReference<>();
        AtomicBoolean callerCame = new AtomicBoolean();
        RecordedContainer container = new RecordedContainer(MANY, () -> {
            if (isCaller()) {
                callerCame.set(true);
                await(() -> other.get() != null && !other.get().isAlive());
            } else {
                other.set(Thread.currentThread());
                await(callerCame::get);
                throw error;
            }
        });

        assertThatThrownBy(() -> search(container, 2)).isSameAs(error);

        assertThat(container.readers()).containsExactlyInAnyOrder(caller, other.get());
        assertThat(container.read()).hasSizeLessThan(1_000);
    }

    @Test
    void anExceptionOnAnotherThreadIsTheSameForTheCaller() {
        RuntimeException exception = new IllegalStateException("on another thread");
        RecordedContainer container = new RecordedContainer(MANY, () -> {
            if (!isCaller()) {
                othersCame.set(true);
                throw exception;
            }
            await(othersCame::get);
        });

        assertThatThrownBy(() -> search(container, 2)).isSameAs(exception);
    }

    @Test
    void anErrorOnTheCallersThreadEndsTheOthers() {
        Error error = new StackOverflowError("on the caller's thread");
        RecordedContainer container = new RecordedContainer(MANY, () -> {
            meet();
            if (isCaller()) {
                throw error;
            }
        });
        try {
            assertThatThrownBy(() -> search(container, 4)).isSameAs(error);

            assertThat(container.read()).hasSizeLessThan(1_000);
            assertThat(container.readers())
                    .filteredOn(thread -> thread != caller)
                    .isNotEmpty()
                    .noneMatch(Thread::isAlive);
        } finally {
            returned.set(true);
        }
    }
}
