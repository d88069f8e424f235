package dev.synchronizer.persistence;

import dev.synchronizer.databases.TestDatabase;
import dev.synchronizer.databases.TestServer;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemsException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A new database with a store for each test; there are no tables in it yet. */
abstract class StoreTests {
    final TestServer server;
    TestDatabase database;
    JdbcStore store;

    StoreTests(TestServer server) {
        this.server = server;
    }

    @BeforeEach
    void openStore() {
        database = newDatabase();
        store = new JdbcStore(database.dataSource());
    }

    TestDatabase newDatabase() {
        return server.fresh();
    }

    @AfterEach
    void closeStore() {
        if (store != null) {
            store.close();
        }
    }

    /** The one problem that the call ends with. */
    static Problem problemOf(ThrowingCallable call) {
        ProblemsException thrown = Assertions.catchThrowableOfType(ProblemsException.class, call);
        Assertions.assertThat(thrown).isNotNull();
        Assertions.assertThat(thrown.problems().count()).isEqualTo(1);
        return thrown.problems().asList().get(0);
    }

    /** Starts all of them at once, and waits for their ends; who takes minutes has failed. */
    static <T> void allAtOnce(List<Callable<T>> calls) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(calls.size());
        try {
            for (Future<T> end : threads.invokeAll(calls, 2, TimeUnit.MINUTES)) {
                end.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
