package dev.synchronizer.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.synchronizer.Synchronizer;
import dev.synchronizer.databases.H2Server;
import dev.synchronizer.databases.TestDatabase;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.settings.Definition;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Threads that wait for what another one loads, which itself waits for the pool's only connection. */
class SharedLoadTest {
    private static final int WAITING = 4;

    private final TestDatabase database = H2Server.inMemory();
    private final HikariDataSource pool = new HikariDataSource();
    private Synchronizer node;

    @BeforeEach
    void define() {
        pool.setJdbcUrl(database.url());
        pool.setUsername(database.user());
        pool.setPassword(database.password());
        pool.setMaximumPoolSize(1);
        node = Synchronizer.builder()
                .dataSource(pool)
                .pollInterval(Duration.ZERO)
                .build();
        node.definitions().define("ann", Definition.of("Banner"));
    }

    @AfterEach
    void close() {
        node.close();
        pool.close();
    }

    @Test
    void whoWaitsForALoadIsNotConcernedByWhatConcernsTheThreadThatLoads() throws Exception {
        for (Callable<Boolean> reading : readings()) {
            node.catalog().forget();
            Running loading;
            List<Running> waiting = new ArrayList<>();
            try (Connection only = pool.getConnection()) {
                assertThat(only.isClosed()).isFalse();
                loading = Running.start(reading);
                for (int i = 0; i < WAITING; i++) {
                    waiting.add(Running.start(reading));
                }
                loading.thread.interrupt();
                assertThatThrownBy(() -> loading.end())
                        .isInstanceOf(ExecutionException.class)
                        .hasCauseInstanceOf(ProblemsException.class);
                // One after the other, each of them would wait as long as the pool has patience.
                awaitConnection(WAITING);
            }

            for (Running each : waiting) {
                assertThat(each.end()).isTrue();
            }
        }
    }

    private List<Callable<Boolean>> readings() {
        Catalog catalog = node.catalog();
        return List.of(
                () -> catalog.type("Banner").isPresent(), () -> catalog.types().size() == 1);
    }

    private void awaitConnection(int threads) {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (pool.getHikariPoolMXBean().getThreadsAwaitingConnection() != threads && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(pool.getHikariPoolMXBean().getThreadsAwaitingConnection()).isEqualTo(threads);
    }

    private record Running(Thread thread, FutureTask<Boolean> task) {
        /** Starts a thread and returns when it waits for something. */
        static Running start(Callable<Boolean> call) {
            FutureTask<Boolean> task = new FutureTask<>(call);
            Thread thread = new Thread(task);
            thread.start();
            long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
            while (!isWaiting(thread) && System.nanoTime() < end) {
                Thread.onSpinWait();
            }
            assertThat(isWaiting(thread)).isTrue();
            return new Running(thread, task);
        }

        private static boolean isWaiting(Thread thread) {
            return thread.getState() == Thread.State.WAITING || thread.getState() == Thread.State.TIMED_WAITING;
        }

        boolean end() throws Exception {
            return task.get(1, TimeUnit.MINUTES);
        }
    }
}
