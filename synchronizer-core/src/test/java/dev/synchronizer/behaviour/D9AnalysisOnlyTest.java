package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Sources.property;
import static dev.synchronizer.behaviour.Sources.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synchronizer.SyncReport;
import dev.synchronizer.fixtures.ModelJar;
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
    void noTypeIsNotAllTypes(Product product) {
        Path models = site(type("Article", "teaser"));
        Node node = Node.on(product).with(builder -> builder.commit(false));

        assertThatThrownBy(() -> node.call(synchronizer -> synchronizer.synchronizeTypes(List.of()), models))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(node.stored().types()).isEmpty();
    }

    private Path site(String... sources) {
        return ModelJar.of(sources).version("site", "1.0").jar(folder.resolve("site.jar"));
    }
}
