package dev.synchronizer.persistence;

import static dev.synchronizer.persistence.Rows.type;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.databases.TestDatabase;
import dev.synchronizer.databases.TestServer;
import dev.synchronizer.model.StoredModel;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import org.junit.jupiter.api.Test;

abstract class FailureContract extends PreparedStoreTests {
    FailureContract(TestServer server) {
        super(server);
    }

    @Test
    void aDatabaseThatVanishesWhileItIsWrittenToKeepsNothing() {
        Problem problem = problemOf(() -> store.inTransaction(transaction -> {
            transaction.write(new Rows().insert(type(1, "A")).changes(), (rows, total) -> {});
            server.killConnections(database);
            return transaction.reserveIds(1);
        }));
        assertThat(problem.code()).isEqualTo(ProblemCode.DATABASE_LOST);
        assertThat(problem.message()).contains("nothing that was under way was committed");
        assertThat(new JdbcStore(database.dataSource()).load()).isEqualTo(StoredModel.empty());
    }

    @Test
    void aDatabaseThatVanishesWithinABatchIsLostToo() {
        Problem problem = problemOf(() -> store.inTransaction(transaction -> {
            transaction.write(new Rows().insert(type(1, "A")).changes(), (rows, total) -> {});
            server.killConnections(database);
            return transaction.write(new Rows().insert(type(2, "B")).changes(), (rows, total) -> {});
        }));
        assertThat(problem.code()).isEqualTo(ProblemCode.DATABASE_LOST);
        assertThat(problem.subject()).contains("jdbc:");
    }

    @Test
    void whetherACommitArrivedIsNotKnownWhenTheConnectionIsLostDuringIt() {
        Problem problem = problemOf(() -> store.inTransaction(transaction -> {
            long revision = transaction.write(new Rows().insert(type(1, "A")).changes(), (rows, total) -> {});
            server.killConnections(database);
            return revision;
        }));
        assertThat(problem.code()).isEqualTo(ProblemCode.DATABASE_LOST);
        assertThat(problem.message()).contains("unknown").doesNotContain("nothing");
    }

    @Test
    void aUserWhoMayOnlyReadReadsAndIsRefusedToWrite() {
        new Rows().insert(type(1, "A")).writeTo(store);
        TestDatabase readOnly = server.readOnly(database);
        try (JdbcStore reading = new JdbcStore(readOnly.dataSource())) {
            assertThat(reading.load().types()).containsExactly(type(1, "A"));
            assertThat(reading.status("key").revision()).isEqualTo(1);
            Problem problem = problemOf(() -> new Rows().insert(type(2, "B")).writeTo(reading));
            assertThat(problem.code()).isEqualTo(ProblemCode.DATABASE_READ_ONLY);
        }
    }

    @Test
    void aUserWhoMayOnlyReadCannotMakeTheSchema() {
        TestDatabase empty = server.fresh();
        Watched watched = new Watched(server.readOnly(empty).dataSource());
        try (JdbcStore reading = new JdbcStore(watched.dataSource())) {
            assertThat(problemOf(reading::prepare).code()).isEqualTo(ProblemCode.DATABASE_READ_ONLY);
        }
        assertThat(watched.executions()).as("what was tried before it gave up").hasSizeLessThan(5);
    }

    @Test
    void aRefusedUserIsNamedAndThePasswordIsNot() {
        String separator = database.url().contains(":h2:") ? ";" : "?";
        String url = database.url() + separator + (separator.equals(";") ? "TRACE_LEVEL_FILE=0" : "password=secret");
        TestDatabase wrong = server.readOnly(database).withUrl(url);
        JdbcStore refused = new JdbcStore(new TestDatabase(url, wrong.user(), "not the secret").dataSource());
        Problem problem = problemOf(refused::load);
        assertThat(problem.code()).isEqualTo(ProblemCode.CONNECTION_FAILED);
        assertThat(problem.subject()).isEqualTo(withoutSettings(database.url()));
        assertThat(problem.message()).contains("as user " + wrong.user());
        assertThat(problem.toString()).doesNotContain("secret");
    }

    private static String withoutSettings(String url) {
        return url.split("[;?]", 2)[0];
    }

    @Test
    void aRowThatIsAlreadyThereIsReportedInTheDatabasesOwnWords() {
        new Rows().insert(type(1, "A")).writeTo(store);
        Problem problem = problemOf(() -> new Rows().insert(type(1, "B")).writeTo(store));
        assertThat(problem.code()).isEqualTo(ProblemCode.DATABASE_FAILED);
        assertThat(problem.message())
                .containsPattern("(?i)primary|duplicate")
                .doesNotContain("\n", "ERROR:", "Position:", "(conn=", "[23505");
        assertThat(store.load().types()).containsExactly(type(1, "A"));
    }
}
