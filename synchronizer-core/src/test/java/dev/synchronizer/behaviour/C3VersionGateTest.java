package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Sources.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.synchronizer.SyncReport;
import dev.synchronizer.diff.ChangeState;
import dev.synchronizer.diff.ModuleState;
import dev.synchronizer.fixtures.ModelJar;
import dev.synchronizer.model.StoredModel;
import dev.synchronizer.plan.ModulePlan;
import dev.synchronizer.plan.SyncPlan;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** C3: an older node in a rolling deployment undoes nothing. */
class C3VersionGateTest {
    @TempDir
    Path folder;

    @OnEveryDatabase
    void anOlderNodeWritesNothingAndSaysBothVersions(Product product) {
        Path older = site("1.0.0", type("Article", "teaser"), type("Removed"));
        Path newer = site("1.1.0", type("Article", "teaser", "body"), type("Added"));
        Node node = Node.on(product);
        node.start(older);
        node.start(newer);
        StoredModel stored = node.stored();

        SyncReport report = node.start(older);

        assertThat(report.committed()).isFalse();
        assertThat(report.plan().modules())
                .extracting(ModulePlan::state, ModulePlan::version, ModulePlan::storedVersion)
                .containsExactly(tuple(ModuleState.GATED, "1.0.0", "1.1.0"));
        assertThat(report.plan().summary().types(ChangeState.GATED)).isEqualTo(2);
        assertThat(report.plan().summary().types(ChangeState.ORPHANED)).isZero();
        assertThat(report.plan().summary().rowsWritten()).isZero();
        assertThat(node.stored()).isEqualTo(stored);
        assertThat(node.runs()).hasSize(2);
    }

    @OnEveryDatabase
    void aPatchNeverGatesAndAHigherOneIsRecorded(Product product) {
        Node node = Node.on(product);
        node.start(site("1.1.0", type("Article")));

        SyncReport higher = node.start(site("1.1.3", type("Article")));
        assertThat(higher.plan().isPending()).isFalse();
        assertThat(node.stored().modules()).extracting(m -> m.version()).containsExactly("1.1.3");

        SyncReport lower = node.start(site("1.1.2", type("Article", "teaser")));
        assertThat(lower.committed()).isTrue();
        assertThat(lower.plan().problems().asList())
                .extracting(Problem::code)
                .containsExactly(ProblemCode.CHANGED_WITHOUT_VERSION);
        assertThat(node.stored().modules()).extracting(m -> m.version()).containsExactly("1.1.3");
    }

    @OnEveryDatabase
    void aTypeOnTopOfAGatedModuleIsGatedWithIt(Product product) {
        Path oldBase = ModelJar.of("package base; public class Plain { public String getA() { return null; }"
                        + " public void setA(String a) {} }")
                .version("base", "1.0")
                .jar(folder.resolve("base-1.0.jar"));
        Path newBase = ModelJar.of(
                        "package base; public class Plain { public String getA() { return null; }"
                                + " public void setA(String a) {} }",
                        "package base; @dev.synchronizer.annotation.ContentType public class Note {}")
                .version("base", "1.1")
                .jar(folder.resolve("base-1.1.jar"));
        Path site = ModelJar.of("package com.acme; @dev.synchronizer.annotation.ContentType"
                        + " public class Page extends base.Plain {}")
                .against(oldBase)
                .version("site", "1.0")
                .jar(folder.resolve("site.jar"));
        Node node = Node.on(product);
        node.start(newBase, site);

        SyncReport report = node.start(oldBase, site);

        assertThat(Node.type(report.plan(), "Page").state()).isEqualTo(ChangeState.GATED);
        assertThat(report.committed()).isFalse();
    }

    @OnEveryDatabase
    void aTypeThatEmbedsABlockOfAGatedModuleIsGatedAndSoIsWhatNeedsThatType(Product product) {
        Path oldBlocks = block("1.0");
        Path newBlocks = block("1.1", type("Added"));
        Path site = ModelJar.of(
                        "package com.acme; @dev.synchronizer.annotation.ContentType public class Page {"
                                + Sources.property("blocks.Teaser", "top") + "}",
                        "package com.acme; @dev.synchronizer.annotation.ContentType public class SubPage extends Page {}",
                        type("Free"))
                .against(oldBlocks)
                .version("site", "1.0")
                .jar(folder.resolve("site.jar"));
        Node node = Node.on(product);
        node.start(newBlocks);

        SyncReport report = node.start(oldBlocks, site);

        assertThat(report.plan().types())
                .extracting(t -> t.name() + " " + t.state().label())
                .containsExactly("Free new", "Page gated", "SubPage gated", "Teaser gated");
        assertThat(node.stored().types()).extracting(t -> t.name()).containsExactly("Added", "Free", "Teaser");
        assertThat(node.start(newBlocks, site).plan().summary().types(ChangeState.NEW))
                .isEqualTo(2);
    }

    @OnEveryDatabase
    void aBlockThatANewerVersionEmbedsStaysThoughTheOlderOneDoesNotEmbedIt(Product product) {
        Path blocks = block("1.0");
        Path noBlocks = ModelJar.of("package blocks; public class Nothing {}")
                .version("blocks", "1.1")
                .jar(folder.resolve("blocks-1.1.jar"));
        Path newSite = ModelJar.of("package com.acme; @dev.synchronizer.annotation.ContentType public class Page {"
                        + Sources.property("blocks.Teaser", "top") + "}")
                .against(blocks)
                .version("site", "1.1")
                .jar(folder.resolve("site-1.1.jar"));
        Node node = Node.on(product);
        node.start(blocks, newSite);

        SyncPlan plan = node.start(noBlocks, site("1.0", type("Page"))).plan();

        assertThat(Node.type(plan, "Page").state()).isEqualTo(ChangeState.GATED);
        assertThat(Node.type(plan, "Teaser").blockedBy()).containsExactly("property Page.top refers to it");
        assertThat(node.stored().types()).extracting(t -> t.name()).containsExactly("Page", "Teaser");
    }

    private Path block(String version, String... more) {
        return ModelJar.of("package blocks; import dev.synchronizer.annotation.*;"
                        + " @ContentType(kind = ContentKind.BLOCK) public record Teaser(String text) {}")
                .with(more)
                .version("blocks", version)
                .jar(folder.resolve("blocks-" + version + ".jar"));
    }

    @OnEveryDatabase
    void aSupertypeOfAnOlderModuleGatesTooWhereItIsOnlyLookedUp(Product product) {
        Path newBase = base("2.0", "a", "b");
        Path oldBase = base("1.0", "a");
        Path site = ModelJar.of("package com.acme; @dev.synchronizer.annotation.ContentType"
                        + " public class Page extends base.Plain {}")
                .against(newBase)
                .version("site", "1.0")
                .jar(folder.resolve("site.jar"));
        Node node = Node.on(product);
        node.start(newBase, site);
        StoredModel stored = node.stored();

        SyncReport report =
                node.with(builder -> builder.classPath(List.of(oldBase))).start(site);

        assertThat(Node.type(report.plan(), "Page").state()).isEqualTo(ChangeState.GATED);
        assertThat(report.committed()).isFalse();
        assertThat(node.stored()).isEqualTo(stored);
    }

    private Path base(String version, String... properties) {
        StringBuilder plain = new StringBuilder("package base;\npublic class Plain {\n");
        for (String property : properties) {
            plain.append(Sources.property("String", property));
        }
        return ModelJar.of(
                        plain.append("}").toString(),
                        "package base;\n@dev.synchronizer.annotation.ContentType\npublic class Note {}")
                .version("base", version)
                .jar(folder.resolve("base-" + version + ".jar"));
    }

    private Path site(String version, String... sources) {
        return ModelJar.of(sources).version("site", version).jar(folder.resolve("site-" + version + ".jar"));
    }
}
