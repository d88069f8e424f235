package dev.synchronizer.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.synchronizer.databases.TestServer;
import dev.synchronizer.store.ChangeRecord;
import dev.synchronizer.store.RuleRefusal;
import dev.synchronizer.store.RuleRunRecord;
import dev.synchronizer.store.RuleRunRecord.State;
import dev.synchronizer.store.StoredItem;
import dev.synchronizer.store.StoredReads;
import dev.synchronizer.store.StoredRule;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Rules are kept as data, and so is how far they were applied anew. */
abstract class RuleContract extends ContentTests {
    RuleContract(TestServer server) {
        super(server);
    }

    @Test
    void rulesComeBackInTheirOrderAndThenByName() {
        StoredRule first = rule("b", -1);
        StoredRule second = rule("A", 5);
        StoredRule third = rule("a2", 5);
        save(third, second, first);
        assertThat(rules()).containsExactly(first, second, third);
    }

    @Test
    void aRuleIsReplacedAndDeletedByItsNameWhateverItsCase() {
        save(rule("Größe", 1), rule("Other", 2));
        StoredRule again = new StoredRule("GRÖSSE".replace("SS", "ß"), "archive", 3, false, "{\"b\":1}", AT, "bob");
        save(again);
        assertThat(rules()).containsExactly(rule("Other", 2), again);

        store.inTransaction(transaction -> {
            assertThat(transaction.deleteRule("größe")).isTrue();
            assertThat(transaction.deleteRule("größe")).isFalse();
            assertThat(transaction.rules()).containsExactly(rule("Other", 2));
            return true;
        });
    }

    @Test
    void whoChangesARuleRaisesTheNumberOfTheLastChange() {
        ChangeRecord saved = ChangeRecord.ofRule(AT, "ann", "No shouting", null, "{\"a\":1}");
        ChangeRecord removed = ChangeRecord.ofRule(AT, "bob", "No shouting", "{\"a\":1}", null);
        store.inTransaction(transaction -> transaction.log(List.of(saved, removed)));

        assertThat(store.changes(10)).containsExactly(removed.withNumber(2), saved.withNumber(1));
        assertThat(removed.kind()).isEqualTo(ChangeRecord.Kind.RULE_REMOVED);
        assertThat(saved.kind()).isEqualTo(ChangeRecord.Kind.RULE);
    }

    @Test
    void typesAreSealedById() {
        store.inTransaction(transaction -> {
            transaction.saveTypeChecksums(Map.of(ARTICLE, -1L, PAGE, Long.MAX_VALUE, 99L, 3L));
            transaction.saveTypeChecksums(Map.of(ARTICLE, 2L));
            assertThat(transaction.typeChecksums()).doesNotContainKey(99L);
            return true;
        });
        assertThat(store.<Map<Long, Long>>reading(StoredReads::typeChecksums))
                .containsAllEntriesOf(Map.of(ARTICLE, 2L, PAGE, Long.MAX_VALUE));
    }

    @Test
    void anApplicationOfRulesAdvancesWithTheBatchThatItCounts() {
        RuleRunRecord begun = ruleRun("Zoë 😀", List.of("a \"b\"", "ä"), List.of());
        long id = store.writingContent(content -> content.beginRuleRun(begun));
        insert(List.of(item(1, ARTICLE)));
        assertThat(store.ruleRuns("main", 5)).containsExactly(run(id, begun, null, null, 0, State.RUNNING, null));

        assertThatThrownBy(() -> write(content -> {
                    content.updateItems(List.of(item(1, ARTICLE).saved("changed", null, AT, "rule")));
                    content.advanceRuleRun(id, id(1), 1, 1, 0);
                    throw new IllegalStateException("killed");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(store.ruleRuns("main", 5))
                .extracting(RuleRunRecord::lastItem)
                .containsOnlyNulls();
        assertThat(stored(1)).get().extracting(StoredItem::revision).isEqualTo(1L);

        write(content -> content.advanceRuleRun(id, id(1), 100_000_000_000L, 1, 5_000_000_000L));
        write(content -> assertThat(content.lockRuleRun(id))
                .contains(run(id, begun, null, id(1), 100_000_000_000L, State.RUNNING, null)));
        write(content -> content.endRuleRun(id, State.FAILED, AT.plusSeconds(2), "an item refused"));
        assertThat(store.ruleRuns("main", 5))
                .containsExactly(
                        run(id, begun, AT.plusSeconds(2), id(1), 100_000_000_000L, State.FAILED, "an item refused"));
    }

    private static RuleRunRecord run(
            long id, RuleRunRecord begun, Instant endedAt, UUID last, long looked, State state, String message) {
        long changed = looked == 0 ? 0 : 1;
        long refused = looked == 0 ? 0 : 5_000_000_000L;
        return new RuleRunRecord(
                id,
                begun.store(),
                begun.actor(),
                AT,
                endedAt,
                begun.rules(),
                begun.types(),
                begun.fingerprints(),
                last,
                looked,
                changed,
                refused,
                state,
                message);
    }

    @Test
    void applicationsOfRulesAreNumberedAndReadTheNewestFirst() {
        RuleRunRecord begun = ruleRun("ann", List.of(), List.of("Article", "Page"));
        long first = store.writingContent(content -> content.beginRuleRun(begun));
        long second = store.writingContent(content -> content.beginRuleRun(begun));
        assertThat(second).isGreaterThan(first);
        assertThat(store.ruleRuns("main", 5)).extracting(RuleRunRecord::id).containsExactly(second, first);
        assertThat(store.ruleRuns("main", 1))
                .extracting(RuleRunRecord::types)
                .containsExactly(List.of("Article", "Page"));
        write(content -> assertThat(content.lockRuleRun(second + 1)).isEmpty());
    }

    @Test
    void applicationsOfOneStoreAreNotThoseOfAnother() {
        RuleRunRecord begun = ruleRun("ann", List.of(), List.of());
        RuleRunRecord elsewhere = RuleRunRecord.of(
                "archive", "ann", AT, List.of(), List.of(), new TreeMap<>(Map.of("ä \"b\"", "1", "c", "2")));
        long id = store.writingContent(content -> content.beginRuleRun(begun));
        long other = store.writingContent(content -> content.beginRuleRun(elsewhere));
        assertThat(store.ruleRuns("main", 5)).extracting(RuleRunRecord::id).containsExactly(id);
        write(content -> {
            assertThat(content.unfinishedRuleRuns("archive"))
                    .extracting(RuleRunRecord::id, RuleRunRecord::fingerprints)
                    .containsExactly(tuple(other, elsewhere.fingerprints()));
            assertThat(content.unfinishedRuleRuns("Archive")).isEmpty();
        });
    }

    @Test
    void refusalsAreReadInTheOrderOfTheirItemsAPageAtATime() {
        RuleRefusal first = new RuleRefusal(id(1), "Article", "Ä 😀", "[\"" + "x".repeat(5_000) + "\"]");
        RuleRefusal second = new RuleRefusal(id(2), "Page", "b", "[]");
        write(content -> {
            content.addRuleRefusals(7, List.of(second, first));
            content.addRuleRefusals(8, List.of(first));
        });
        assertThat(store.ruleRefusals(7, null, 9)).containsExactly(first, second);
        assertThat(store.ruleRefusals(7, null, 1)).containsExactly(first);
        assertThat(store.ruleRefusals(7, id(1), 9)).containsExactly(second);
    }

    private void save(StoredRule... rules) {
        store.inTransaction(transaction -> {
            List.of(rules).forEach(transaction::saveRule);
            return true;
        });
    }

    private List<StoredRule> rules() {
        return store.reading(StoredReads::rules);
    }

    private static StoredRule rule(String name, int order) {
        return new StoredRule(name, "main", order, true, "{\"name\":\"" + "ä😀".repeat(3_000) + "\"}", AT, "Zoë 😀");
    }
}
