package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Reading.read;
import static dev.synchronizer.behaviour.Sources.type;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.SyncReport;
import dev.synchronizer.diff.ChangeState;
import dev.synchronizer.diff.ModuleState;
import dev.synchronizer.fixtures.ModelJar;
import dev.synchronizer.model.ContentModel;
import dev.synchronizer.plan.SyncPlan;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A5: where a module's name and version come from, and what a jar without types says. */
class A5ModulesTest {
    private static final String MAVEN = "META-INF/maven/g/a/pom.properties";

    @TempDir
    Path folder;

    @Test
    void eachSourceOfNameAndVersionGoesBeforeTheNext() {
        ModelJar jar = ModelJar.of(type("Article"));
        assertThat(module(jar)).isEqualTo("file 0.5");
        assertThat(module(jar.entry(MAVEN, "artifactId=pom\nversion=1.0\n"))).isEqualTo("pom 1.0");
        assertThat(module(jar.manifest("Automatic-Module-Name", "automatic"))).isEqualTo("automatic 1.0");
        assertThat(module(jar.manifest("Bundle-SymbolicName", "bundle").manifest("Bundle-Version", "2.0")))
                .isEqualTo("bundle 2.0");
        assertThat(module(jar.version("title", "3.0"))).isEqualTo("title 3.0");
        assertThat(module(jar.with("@dev.synchronizer.annotation.ContentModule(name = \"said\", version = \"4.0\")"
                        + " package com.acme;")))
                .isEqualTo("said 4.0");
    }

    @Test
    void theCallerGivesAVersionWhereNothingElseDoes() {
        Path jar = ModelJar.of(type("Article")).jar(folder.resolve("plain.jar"));

        ContentModel model = read(builder -> builder.moduleVersion("plain", "1.2"), jar);

        assertThat(model.modules())
                .extracting(m -> m.name() + " " + m.version())
                .containsExactly("plain 1.2");
    }

    @OnEveryDatabase
    void aModuleWithoutAVersionIsLowerThanAnyStoredOneAndSaysSo(Product product) {
        Path versioned = ModelJar.of(type("Article")).version("site", "0.1").jar(folder.resolve("a.jar"));
        Path bare = ModelJar.of(type("Article", "added"))
                .manifest("Implementation-Title", "site")
                .jar(folder.resolve("b.jar"));
        Node node = Node.on(product);
        node.start(versioned);

        SyncReport report = node.start(bare);

        assertThat(report.committed()).isFalse();
        assertThat(Node.type(report.plan(), "Article").state()).isEqualTo(ChangeState.GATED);
        assertThat(report.plan().problems().asList())
                .extracting(Problem::code)
                .containsExactly(ProblemCode.MODULE_WITHOUT_VERSION);
    }

    @OnEveryDatabase
    void aJarThatDeclaresNoTypeAnyMoreLeavesItsTypesAsOrphans(Product product) {
        Node node = Node.on(product);
        node.start(ModelJar.of(type("Article", "title")).version("site", "1.0").jar(folder.resolve("a.jar")));
        Path empty = ModelJar.of("package com.acme; public class Nothing {}")
                .version("site", "1.1")
                .jar(folder.resolve("b.jar"));

        SyncPlan plan = node.start(empty).plan();

        assertThat(plan.modules()).extracting(m -> m.state()).containsExactly(ModuleState.NEWER);
        assertThat(Node.type(plan, "Article").state()).isEqualTo(ChangeState.ORPHANED);
        assertThat(node.stored().types()).isEmpty();
        assertThat(node.start(empty).committed()).isFalse();
    }

    @Test
    void everyJarIsConsultedForSupertypes() {
        Path library = ModelJar.of("package base; public class Base {" + Sources.property("String", "title") + "}")
                .jar(folder.resolve("library.jar"));
        Path site = ModelJar.of(
                        "package com.acme; @dev.synchronizer.annotation.ContentType public class Page extends base.Base {}")
                .against(library)
                .version("site", "1.0")
                .jar(folder.resolve("site.jar"));

        assertThat(Reading.properties(read(library, site), "Page")).containsExactly("title");
    }

    private String module(ModelJar jar) {
        return read(jar.jar(folder.resolve("file-0.5.jar"))).modules().stream()
                .map(module -> module.name() + " " + module.version())
                .toList()
                .get(0);
    }
}
