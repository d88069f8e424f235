package dev.synchronizer.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.databases.TestServer;
import dev.synchronizer.store.ContentReads.ItemCount;
import dev.synchronizer.store.RuleRunRecord;
import dev.synchronizer.store.StoredItem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Those who save content and those who change types wait for each other, with real threads (D5). */
abstract class ContentLockContract extends ContentTests {
    ContentLockContract(TestServer server) {
        super(server);
    }

    @Test
    void aDeletionWaitsForASaveAndCountsWhatItSaved() throws Exception {
        Race race = new Race();
        allAtOnce(List.of(
                () -> store.writingContent(content -> {
                    assertThat(content.keepTypes(List.of(PAGE, ARTICLE))).containsExactly(ARTICLE, PAGE);
                    race.hold();
                    content.insertItems(List.of(item(1, ARTICLE)));
                    return race.end();
                }),
                race.second(
                        "ct_type",
                        other -> other.inTransaction(transaction -> {
                            transaction.lockTypes(List.of(ARTICLE));
                            race.requireOver();
                            assertThat(transaction.content().countItems(List.of(ARTICLE)))
                                    .isEqualTo(Map.of(ARTICLE, new ItemCount(1, 0)));
                            return true;
                        }))));
    }

    @Test
    void aSaveWaitsForADeletionAndFindsTheTypeGone() throws Exception {
        Race race = new Race();
        allAtOnce(List.of(
                () -> store.inTransaction(transaction -> {
                    transaction.lockTypes(List.of(TEASER, ARTICLE));
                    race.hold();
                    transaction.write(new Rows().delete(ARTICLE_TYPE).changes(), (rows, total) -> {});
                    return race.end();
                }),
                race.second(
                        "ct_type",
                        other -> other.writingContent(content -> {
                            assertThat(content.keepTypes(List.of(ARTICLE, PAGE)))
                                    .containsExactly(PAGE);
                            race.requireOver();
                            return true;
                        }))));
        assertThat(store.load().types()).doesNotContain(ARTICLE_TYPE);
    }

    @Test
    void twoWhoSaveOneItemComeOneAfterTheOther() throws Exception {
        insert(List.of(item(1, ARTICLE)));
        Race race = new Race();
        allAtOnce(List.of(
                () -> store.writingContent(content -> {
                    StoredItem item = content.lockItems(List.of(id(1))).get(0);
                    race.hold();
                    content.updateItems(List.of(next(item)));
                    return race.end();
                }),
                race.second(
                        "ct_",
                        other -> other.writingContent(content -> {
                            StoredItem item = content.lockItems(List.of(id(1))).get(0);
                            race.requireOver();
                            assertThat(item.revision()).isEqualTo(2);
                            content.updateItems(List.of(next(item)));
                            return true;
                        }))));
        assertThat(stored(1)).get().extracting(StoredItem::revision).isEqualTo(3L);
    }

    @Test
    void twoWhoResumeOneApplicationOfRulesComeOneAfterTheOther() throws Exception {
        RuleRunRecord begun = ruleRun("ann", List.of(), List.of());
        long id = store.writingContent(content -> content.beginRuleRun(begun));
        Race race = new Race();
        allAtOnce(List.of(
                () -> store.writingContent(content -> {
                    assertThat(content.lockRuleRun(id)).isPresent();
                    race.hold();
                    content.advanceRuleRun(id, id(9), 9, 0, 0);
                    return race.end();
                }),
                race.second(
                        "ct_rule_run",
                        other -> other.writingContent(content -> {
                            RuleRunRecord run = content.lockRuleRun(id).orElseThrow();
                            race.requireOver();
                            assertThat(run.looked()).isEqualTo(9);
                            return true;
                        }))));
    }

    @Test
    void whoSaveManyItemsInWhateverOrderDoNotStandInEachOthersWay() throws Exception {
        List<UUID> ids =
                LongStream.rangeClosed(1, 12).mapToObj(ContentTests::id).toList();
        insert(LongStream.rangeClosed(1, 12).mapToObj(i -> item(i, ARTICLE)).toList());
        int rounds = 15;
        List<Callable<Boolean>> savers = IntStream.range(0, 4)
                .mapToObj(seed -> (Callable<Boolean>) () -> saveOften(ids, new Random(seed), rounds))
                .toList();
        allAtOnce(savers);
        assertThat(map(content -> content.items(ids)).values())
                .extracting(StoredItem::revision)
                .containsOnly(1L + 4 * rounds);
    }

    private boolean saveOften(List<UUID> ids, Random random, int rounds) {
        List<UUID> shuffled = new ArrayList<>(ids);
        for (int i = 0; i < rounds; i++) {
            Collections.shuffle(shuffled, random);
            write(content -> {
                content.keepTypes(List.of(ARTICLE));
                content.updateItems(content.lockItems(shuffled).stream()
                        .map(ContentLockContract::next)
                        .toList());
            });
        }
        return true;
    }

    @Test
    void changesOfTypesGoOnWhileContentIsRead() {
        insert(List.of(item(1, ARTICLE)));
        store.inTransaction(transaction -> {
            transaction.lockTypes(List.of(ARTICLE));
            assertThat(stored(1)).isPresent();
            assertThat(list(content -> content.types(List.of(ARTICLE)))).hasSize(1);
            return true;
        });
    }

    private static StoredItem next(StoredItem item) {
        return new StoredItem(
                item.id(),
                item.type(),
                item.name(),
                item.parent(),
                item.revision() + 1,
                item.createdAt(),
                item.createdBy(),
                item.savedAt(),
                item.savedBy(),
                item.deleted());
    }

    /** One holds a lock until the other, whose session is told not to wait, has asked for it; and tells when it lets go. */
    final class Race {
        private final CountDownLatch held = new CountDownLatch(1);
        private final CountDownLatch asked = new CountDownLatch(1);
        private final AtomicBoolean over = new AtomicBoolean();

        /** @param table what the name of the table begins with, for whose rows the other one waits */
        Callable<Boolean> second(String table, Function<JdbcStore, Boolean> work) {
            return () -> {
                await(held);
                Watched watched = new Watched(server.impatient(database).dataSource(), sql -> {
                    if (sql.contains(table) && isLocking(sql)) {
                        asked.countDown();
                    }
                });
                try (JdbcStore other = new JdbcStore(watched.dataSource())) {
                    return work.apply(other);
                }
            };
        }

        private boolean isLocking(String sql) {
            return sql.contains("for update") || sql.contains("share");
        }

        void hold() {
            held.countDown();
            await(asked);
        }

        boolean end() {
            over.set(true);
            return true;
        }

        void requireOver() {
            assertThat(over).as("whether the other one is over").isTrue();
        }

        private void await(CountDownLatch latch) {
            try {
                assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
