package dev.synchronizer.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.databases.TestServer;
import dev.synchronizer.model.StoredModel;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.store.SchemaState;
import dev.synchronizer.store.StartStatus;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

abstract class SchemaContract extends StoreTests {
    SchemaContract(TestServer server) {
        super(server);
    }

    @Test
    void anEmptyDatabaseIsAnEmptyStoreAndStaysEmpty() throws SQLException {
        assertThat(store.status("key")).isEqualTo(new StartStatus(SchemaState.MISSING, 0, null));
        assertThat(store.load()).isEqualTo(StoredModel.empty());
        assertThat(store.knownEmptyJars()).isEmpty();
        assertThat(store.runs(10)).isEmpty();
        assertThat(store.run(1)).isEmpty();
        assertThat(ownTables()).isEmpty();
    }

    @Test
    void aPreparedStoreIsCurrentAndHoldsNothing() {
        store.prepare();
        assertThat(store.status("key")).isEqualTo(new StartStatus(SchemaState.CURRENT, 0, null));
        assertThat(store.load()).isEqualTo(StoredModel.empty());
    }

    @Test
    void preparingAgainTakesOneQuery() {
        store.prepare();
        Watched watched = new Watched(database.dataSource());
        new JdbcStore(watched.dataSource()).prepare();
        assertThat(watched.executions()).hasSize(1);
    }

    @Test
    void preparingLeavesTheConnectionAsItWas() throws SQLException {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            new JdbcStore(OneConnection.pool(connection)).prepare();
            assertThat(connection.getAutoCommit()).isFalse();
            assertThat(connection.isClosed()).isFalse();
        }
        assertThat(store.status("key").schema()).isEqualTo(SchemaState.CURRENT);
    }

    @Test
    void aMakingThatWasCutOffAnywhereIsCompleted() {
        for (int kept : new int[] {0, 1, 5, 8}) {
            cutOffAfter(kept);
            assertThat(store.status("key").schema()).isEqualTo(SchemaState.OUTDATED);
            assertThat(store.load()).isEqualTo(StoredModel.empty());
            store.prepare();
            assertThat(store.status("key").schema()).isEqualTo(SchemaState.CURRENT);
        }
        new Rows().insert(Rows.type(1, "Article", Rows.property(2, "title"))).writeTo(store);
        assertThat(store.load().types()).hasSize(1);
    }

    /** Leaves this many changes with their tables, the last one without its record, and the lock of the one who died. */
    private void cutOffAfter(int kept) {
        database = server.fresh();
        store.close();
        store = new JdbcStore(database.dataSource());
        store.prepare();
        List<String> tables = List.of(
                "ct_state",
                "ct_module",
                "ct_module_snapshot",
                "ct_type",
                "ct_property",
                "ct_run",
                "ct_start",
                "ct_empty_jar");
        SchemaVersions.toFirst(database);
        for (int i = tables.size() - 1; i >= kept; i--) {
            database.execute("drop table " + tables.get(i));
        }
        if (kept > 0) {
            database.execute("delete from ct_state");
        }
        String unrecorded = IntStream.rangeClosed(Math.max(1, kept), 9)
                .mapToObj(i -> "'1." + i + "'")
                .reduce((one, other) -> one + ", " + other)
                .orElseThrow();
        database.execute(
                "delete from ct_changelog where id in (" + unrecorded + ")",
                "update ct_changelog_lock set locked = " + (database.url().startsWith("jdbc:mariadb") ? "1" : "true")
                        + ", lockedby = 'the dead'");
    }

    @Test
    void tablesOfOursWithoutTheirChangeLogAreForeign() {
        store.prepare();
        database.execute("drop table ct_changelog", "drop table ct_changelog_lock", "drop table ct_start");
        Stream.<ThrowingCallable>of(() -> store.status("key"), store::prepare)
                .map(StoreTests::problemOf)
                .forEach(problem -> {
                    assertThat(problem.code()).isEqualTo(ProblemCode.SCHEMA_FOREIGN);
                    assertThat(problem.message()).contains("ct_state").contains("ct_changelog");
                });
    }

    @Test
    void aTableOfOursThatSomebodyElseMadeIsForeign() {
        database.execute("create table ct_type (anything int)");
        assertThat(problemOf(store::load).code()).isEqualTo(ProblemCode.SCHEMA_FOREIGN);
        assertThat(problemOf(store::prepare).code()).isEqualTo(ProblemCode.SCHEMA_FOREIGN);
        assertThat(problemOf(store::prepare).message()).startsWith("the table ct_type is there, but not ct_changelog,");
    }

    @Test
    void aTableThatIsMissingFromACurrentSchemaIsNamed() {
        store.prepare();
        database.execute("drop table ct_value_part", "drop table ct_value");
        ThrowingCallable counting = () ->
                store.readingContent(content -> content.countValues(List.of(1L)).size());
        assertThat(problemOf(counting).code()).isEqualTo(ProblemCode.SCHEMA_FOREIGN);
        assertThat(problemOf(counting).message()).containsIgnoringCase("ct_value");
    }

    @Test
    void aCompletelyRecordedMakingWithoutItsStateCannotBeCompleted() {
        store.prepare();
        database.execute("delete from ct_state");
        assertThat(problemOf(store::prepare).code()).isEqualTo(ProblemCode.SCHEMA_FOREIGN);
        assertThat(problemOf(store::prepare).message())
                .contains("ct_changelog")
                .endsWith("row of table ct_state is missing");
        database.execute("drop table ct_run", "drop table ct_start");
        assertThat(problemOf(store::prepare).message()).endsWith("the tables ct_run, ct_start are missing");
        assertThat(problemOf(() -> store.inTransaction(transaction -> 1)).code())
                .isEqualTo(ProblemCode.SCHEMA_FOREIGN);
    }

    @Test
    void tablesOfOthersAreNoneOfOurBusiness() {
        database.execute("create table ct_scan (image int)", "create table ctxtype (anything int)");
        assertThat(store.status("key").schema()).isEqualTo(SchemaState.MISSING);
        store.prepare();
        assertThat(store.status("key").schema()).isEqualTo(SchemaState.CURRENT);
    }

    @Test
    void aNewerSchemaIsLeftAloneAndBothVersionsAreNamed() {
        store.prepare();
        database.execute("update ct_state set schema_version = 7");
        Stream.<ThrowingCallable>of(
                        () -> store.status("key"),
                        store::load,
                        () -> store.runs(1),
                        () -> store.run(1),
                        () -> store.changes(1),
                        store::prepare,
                        () -> store.inTransaction(transaction -> 1))
                .map(StoreTests::problemOf)
                .forEach(problem -> {
                    assertThat(problem.code()).isEqualTo(ProblemCode.SCHEMA_NEWER);
                    assertThat(problem.message()).contains("version 7").contains("version 5");
                });
    }

    @Test
    void twentyAtOncePrepareAndWriteAndNoneFails() throws Exception {
        Callable<Long> node = () -> {
            try (JdbcStore own = new JdbcStore(database.dataSource())) {
                own.prepare();
                return own.inTransaction(transaction -> {
                    long id = transaction.reserveIds(1);
                    Rows rows = new Rows().insert(Rows.type(id, "Type" + id));
                    return transaction.write(rows.changes(), (written, total) -> {});
                });
            }
        };
        allAtOnce(Collections.nCopies(20, node));
        assertThat(store.load().types()).hasSize(20);
        assertThat(store.load().revision()).isEqualTo(20);
    }

    private List<String> ownTables() throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Connection connection = database.connect();
                ResultSet rows = connection
                        .getMetaData()
                        .getTables(connection.getCatalog(), connection.getSchema(), "%", null)) {
            while (rows.next()) {
                tables.add(rows.getString("TABLE_NAME"));
            }
        }
        return tables.stream()
                .filter(table -> table.toLowerCase(Locale.ROOT).startsWith("ct_"))
                .toList();
    }
}
