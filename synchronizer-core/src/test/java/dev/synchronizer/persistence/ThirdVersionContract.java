package dev.synchronizer.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.databases.TestServer;
import dev.synchronizer.store.ChangeWatch;
import dev.synchronizer.store.ContentReads;
import dev.synchronizer.store.ContentState;
import dev.synchronizer.store.ItemFilter;
import dev.synchronizer.store.NodeEvents.Span;
import dev.synchronizer.store.SchemaState;
import dev.synchronizer.store.StoredItem;
import dev.synchronizer.store.SyncTransaction;
import dev.synchronizer.store.TaskQueue;
import dev.synchronizer.value.StoredValue;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A store of the third version, which has content, and neither rules nor findings nor seals. */
abstract class ThirdVersionContract extends PreparedStoreTests {
    ThirdVersionContract(TestServer server) {
        super(server);
    }

    @Test
    void aStoreOfTheThirdVersionIsReadAsItIsAndUpgradedWithItsContentBeforeItIsWrittenTo() {
        new Rows().insert(Rows.type(1, "Article", Rows.property(2, "title"))).writeTo(store);
        StoredItem item = ContentTests.item(1, 1);
        StoredValue value = ContentTests.text(1, 2, "de", "Größe 😀");
        store.writingContent(content -> {
            content.insertItems(List.of(item));
            content.insertValues(List.of(value));
            return true;
        });
        store.inTransaction(transaction -> transaction.log(List.of(Rows.change())));
        SchemaVersions.toThird(database);

        assertThat(store.status("key").schema()).isEqualTo(SchemaState.OUTDATED);
        assertThat(store.changeNumber()).isEqualTo(1);
        assertHolds(item, value);
        assertHasNothingOfTheFourthVersion(item);
        assertThat(store.status("key").schema()).isEqualTo(SchemaState.OUTDATED);

        StoredItem sealed = item.withChecksum(7L);
        try (JdbcStore other = new JdbcStore(database.dataSource())) {
            other.writingContent(content -> {
                assertThat(content.lockItems(List.of(item.id()))).containsExactly(item);
                assertThat(content.state()).isEqualTo(new ContentState(1, null));
                content.updateItems(List.of(sealed));
                return true;
            });
        }

        assertThat(store.status("key").schema()).isEqualTo(SchemaState.CURRENT);
        assertHolds(sealed, value);
        store.nodeEvents().listen(ContentTests.AT);
        assertThat(store.<ContentState>readingContent(ContentReads::state))
                .isEqualTo(new ContentState(1, ContentTests.AT));
    }

    @Test
    void aStoreOfTheFourthVersionTellsNobodyAnythingUntilItIsUpgraded() {
        store.prepare();
        SchemaVersions.toFourth(database);

        assertThat(store.status("key").schema()).isEqualTo(SchemaState.OUTDATED);
        assertThat(store.<Integer>reading(reads -> reads.channels().size())).isZero();
        assertThat(store.tasks().page(new TaskQueue.Filter(null, null, Set.of()), 0, 9))
                .isEmpty();
        assertThat(store.tasks().forget(ContentTests.AT, 9)).isZero();
        assertThat(store.status("key").schema()).isEqualTo(SchemaState.OUTDATED);

        store.prepare();
        String self = store.inTransaction(SyncTransaction::requireSelf);
        assertThat(store.<Optional<String>>writingContent(
                        content -> content.tasks().self()))
                .contains(self);
    }

    private void assertHolds(StoredItem item, StoredValue value) {
        store.readingContent(content -> {
            assertThat(content.page(ItemFilter.ALL, null, 9)).containsExactly(item);
            assertThat(content.item(item.id())).contains(item);
            assertThat(content.values(List.of(item.id()))).containsExactly(value);
            return true;
        });
    }

    private void assertHasNothingOfTheFourthVersion(StoredItem item) {
        store.reading(reads -> {
            assertThat(reads.rules()).isEmpty();
            assertThat(reads.typeChecksums()).isEmpty();
            assertThat(reads.content().findings(List.of(item.id()))).isEmpty();
            assertThat(reads.content().pageOfFindings(null, 9)).isEmpty();
            assertThat(reads.content().countFindings()).isEmpty();
            assertThat(reads.content().state()).isEqualTo(new ContentState(1, null));
            return true;
        });
        store.nodeEvents().listen(ContentTests.AT);
        store.nodeEvents().forget(ContentTests.AT);
        store.deleteSaveFailures(List.of(1L));
        assertThat(store.nodeEvents().last()).isZero();
        assertThat(store.nodeEvents().after(0, List.of(new Span(1, 1)), 9)).isEmpty();
        assertThat(store.ruleRuns("main", 9)).isEmpty();
        assertThat(store.saveFailures(9)).isEmpty();
    }

    @Test
    void lookingForChangesWhereTheSchemaIsOfTheThirdVersionFailsNoMoreThanOnceAndFindsTheUpgrade() throws Exception {
        store.inTransaction(transaction -> transaction.log(List.of(Rows.change())));
        SchemaVersions.toThird(database);
        Watched watched = new Watched(database.dataSource());
        try (JdbcStore node = new JdbcStore(watched.dataSource());
                ChangeWatch watch = node.watch(true)) {
            assertThat(UpgradeContract.lookOften(watch)).isEqualTo(1);
            assertThat(node.load().types()).isEmpty();
            assertThat(watched.failures()).hasSizeLessThanOrEqualTo(1);

            store.prepare();
            store.inTransaction(transaction -> transaction.log(List.of(Rows.change())));

            assertThat(watch.changeNumber()).isEqualTo(2);
            int before = watched.executions().size();
            assertThat(watch.changeNumber()).isEqualTo(2);
            assertThat(watched.executions()).as("one question again").hasSize(before + 1);
            assertThat(watched.failures()).hasSizeLessThanOrEqualTo(1);
        }
    }
}
