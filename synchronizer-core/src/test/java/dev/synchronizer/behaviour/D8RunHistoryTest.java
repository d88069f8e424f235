package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Sources.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.synchronizer.SyncReport;
import dev.synchronizer.Synchronizer;
import dev.synchronizer.diff.Scope;
import dev.synchronizer.fixtures.ModelJar;
import dev.synchronizer.json.JsonOut;
import dev.synchronizer.plan.PlanJson;
import dev.synchronizer.plan.Policy;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.store.RunRecord;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** D8: every run that wrote something is recorded. */
class D8RunHistoryTest {
    private static final Instant NOW = Instant.parse("2026-05-06T07:08:09.123456Z");

    @TempDir
    Path folder;

    @OnEveryDatabase
    void aRunTellsWhoWhenWhatAndFromWhichVersionToWhich(Product product) {
        Node node =
                Node.on(product).with(builder -> builder.actor("Ada").clock(Clock.fixed(NOW, ZoneOffset.ofHours(5))));
        node.start(site("1.0", type("Article", "teaser")));
        SyncReport report = node.start(site("1.1", type("Article", "teaser", "body")));

        RunRecord run = node.call(
                synchronizer -> synchronizer.run(report.run().orElseThrow()).orElseThrow());

        assertThat(run.actor()).isEqualTo("Ada");
        assertThat(run.startedAt()).isEqualTo(NOW);
        assertThat(run.duration()).isEqualTo(Duration.ZERO);
        assertThat(run.modules()).containsExactly(new RunRecord.RunModule("site", "1.1", "1.0"));
        assertThat(run.plan())
                .isEqualTo(JsonOut.compact(out -> PlanJson.write(report.plan(), false, true, false, out)));
    }

    @OnEveryDatabase
    void theVersionOfAModuleIsTheOneThatIsStoredAfterTheRun(Product product) {
        Node node = Node.on(product);
        node.start(module("site", "1.0.2", type("Article"), type("Person")), module("shop", "3.0", type("Item")));
        node.start(module("site", "1.0.1", type("Article")), module("people", "2.0", type("Person"), type("Item")));
        node.with(builder -> builder.policy(
                        Policy.standard().withScope(Scope.everything().gone(List.of("shop")))))
                .start(module("site", "1.0.2", type("Article")));

        assertThat(node.runs())
                .extracting(RunRecord::modules)
                .containsExactly(
                        List.of(new RunRecord.RunModule("shop", null, "3.0")),
                        List.of(
                                new RunRecord.RunModule("people", "2.0", null),
                                new RunRecord.RunModule("shop", "3.0", "3.0"),
                                new RunRecord.RunModule("site", "1.0.2", "1.0.2")),
                        List.of(
                                new RunRecord.RunModule("shop", "3.0", null),
                                new RunRecord.RunModule("site", "1.0.2", null)));
    }

    @OnEveryDatabase
    void theLongestNameOfAnActorIsRecorded(Product product) {
        String longest = "A\uD83D\uDE00" + "a".repeat(252);
        Node node = Node.on(product).with(builder -> builder.actor(longest));

        node.start(site("1.0", type("Article", "teaser")));

        assertThat(node.runs()).extracting(RunRecord::actor).containsExactly(longest);
    }

    @ParameterizedTest
    @ValueSource(strings = {"256", "a\0b", "a\uD83D", "", " "})
    void anActorWhoseNameCannotBeRecordedIsRefusedBeforeAnythingBegins(String name) {
        String actor = name.equals("256") ? "a".repeat(256) : name;

        ProblemsException refusal = catchThrowableOfType(
                ProblemsException.class, () -> Synchronizer.builder().actor(actor));

        assertThat(refusal.problems().asList()).extracting(Problem::code).containsExactly(ProblemCode.WRONG_USAGE);
    }

    @OnEveryDatabase
    void historyIsNewestFirstAndHoldsOnlyRunsThatWrote(Product product) {
        Node node = Node.on(product);
        Path first = site("1.0", type("Article", "teaser"));
        node.start(first);
        node.start(first);
        node.dryRun(first);
        node.start(site("1.1", type("Article", "teaser", "body")));

        assertThat(node.runs())
                .extracting(run -> run.modules().get(0).version())
                .containsExactly("1.1", "1.0");
        assertThat(node.runs()).extracting(RunRecord::plan).containsOnlyNulls();
    }

    private Path site(String version, String... sources) {
        return module("site", version, sources);
    }

    private Path module(String name, String version, String... sources) {
        return ModelJar.of(sources).version(name, version).jar(folder.resolve(name + "-" + version + ".jar"));
    }
}
