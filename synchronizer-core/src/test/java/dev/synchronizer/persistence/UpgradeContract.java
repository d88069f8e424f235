package dev.synchronizer.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.synchronizer.catalog.Catalog;
import dev.synchronizer.catalog.EffectiveType;
import dev.synchronizer.catalog.OwnModels;
import dev.synchronizer.databases.TestServer;
import dev.synchronizer.diff.ModelDiff;
import dev.synchronizer.model.ModuleVersion;
import dev.synchronizer.model.StoredModel;
import dev.synchronizer.store.ChangeWatch;
import dev.synchronizer.store.ItemFilter;
import dev.synchronizer.store.RunRecord;
import dev.synchronizer.store.SchemaState;
import dev.synchronizer.store.StartStatus;
import dev.synchronizer.store.StoredReads;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is read and written while a store is of another version of the schema than this release makes, and when it becomes so. */
abstract class UpgradeContract extends PreparedStoreTests {
    private static final Duration NO_TIME = Duration.ofMillis(1);

    UpgradeContract(TestServer server) {
        super(server);
    }

    @Test
    void aStoreOfTheFirstVersionIsReadAsItIsAndUpgradedBeforeItIsWrittenTo() {
        Rows rows = new Rows().insert(Rows.type(1, "Article", Rows.property(2, "title")));
        rows.writeTo(store);
        StoredModel before = store.load();
        SchemaVersions.toFirst(database);

        assertThat(store.status("key").schema()).isEqualTo(SchemaState.OUTDATED);
        assertThat(store.load()).isEqualTo(before);
        assertThat(store.changeNumber()).isNegative().isEqualTo(store.<Long>reading(StoredReads::changeNumber));
        store.prepare();

        assertThat(store.changeNumber()).isZero();
        assertThat(store.status("key").schema()).isEqualTo(SchemaState.CURRENT);
        assertThat(store.load()).isEqualTo(before);
    }

    @Test
    void aStoreOfTheSecondVersionIsReadAsItIsAndUpgradedBeforeContentIsWrittenToIt() {
        new Rows().insert(Rows.type(1, "Article", Rows.property(2, "title"))).writeTo(store);
        RunRecord run = new RunRecord(0, Instant.EPOCH, Duration.ZERO, "ann", List.of(), "{}", "{\"a\":1}", null);
        store.inTransaction(transaction -> {
            transaction.record(run);
            return transaction.log(List.of(Rows.change()));
        });
        StoredModel before = store.load();
        SchemaVersions.toSecond(database);

        assertThat(store.status("key").schema()).isEqualTo(SchemaState.OUTDATED);
        assertThat(store.load()).isEqualTo(before);
        assertThat(store.changeNumber()).isEqualTo(1);
        assertThat(store.run(1)).get().extracting(RunRecord::plan).isEqualTo(run.plan());
        assertThat(store.runs(10)).hasSize(1);
        assertThat(store.changes(10)).hasSize(1);
        assertThat(store.lostValues(1, 10)).isEmpty();
        assertThat(store.<Long>readingContent(content -> content.count(ItemFilter.ALL)))
                .isZero();
        try (JdbcStore other = new JdbcStore(database.dataSource())) {
            assertThat(other.<Set<Long>>writingContent(content -> content.keepTypes(List.of(1L))))
                    .containsExactly(1L);
        }

        assertThat(store.status("key").schema()).isEqualTo(SchemaState.CURRENT);
        assertThat(store.load()).isEqualTo(before);
        assertThat(store.run(1)).get().extracting(RunRecord::plan).isEqualTo(run.plan());
    }

    @Test
    void whoReadManyTimesOnAKeptConnectionReadsOnAfterAnUpgrade() throws SQLException {
        new Rows().insert(Rows.type(1, "Article", Rows.property(2, "title"))).writeTo(store);
        StoredModel before = store.load();
        SchemaVersions.toFirst(database);
        try (Connection kept = database.connect()) {
            JdbcStore reader = new JdbcStore(OneConnection.pool(kept));
            for (int i = 0; i < 20; i++) {
                assertThat(reader.load()).isEqualTo(before);
                assertThat(reader.changeNumber()).isNegative();
            }

            store.prepare();

            StoredModel after = reader.reading(reads -> {
                assertThatCode(() -> assertThat(kept.getTransactionIsolation())
                                .as("still of one moment")
                                .isGreaterThanOrEqualTo(Connection.TRANSACTION_REPEATABLE_READ))
                        .doesNotThrowAnyException();
                return reads.load();
            });
            assertThat(after).isEqualTo(before);
            assertThat(reader.changeNumber()).isZero();
        }
    }

    @Test
    void whatAnOlderReleaseStillCommitsIsSeenBeforeTheUpgradeAndAfterIt() {
        SchemaVersions.toFirst(database);
        Catalog catalog = new Catalog(store, new NoOwnCode());
        assertThat(catalog.types()).isEmpty();

        defineByTheFirstRelease(1, "Banner");
        assertThat(store.changeNumber()).isNotEqualTo(catalog.changeNumber());
        catalog.refresh();
        assertThat(catalog.types()).extracting(EffectiveType::name).containsExactly("Banner");
        assertThat(store.changeNumber()).isEqualTo(catalog.changeNumber());

        defineByTheFirstRelease(2, "Teaser");
        store.prepare();
        assertThat(store.changeNumber()).isNotEqualTo(catalog.changeNumber());
        catalog.refresh();
        assertThat(catalog.types()).extracting(EffectiveType::name).containsExactly("Banner", "Teaser");
    }

    private void defineByTheFirstRelease(int id, String name) {
        database.execute(
                "insert into ct_type (id, guid, name, origin, adopted) values (" + id + ", '" + new UUID(0, id) + "', '"
                        + name + "', 'ADMIN', false)",
                "update ct_state set revision = revision + 1");
    }

    @Test
    void anUpgradeThatWasCutOffAnywhereIsCompleted() {
        for (int version = 1; version < Schema.VERSION; version++) {
            int steps = SchemaVersions.stepsAfter(version);
            for (int kept = 0; kept < steps; kept++) {
                SchemaVersions.cutOff(database, version, kept);
                assertThat(store.load()).isEqualTo(StoredModel.empty());

                store.prepare();

                assertThat(store.status("key").schema())
                        .as(version + " and " + kept)
                        .isEqualTo(SchemaState.CURRENT);
                assertThat(store.load()).isEqualTo(StoredModel.empty());
            }
        }
    }

    @Test
    void anOlderSchemaIsOutdated() {
        database.execute("update ct_state set schema_version = 0, revision = 3");
        assertThat(store.status("key")).isEqualTo(new StartStatus(SchemaState.OUTDATED, 3, null));
    }

    @Test
    void lookingForChangesWhereThereIsNoSchemaFailsNoMoreThanOnceAndFindsItWhenItIsMade() throws Exception {
        Watched watched = new Watched(database.dataSource());
        try (JdbcStore node = new JdbcStore(watched.dataSource());
                ChangeWatch watch = node.watch(true)) {
            assertThat(lookOften(watch)).isZero();
            assertThat(watched.failures()).hasSizeLessThanOrEqualTo(1);
            assertThat(node.load()).isEqualTo(StoredModel.empty());
            assertThat(watched.failures()).hasSizeLessThanOrEqualTo(1);

            store.prepare();
            store.inTransaction(transaction -> transaction.log(List.of(Rows.change())));

            assertThat(watch.changeNumber()).isEqualTo(1);
            assertThat(watched.failures()).hasSizeLessThanOrEqualTo(1);
        }
    }

    @Test
    void lookingForChangesWhereTheSchemaIsOfTheFirstVersionFailsNoMoreThanOnceAndFindsTheUpgrade() throws Exception {
        SchemaVersions.toFirst(database);
        Watched watched = new Watched(database.dataSource());
        try (JdbcStore node = new JdbcStore(watched.dataSource());
                ChangeWatch watch = node.watch(true)) {
            long first = lookOften(watch);
            defineByTheFirstRelease(1, "Banner");
            assertThat(lookOften(watch)).isNegative().isEqualTo(first + 1);
            assertThat(node.load().types()).hasSize(1);
            assertThat(watched.failures()).hasSizeLessThanOrEqualTo(1);

            store.prepare();

            assertThat(watch.changeNumber()).isZero();
            assertThat(node.load().types()).hasSize(1);
            assertThat(watched.failures()).hasSizeLessThanOrEqualTo(1);
        }
    }

    static long lookOften(ChangeWatch watch) throws InterruptedException {
        for (int i = 0; i < 10; i++) {
            watch.await(NO_TIME);
            watch.changeNumber();
        }
        return watch.changeNumber();
    }

    @Test
    void aColumnThatALaterReleaseAddsMakesNoDifferenceToWhoIsAtWork() throws SQLException {
        try (Connection kept = database.connect();
                JdbcStore node = new JdbcStore(OneConnection.pool(kept))) {
            for (int i = 1; i <= 20; i++) {
                work(node, i);
            }
            for (String table : List.of(
                    "state",
                    "type",
                    "property",
                    "module",
                    "override",
                    "change",
                    "run",
                    "start",
                    "item",
                    "value",
                    "value_part",
                    "listening",
                    "step")) {
                database.execute("alter table ct_" + table + " add column revision_of_later int default 7");
            }
            work(node, 21);

            assertThat(node.load().types()).hasSize(21);
            assertThat(node.changes(100)).hasSize(21);
            assertThat(node.runs(100)).isEmpty();
        }
    }

    private static void work(JdbcStore node, int number) {
        node.inTransaction(transaction -> {
            Rows rows = new Rows().insert(Rows.type(number, "Type" + number));
            transaction.write(rows.changes(), (written, total) -> {});
            transaction.remember("key", "{}", List.of());
            return transaction.log(List.of(Rows.change()));
        });
        assertThat(node.changeNumber()).isEqualTo(number);
        assertThat(node.load().types()).hasSize(number);
        assertThat(node.status("key").revision()).isEqualTo(number);
        assertThat(node.changes(1)).hasSize(1);
        assertThat(node.runs(1)).isEmpty();
    }

    private static final class NoOwnCode implements OwnModels {
        @Override
        public Map<String, ModuleVersion> versions() {
            return Map.of();
        }

        @Override
        public ModelDiff compare(StoredModel stored) {
            throw new AssertionError("nothing of this node is gated");
        }
    }
}
