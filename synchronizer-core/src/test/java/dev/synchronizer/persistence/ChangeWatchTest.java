package dev.synchronizer.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.synchronizer.databases.H2Server;
import dev.synchronizer.databases.PostgresServer;
import dev.synchronizer.databases.TestDatabase;
import dev.synchronizer.store.ChangeWatch;
import dev.synchronizer.store.NodeEvent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Waiting for an hour ends with what happens, or the test fails after a minute. */
class ChangeWatchTest {
    private static final Duration AN_HOUR = Duration.ofHours(1);
    private static final Duration NO_TIME = Duration.ofMillis(1);

    private final PostgresServer server = new PostgresServer();
    private TestDatabase database;
    private JdbcStore store;

    @BeforeEach
    void openStore() {
        database = server.fresh();
        store = new JdbcStore(database.dataSource());
        store.prepare();
    }

    @AfterEach
    void closeStore() {
        if (store != null) {
            store.close();
        }
    }

    @Test
    void whoListensIsWokenByACommit() throws Exception {
        try (ChangeWatch watch = store.watch(true)) {
            watch.await(AN_HOUR);
            CompletableFuture<Void> waiting = waiting(watch);
            save();

            waiting.get(1, TimeUnit.MINUTES);
            assertThat(watch.changeNumber()).isEqualTo(1);
        }
    }

    @Test
    void whoListensIsWokenByWhatOtherNodesTell() throws Exception {
        try (ChangeWatch watch = store.watch(true)) {
            watch.await(AN_HOUR);
            CompletableFuture<Void> waiting = waiting(watch);
            store.writingContent(content -> {
                content.announce(List.of(new NodeEvent(
                        0, Instant.EPOCH, "n", "main", "ITEM", "1", null, null, "UPDATE", "API", List.of(), 2)));
                return true;
            });

            waiting.get(1, TimeUnit.MINUTES);
            assertThat(store.nodeEvents().last()).isPositive();
        }
    }

    @Test
    void whatWasCommittedBeforeItListenedIsLookedUpAtOnce() throws Exception {
        save();
        try (ChangeWatch watch = store.watch(true)) {
            watch.await(AN_HOUR);

            assertThat(watch.changeNumber()).isEqualTo(1);
            assertSessionsBeside(1);
        }
    }

    @Test
    void aTransactionThatIsRolledBackWakesNobody() throws Exception {
        try (ChangeWatch watch = store.watch(true)) {
            watch.await(AN_HOUR);
            CompletableFuture<Void> waiting = waiting(watch);
            try {
                store.inTransaction(transaction -> {
                    transaction.log(List.of(Rows.change()));
                    throw new IllegalArgumentException("no");
                });
            } catch (IllegalArgumentException e) {
                assertThat(waiting).isNotDone();
            }
            save();
            waiting.get(1, TimeUnit.MINUTES);
            assertThat(watch.changeNumber()).isEqualTo(1);
        }
    }

    @Test
    void aLostConnectionEndsTheWaitingAndIsPolledAround() throws Exception {
        try (ChangeWatch watch = tryingAgain(NO_TIME)) {
            watch.await(AN_HOUR);
            CompletableFuture<Void> waiting = waiting(watch);
            server.killConnections(database);

            waiting.get(1, TimeUnit.MINUTES);
            assertThat(watch.wasLost()).isTrue();
            save();
            assertThat(watch.changeNumber()).isEqualTo(1);
            assertThat(watch.wasLost()).isFalse();
            assertSessionsBeside(0);
            for (int round = 0; round < 20; round++) {
                watch.await(NO_TIME);
            }
            assertSessionsBeside(1);
        }
    }

    @Test
    void aLostConnectionIsTriedAgainLongBeforeALongIntervalIsOver() throws Exception {
        try (ChangeWatch watch = tryingAgain(Duration.ofMillis(50))) {
            watch.await(AN_HOUR);
            CompletableFuture<Void> waiting = waiting(watch);
            server.killConnections(database);
            waiting.get(1, TimeUnit.MINUTES);
            assertSessionsBeside(0);

            do {
                waiting(watch).get(1, TimeUnit.MINUTES);
            } while (!listens());
        }
    }

    private ChangeWatch tryingAgain(Duration pause) {
        return new ListeningWatch(database.dataSource(), new StateQuery(), store, pause);
    }

    @Test
    void aConnectionThatIsLostBetweenTwoRoundsIsPolledAroundToo() throws Exception {
        try (ChangeWatch watch = store.watch(true)) {
            watch.await(AN_HOUR);
            assertThat(watch.wasLost()).isFalse();
            server.killConnections(database);
            save();

            assertThat(watch.changeNumber()).isEqualTo(1);
            assertThat(watch.wasLost()).isTrue();
        }
    }

    @Test
    void closingEndsTheWaiting() throws Exception {
        for (boolean listening : new boolean[] {true, false}) {
            ChangeWatch watch = store.watch(listening);
            if (listening) {
                watch.await(AN_HOUR);
            }
            CompletableFuture<Void> waiting = waiting(watch);
            watch.close();

            waiting.get(1, TimeUnit.MINUTES);
            assertSessionsBeside(0);
        }
    }

    @Test
    void aPoolOfOneKeepsItsConnectionForTheApplication() throws Exception {
        try (Connection only = database.connect()) {
            DataSource pool = OneConnection.pool(only);
            try (ChangeWatch watch = new JdbcStore(pool).watch(true)) {
                watch.await(NO_TIME);

                assertThat(watch.changeNumber()).isZero();
                assertThat(only.isClosed()).isFalse();
                assertThat(only.getAutoCommit()).isTrue();
            }
            assertThat(only.isClosed()).isFalse();
        }
    }

    @Test
    void aDriverThatFailsOtherwiseThanItShouldIsPolledAround() throws Exception {
        try (Connection only = database.connect()) {
            DataSource pool = OneConnection.pool(only, "isWrapperFor");
            try (ChangeWatch watch = new JdbcStore(pool).watch(true)) {
                for (int round = 0; round < 20; round++) {
                    watch.await(NO_TIME);
                }
                assertThat(watch.changeNumber()).isZero();
            }
        }
    }

    @Test
    void aSmallPoolIsLeftAloneAndAnOrdinaryOneLendsAConnection() throws Exception {
        assertThat(takenFromPoolOf(1)).isZero();
        assertThat(takenFromPoolOf(2)).isZero();
        assertThat(takenFromPoolOf(3)).isEqualTo(1);
    }

    private int takenFromPoolOf(int connections) throws InterruptedException {
        try (HikariDataSource pool = new HikariDataSource()) {
            pool.setJdbcUrl(database.url());
            pool.setUsername(database.user());
            pool.setPassword(database.password());
            pool.setMaximumPoolSize(connections);
            JdbcStore pooled = new JdbcStore(pool);
            pooled.changeNumber();
            try (ChangeWatch watch = pooled.watch(true)) {
                watch.await(NO_TIME);
                return pool.getHikariPoolMXBean().getActiveConnections();
            }
        }
    }

    @Test
    void whereListeningIsSwitchedOffNoConnectionIsKept() throws Exception {
        try (ChangeWatch watch = store.watch(false)) {
            watch.await(NO_TIME);
            watch.changeNumber();

            assertSessionsBeside(0);
        }
    }

    @Test
    void aDatabaseThatTellsNobodyIsPolled() throws Exception {
        TestDatabase h2 = new H2Server().fresh();
        try (JdbcStore other = new JdbcStore(h2.dataSource());
                ChangeWatch watch = other.watch(true)) {
            watch.await(NO_TIME);
            assertThat(watch.changeNumber()).isZero();
            other.prepare();
            other.inTransaction(transaction -> transaction.log(List.of(Rows.change())));

            watch.await(NO_TIME);
            assertThat(watch.changeNumber()).isEqualTo(1);
        }
    }

    private static CompletableFuture<Void> waiting(ChangeWatch watch) {
        return CompletableFuture.runAsync(() -> {
            try {
                watch.await(AN_HOUR);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private void save() {
        store.inTransaction(transaction -> transaction.log(List.of(Rows.change())));
    }

    /** Waits until so many sessions are left beside the one that asks, for an ending one takes its time. */
    private void assertSessionsBeside(int expected) throws SQLException {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        int sessions;
        do {
            sessions = sessionsBeside();
        } while (sessions != expected && System.nanoTime() < end);
        assertThat(sessions).isEqualTo(expected);
    }

    /** A session that was only asking, and that takes its time to end, is none that listens. */
    private boolean listens() throws SQLException {
        return sessionsBeside(" and query ilike 'listen%'") > 0;
    }

    private int sessionsBeside() throws SQLException {
        return sessionsBeside("");
    }

    private int sessionsBeside(String which) throws SQLException {
        String sql = "select count(*) from pg_stat_activity where datname = current_database()"
                + " and pid <> pg_backend_pid()" + which;
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement(sql);
                ResultSet row = query.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }
}
