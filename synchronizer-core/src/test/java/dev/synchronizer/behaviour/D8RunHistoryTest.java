package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Sources.type;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.SyncReport;
import dev.synchronizer.fixtures.ModelJar;
import dev.synchronizer.json.JsonOut;
import dev.synchronizer.plan.PlanJson;
import dev.synchronizer.store.RunRecord;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.io.TempDir;

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
        return ModelJar.of(sources).version("site", version).jar(folder.resolve("site-" + version + ".jar"));
    }
}
