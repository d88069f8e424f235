package dev.synchronizer.persistence;

import static dev.synchronizer.persistence.Rows.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synchronizer.databases.TestDatabase;
import dev.synchronizer.databases.TestServer;
import dev.synchronizer.model.StoredModel;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.store.RowChanges;
import dev.synchronizer.store.SyncTransaction;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What a transaction that holds the lock sees, writes, rolls back and gives back. */
abstract class TransactionContract extends PreparedStoreTests {
    TransactionContract(TestServer server) {
        super(server);
    }

    @Test
    void everyWriteRaisesTheRevisionAndLookingDoesNot() {
        assertThat(new Rows().insert(type(1, "A")).writeTo(store)).isEqualTo(1);
        assertThat(new Rows().insert(type(2, "B")).writeTo(store)).isEqualTo(2);
        store.inTransaction(SyncTransaction::load);
        assertThat(store.status("key").revision()).isEqualTo(2);
    }

    @Test
    void whatFailsLeavesNothingAndIsThrownOn() {
        IllegalStateException failure = new IllegalStateException("veto");
        assertThatThrownBy(() -> store.inTransaction(transaction -> {
                    transaction.reserveIds(10);
                    write(
                            transaction,
                            new Rows().save(Rows.module("site", "1.0")).insert(type(1, "A")));
                    transaction.record(RecordsContract.RUN);
                    transaction.remember("key", "{}", List.of("jar"));
                    throw failure;
                }))
                .isSameAs(failure);
        assertThat(store.load()).isEqualTo(StoredModel.empty());
        assertThat(store.runs(10)).isEmpty();
        assertThat(store.knownEmptyJars()).isEmpty();
        assertThat(store.<Long>inTransaction(transaction -> transaction.reserveIds(1)))
                .isEqualTo(1);
    }

    @Test
    void anErrorRollsBackToo() {
        assertThatThrownBy(() -> store.inTransaction(transaction -> {
                    write(transaction, new Rows().insert(type(1, "A")));
                    throw new AssertionError("an error");
                }))
                .isInstanceOf(AssertionError.class);
        assertThat(store.load().types()).isEmpty();
    }

    @Test
    void aTransactionSeesWhatItWrote() {
        StoredModel seen = store.inTransaction(transaction -> {
            write(transaction, new Rows().insert(type(1, "A")));
            return transaction.load();
        });
        assertThat(seen).isEqualTo(new StoredModel(1, List.of(), List.of(type(1, "A"))));
    }

    @Test
    void nothingCanBeDoneWithATransactionThatIsOver() {
        SyncTransaction over = store.inTransaction(transaction -> transaction);
        assertThatThrownBy(() -> over.reserveIds(1)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void idsAreReservedOnce() {
        assertThat(store.<Long>inTransaction(transaction -> transaction.reserveIds(10)))
                .isEqualTo(1);
        assertThat(store.<Long>inTransaction(transaction -> transaction.reserveIds(1) + transaction.reserveIds(1)))
                .isEqualTo(11 + 12);
    }

    @Test
    void whoWaitsForTheLockSeesWhatTheFormerHolderCommitted() throws Exception {
        CountDownLatch locked = new CountDownLatch(1);
        CountDownLatch secondAsks = new CountDownLatch(1);
        AtomicBoolean firstIsAtWork = new AtomicBoolean(true);
        CompletableFuture<Void> first = CompletableFuture.runAsync(() -> store.inTransaction(transaction -> {
            locked.countDown();
            await(secondAsks);
            long revision = write(transaction, new Rows().insert(type(1, "A")));
            firstIsAtWork.set(false);
            return revision;
        }));
        await(locked);
        Watched watched = new Watched(server.impatient(database).dataSource(), sql -> {
            if (sql.endsWith("for update")) {
                secondAsks.countDown();
            }
        });
        AtomicReference<StoredModel> seen = new AtomicReference<>();
        new JdbcStore(watched.dataSource()).inTransaction(transaction -> {
            assertThat(firstIsAtWork).isFalse();
            seen.set(transaction.load());
            return true;
        });
        first.get(60, TimeUnit.SECONDS);
        assertThat(seen.get()).isEqualTo(new StoredModel(1, List.of(), List.of(type(1, "A"))));
    }

    @Test
    void readersNeitherWaitForAWriterNorSeeHalfOfItsWork() {
        StoredModel seenByOthers = store.inTransaction(transaction -> {
            write(transaction, new Rows().insert(type(1, "A")));
            assertThat(store.status("key").revision()).isZero();
            return store.load();
        });
        assertThat(seenByOthers).isEqualTo(StoredModel.empty());
    }

    @Test
    void theConnectionIsGivenBackAsItWas() throws SQLException {
        try (Connection connection = database.connect()) {
            connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
            JdbcStore pooled = new JdbcStore(OneConnection.pool(connection));
            pooled.status("key");
            pooled.load();
            new Rows().insert(type(1, "A")).writeTo(pooled);
            pooled.close();
            assertThat(connection.getAutoCommit()).isTrue();
            assertThat(connection.isReadOnly()).isFalse();
            assertThat(connection.getTransactionIsolation()).isEqualTo(Connection.TRANSACTION_SERIALIZABLE);
        }
        assertThat(store.load().types()).hasSize(1);
    }

    @Test
    void aConnectionOfAReadOnlyPoolWithoutAutoCommitMakesTheSchemaWritesAndIsGivenBackAsItWas() throws SQLException {
        TestDatabase empty = server.fresh();
        try (Connection connection = empty.connect()) {
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            boolean readOnly = connection.isReadOnly();
            JdbcStore pooled = new JdbcStore(OneConnection.pool(connection));
            pooled.prepare();
            new Rows().insert(type(1, "A")).writeTo(pooled);
            assertThat(pooled.load().types()).hasSize(1);
            assertThatThrownBy(() -> new Rows().insert(type(1, "A")).writeTo(pooled))
                    .isInstanceOf(ProblemsException.class);
            pooled.close();
            assertThat(connection.getAutoCommit()).isFalse();
            assertThat(connection.isReadOnly()).as("H2 takes no notice").isEqualTo(readOnly);
        }
    }

    @Test
    void theLimitOfWaitingIsRestoredAfterAFailureToo() throws SQLException {
        String read = switch (database.url().split(":", 3)[1]) {
            case "h2" -> "select lock_timeout()";
            case "mariadb" -> "select @@session.innodb_lock_wait_timeout";
            default -> "show lock_timeout";
        };
        try (Connection connection = server.impatient(database).connect()) {
            String before = answer(connection, read);
            JdbcStore pooled = new JdbcStore(OneConnection.pool(connection));
            assertThatThrownBy(() -> pooled.inTransaction(transaction -> {
                        throw new IllegalStateException("a failure");
                    }))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(answer(connection, read)).isEqualTo(before);
        }
    }

    private static String answer(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    @Test
    void aStartDoesNotSeeWhatIsNotCommittedEvenWhereThatIsTheDefault() throws SQLException {
        try (Connection connection = database.connect()) {
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_UNCOMMITTED);
            JdbcStore dirty = new JdbcStore(OneConnection.pool(connection));
            long seen = store.inTransaction(transaction -> {
                write(transaction, new Rows().insert(type(1, "A")));
                return dirty.status("key").revision();
            });
            assertThat(seen).isZero();
            assertThat(connection.getTransactionIsolation()).isEqualTo(Connection.TRANSACTION_READ_UNCOMMITTED);
        }
    }

    private static long write(SyncTransaction transaction, Rows rows) {
        RowChanges changes = rows.changes();
        return transaction.write(changes, (written, total) -> {});
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
