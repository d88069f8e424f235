package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Sources.annotatedType;
import static dev.synchronizer.behaviour.Sources.type;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.SyncReport;
import dev.synchronizer.fixtures.ModelJar;
import dev.synchronizer.model.StoredModel;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** D1: rows are minimal, and settings live in one snapshot per module. */
class D1MinimalRowsTest {
    @TempDir
    Path folder;

    @OnEveryDatabase
    void rowsOfTypesAndPropertiesAreWhatThePlanCounts(Product product) {
        Node node = Node.on(product);

        SyncReport first = node.start(site("1.0", type("Article", "teaser", "body"), type("Person", "name")));

        assertThat(first.plan().summary().rowsWritten()).isEqualTo(5);
        assertThat(node.count("ct_type")).isEqualTo(2);
        assertThat(node.count("ct_property")).isEqualTo(3);
        assertThat(node.count("ct_module_snapshot")).isEqualTo(1);
    }

    @OnEveryDatabase
    void aSettingThatCodeChangesTouchesNoRowOfTypesAndProperties(Product product) {
        Node node = Node.on(product);
        node.start(site("1.0", type("Article", "teaser")));
        StoredModel before = node.stored();

        SyncReport report = node.start(
                site("1.1", annotatedType("@ContentType(description = \"News\", order = 7)", "Article", "teaser")));

        assertThat(report.plan().isPending()).isTrue();
        assertThat(report.committed()).isTrue();
        assertThat(report.plan().summary().rowsWritten()).isZero();
        assertThat(node.stored().types()).isEqualTo(before.types());
        assertThat(node.stored().revision()).isGreaterThan(before.revision());
        assertThat(node.stored()
                        .modules()
                        .get(0)
                        .snapshot()
                        .types()
                        .get(0)
                        .settings()
                        .asMap())
                .hasSize(2);
    }

    @OnEveryDatabase
    void aNewPropertyIsOneRow(Product product) {
        Node node = Node.on(product);
        node.start(site("1.0", type("Article", "teaser"), type("Person", "name")));
        StoredModel before = node.stored();

        SyncReport report = node.start(site("1.1", type("Article", "teaser", "body"), type("Person", "name")));

        assertThat(report.plan().summary().rowsWritten()).isEqualTo(1);
        assertThat(node.count("ct_property")).isEqualTo(3);
        assertThat(node.stored().types().get(1)).isEqualTo(before.types().get(1));
    }

    private Path site(String version, String... sources) {
        return ModelJar.of(sources).version("site", version).jar(folder.resolve("site-" + version + ".jar"));
    }
}
