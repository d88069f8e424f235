package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Sources.property;
import static dev.synchronizer.behaviour.Sources.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.synchronizer.SyncReport;
import dev.synchronizer.diff.ModuleState;
import dev.synchronizer.fixtures.ModelJar;
import dev.synchronizer.model.StoredModule;
import dev.synchronizer.plan.ModulePlan;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.store.RunRecord;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** D9: committing can be switched off as a whole, and a single type be synchronized on its own. */
class D9AnalysisOnlyTest {
    @TempDir
    Path folder;

    @OnEveryDatabase
    void withCommittingSwitchedOffAStartOnlyAnalyses(Product product) {
        Node node = Node.on(product).with(builder -> builder.commit(false));

        SyncReport report = node.start(site(type("Article", "teaser")));

        assertThat(report.dryRun()).isTrue();
        assertThat(report.committed()).isFalse();
        assertThat(report.plan().isPending()).isTrue();
        assertThat(node.stored().types()).isEmpty();
    }

    @OnEveryDatabase
    void aSingleTypeIsCommittedNeverthelessWithTheTypesThatItNeeds(Product product) {
        Path models = site(
                "package com.acme;\nimport dev.synchronizer.annotation.*;\n"
                        + "@ContentType(kind = ContentKind.BLOCK) public class Teaser {}",
                "package com.acme;\nimport dev.synchronizer.annotation.*;\n@ContentType public class Page {\n"
                        + property("String", "title") + "}",
                "package com.acme;\nimport dev.synchronizer.annotation.*;\n"
                        + "@ContentType public class Home extends Page {\n" + property("Teaser", "top") + "}",
                type("Other", "text"));
        Node node = Node.on(product).with(builder -> builder.commit(false));

        SyncReport report = node.call(synchronizer -> synchronizer.synchronizeTypes(List.of("Home")), models);

        assertThat(report.committed()).isTrue();
        assertThat(node.stored().types()).extracting(t -> t.name()).containsExactly("Home", "Page", "Teaser");
        assertThat(node.with(builder -> builder.commit(true))
                        .start(models)
                        .plan()
                        .summary()
                        .rowsWritten())
                .isEqualTo(2);
    }

    @OnEveryDatabase
    void aModuleOfWhichNothingIsCommittedKeepsItsVersion(Product product) {
        Node node = Node.on(product);
        node.start(module("site", "1.0", type("Article")), module("shop", "1.0", type("Item")));
        Path site = module("site", "1.1", type("Article", "teaser"), type("Page"));
        Path shop = module("shop", "1.1", type("Item", "price"));

        SyncReport nothing = node.call(synchronizer -> synchronizer.synchronizeTypes(List.of("Item")), site);
        node.call(synchronizer -> synchronizer.synchronizeTypes(List.of("Article")), site, shop);

        assertThat(nothing.committed()).isFalse();
        assertThat(node.stored().modules())
                .extracting(StoredModule::name, StoredModule::version)
                .containsExactly(tuple("shop", "1.0"), tuple("site", "1.1"));
        assertThat(node.start(module("shop", "1.0", type("Item"))).plan().modules())
                .extracting(ModulePlan::state)
                .as("an older node is gated by what was committed alone")
                .containsExactly(ModuleState.SAME, ModuleState.ABSENT);
    }

    @OnEveryDatabase
    void whoAsksForASingleTypeIsRecorded(Product product) {
        Path models = site(type("Article"), type("Page"));
        Node node = Node.on(product).with(builder -> builder.actor("site").commit(false));

        node.call(
                synchronizer -> List.of(
                        synchronizer.synchronizeTypes(List.of("Article"), "Ada"),
                        synchronizer.synchronizeTypes(List.of("Page"))),
                models);

        assertThat(node.runs()).extracting(RunRecord::actor).containsExactly("site", "Ada");
    }

    @OnEveryDatabase
    void nobodyWhoseNameCannotBeRecordedIsServed(Product product) {
        Path models = site(type("Article"));
        Node node = Node.onEmpty(product);

        assertThatThrownBy(() ->
                        node.call(synchronizer -> synchronizer.synchronizeTypes(List.of("Article"), "A\nda"), models))
                .isInstanceOf(ProblemsException.class)
                .hasMessageContaining("CT903")
                .hasMessageContaining("U+000A");
        assertThat(node.tables()).isZero();
    }

    @OnEveryDatabase
    void noTypeIsNotAllTypes(Product product) {
        Path models = site(type("Article", "teaser"));
        Node node = Node.on(product).with(builder -> builder.commit(false));

        assertThatThrownBy(() -> node.call(synchronizer -> synchronizer.synchronizeTypes(List.of()), models))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(node.stored().types()).isEmpty();
    }

    private Path site(String... sources) {
        return module("site", "1.0", sources);
    }

    private Path module(String name, String version, String... sources) {
        return ModelJar.of(sources).version(name, version).jar(folder.resolve(name + "-" + version + ".jar"));
    }
}
