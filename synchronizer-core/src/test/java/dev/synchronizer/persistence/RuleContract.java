package dev.synchronizer.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synchronizer.databases.TestServer;
import dev.synchronizer.store.ChangeRecord;
import dev.synchronizer.store.RuleRunRecord;
import dev.synchronizer.store.RuleRunRecord.State;
import dev.synchronizer.store.StoredItem;
import dev.synchronizer.store.StoredReads;
import dev.synchronizer.store.StoredRule;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
        RuleRunRecord begun = RuleRunRecord.of("Zoë 😀", AT, List.of("a \"b\"", "ä"), List.of());
        long id = store.writingContent(content -> content.beginRuleRun(begun));
        insert(List.of(item(1, ARTICLE)));
        assertThat(store.ruleRuns(5)).containsExactly(run(id, begun, null, null, 0, State.RUNNING, null));

        assertThatThrownBy(() -> write(content -> {
                    content.updateItems(List.of(item(1, ARTICLE).saved("changed", null, AT, "rule")));
                    content.advanceRuleRun(id, id(1), 1, 1);
                    throw new IllegalStateException("killed");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(store.ruleRuns(5)).extracting(RuleRunRecord::lastItem).containsOnlyNulls();
        assertThat(stored(1)).get().extracting(StoredItem::revision).isEqualTo(1L);

        write(content -> content.advanceRuleRun(id, id(1), 100_000_000_000L, 1));
        write(content -> assertThat(content.lockRuleRun(id))
                .contains(run(id, begun, null, id(1), 100_000_000_000L, State.RUNNING, null)));
        write(content -> content.endRuleRun(id, State.FAILED, AT.plusSeconds(2), "an item refused"));
        assertThat(store.ruleRuns(5))
                .containsExactly(
                        run(id, begun, AT.plusSeconds(2), id(1), 100_000_000_000L, State.FAILED, "an item refused"));
    }

    private static RuleRunRecord run(
            long id, RuleRunRecord begun, Instant endedAt, UUID last, long looked, State state, String message) {
        long changed = looked == 0 ? 0 : 1;
        return new RuleRunRecord(
                id, begun.actor(), AT, endedAt, begun.rules(), begun.types(), last, looked, changed, state, message);
    }

    @Test
    void applicationsOfRulesAreNumberedAndReadTheNewestFirst() {
        RuleRunRecord begun = RuleRunRecord.of("ann", AT, List.of(), List.of("Article", "Page"));
        long first = store.writingContent(content -> content.beginRuleRun(begun));
        long second = store.writingContent(content -> content.beginRuleRun(begun));
        assertThat(second).isGreaterThan(first);
        assertThat(store.ruleRuns(5)).extracting(RuleRunRecord::id).containsExactly(second, first);
        assertThat(store.ruleRuns(1)).extracting(RuleRunRecord::types).containsExactly(List.of("Article", "Page"));
        write(content -> assertThat(content.lockRuleRun(second + 1)).isEmpty());
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
