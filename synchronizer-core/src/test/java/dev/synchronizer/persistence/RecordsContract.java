package dev.synchronizer.persistence;

import static dev.synchronizer.persistence.Rows.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synchronizer.databases.TestServer;
import dev.synchronizer.model.ExecutedStep;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.store.LostValue;
import dev.synchronizer.store.RunRecord;
import dev.synchronizer.store.RunRecord.RunModule;
import dev.synchronizer.store.SchemaState;
import dev.synchronizer.store.StartStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What runs leave on record: starts to rely on, themselves, the steps that they ran and the values that they lost. */
abstract class RecordsContract extends PreparedStoreTests {
    static final RunRecord RUN = new RunRecord(
            0,
            Instant.parse("2026-03-29T02:30:00.123456Z"),
            Duration.ofMillis(1234),
            "Zoë 😀",
            List.of(new RunModule("blog", null, null), new RunModule("site", "1.1", "1.0")),
            "{\"types\":{\"new\":1}}",
            "{\"name\":\"Größe 😀\"}",
            "{\"before\":\"ä\"}");

    RecordsContract(TestServer server) {
        super(server);
    }

    @Test
    void aStartIsRememberedUntilTheRevisionRises() {
        store.inTransaction(transaction -> {
            transaction.write(new Rows().insert(type(1, "A")).changes(), (written, total) -> {});
            transaction.remember("one", "{\"x\":\"😀\"}", List.of("b", "a"));
            return true;
        });
        remember("two", "{}", List.of("b", "c"));
        remember("two", "{\"again\":1}", List.of());
        assertThat(store.status("one")).isEqualTo(new StartStatus(SchemaState.CURRENT, 1, "{\"x\":\"😀\"}"));
        assertThat(store.status("two").remembered()).isEqualTo("{\"again\":1}");
        assertThat(store.status("three").remembered()).isNull();
        new Rows().insert(type(2, "B")).writeTo(store);
        assertThat(store.status("one")).isEqualTo(new StartStatus(SchemaState.CURRENT, 2, null));
        remember("three", "{}", List.of());
        assertThat(store.status("two").remembered()).isNull();
        assertThat(store.status("three").remembered()).isEqualTo("{}");
        assertThat(store.knownEmptyJars()).isEqualTo(Set.of("a", "b", "c"));
    }

    private void remember(String key, String plan, List<String> emptyJars) {
        store.inTransaction(transaction -> {
            transaction.remember(key, plan, emptyJars);
            return true;
        });
    }

    @Test
    void runsAreNumberedAndReadTheNewestFirst() {
        for (int i = 1; i <= 3; i++) {
            assertThat(store.<Long>inTransaction(transaction -> transaction.record(RUN)))
                    .isEqualTo(i);
        }
        assertThat(store.runs(2)).containsExactly(stored(3, null, null), stored(2, null, null));
        assertThat(store.run(1)).contains(stored(1, RUN.plan(), RUN.before()));
        assertThat(store.run(4)).isEmpty();
    }

    private static RunRecord stored(long id, String plan, String before) {
        return new RunRecord(
                id, RUN.startedAt(), RUN.duration(), RUN.actor(), RUN.modules(), RUN.summary(), plan, before);
    }

    @Test
    void theLedgerOfStepsIsPartOfWhatIsStored() {
        ExecutedStep split = step("site", "SplitNames", false, 12_345_678_901L);
        ExecutedStep known = step("Blog", "Ünderstood", true, 0);
        store.inTransaction(transaction -> {
            transaction.recordStep(split);
            transaction.recordStep(known);
            assertThat(transaction.load().steps()).containsExactly(known, split);
            return true;
        });
        assertThat(store.load().steps()).containsExactly(known, split);
        assertThatThrownBy(() -> store.inTransaction(transaction -> {
                    transaction.recordStep(step("site", "SplitNames", true, 1));
                    return true;
                }))
                .as("a step is recorded once")
                .isInstanceOf(ProblemsException.class);
    }

    private static ExecutedStep step(String module, String name, boolean baseline, long items) {
        return new ExecutedStep(
                module, name, "1.2.0", "0123456789abcdef".repeat(4), baseline, 7, RUN.startedAt(), items);
    }

    @Test
    void lostValuesAreKeptInTheOrderInWhichTheirRunLostThem() {
        List<LostValue> lost = IntStream.range(0, 1_100)
                .mapToObj(
                        i -> new LostValue(new UUID(-1, -i), "Article.size", "LIST<STRING>", "de", "[\"ä" + i + "\"]"))
                .toList();
        store.inTransaction(transaction -> {
            transaction.recordLost(3, lost.subList(0, 600));
            transaction.recordLost(3, List.of());
            transaction.recordLost(3, lost.subList(600, 1_100));
            transaction.recordLost(4, lost.subList(0, 1));
            return true;
        });
        assertThat(store.lostValues(3, 2_000)).isEqualTo(lost);
        assertThat(store.lostValues(3, 2)).isEqualTo(lost.subList(0, 2));
        assertThat(store.lostValues(4, 2)).hasSize(1);
        assertThat(store.lostValues(5, 2)).isEmpty();
    }

    @Test
    void thePropertiesOfWhichARunLostValuesAreKnownHoweverManyItLostOfAnother() {
        List<LostValue> lost = IntStream.range(0, 1_100)
                .mapToObj(i -> new LostValue(new UUID(0, i), "Article.size", "STRING", "", "\"" + i + "\""))
                .toList();
        store.inTransaction(transaction -> {
            transaction.recordLost(3, lost);
            transaction.recordLost(3, List.of(new LostValue(new UUID(0, 1), "Article.ende", "STRING", "", "\"x\"")));
            transaction.recordLost(4, List.of(new LostValue(new UUID(0, 1), "Page.size", "STRING", "", "\"x\"")));
            return true;
        });
        assertThat(store.lostProperties(3)).containsExactly("Article.ende", "Article.size");
        assertThat(store.lostProperties(5)).isEmpty();
    }

    @Test
    void aStartAsksOneQuery() {
        new Rows().insert(type(1, "A", Rows.property(2, "x"))).writeTo(store);
        remember("key", "{}", List.of());
        Watched watched = new Watched(database.dataSource());
        assertThat(new JdbcStore(watched.dataSource()).status("key").remembered())
                .isEqualTo("{}");
        assertThat(watched.executions()).hasSize(1);
    }

    @Test
    void theSessionFactoryIsBuiltOnlyToWriteRows() {
        store.status("key");
        store.load();
        remember("key", "{}", List.of());
        store.inTransaction(transaction -> transaction.record(RUN));
        assertThat(store.hasSessions()).isFalse();
        new Rows().insert(type(1, "A")).writeTo(store);
        assertThat(store.hasSessions()).isTrue();
        store.close();
        assertThat(store.hasSessions()).isFalse();
    }
}
