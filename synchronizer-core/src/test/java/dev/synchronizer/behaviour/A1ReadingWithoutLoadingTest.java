package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Reading.properties;
import static dev.synchronizer.behaviour.Reading.read;
import static dev.synchronizer.behaviour.Reading.refused;
import static dev.synchronizer.behaviour.Sources.type;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.fixtures.ModelJar;
import dev.synchronizer.model.ContentModel;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A1: types are found wherever classes lie, and no model class is loaded. */
class A1ReadingWithoutLoadingTest {
    private static final String BASE = """
            package base;
            public class Base {
              public String getTitle() { return null; }
              public void setTitle(String title) {}
            }
            """;
    private static final String ON_BASE = """
            package com.acme;
            @dev.synchronizer.annotation.ContentType
            public class Article extends base.Base {}
            """;

    @TempDir
    Path folder;

    @Test
    void jarsFoldersFatJarsAndMultiReleaseJarsGiveTheSameModel() {
        ModelJar site =
                ModelJar.of(type("Article", "title"), type("Teaser", "text")).version("site", "1.0");
        ContentModel expected = read(site.jar(folder.resolve("site.jar")));

        assertThat(expected.types().map(t -> t.name())).containsExactly("Article", "Teaser");
        assertThat(read(site.folder(folder.resolve("classes")))).isEqualTo(expected);
        assertThat(read(site.fatJar(folder.resolve("fat.jar")))).isEqualTo(expected);
        assertThat(read(site.withoutFolderEntries().shuffled(7).jar(folder.resolve("plain.jar"))))
                .isEqualTo(expected);
        assertThat(read(ModelJar.of(type("Article"), type("Teaser", "text"))
                        .version("site", "1.0")
                        .release(17, type("Article", "title"))
                        .jar(folder.resolve("releases.jar"))))
                .isEqualTo(expected);
    }

    @Test
    void aJarInsideAFatJarIsAModuleOfItsOwn() {
        Path inner = ModelJar.of(type("Inner")).version("inner", "2.0").jar(folder.resolve("inner.jar"));
        Path fat = ModelJar.of(type("Outer")).version("outer", "1.0").fatJar(folder.resolve("fat.jar"), inner);

        assertThat(read(fat).modules()).extracting(m -> m.name()).containsExactly("inner", "outer");
    }

    @Test
    void theRunningClassPathIsScanned() throws IOException {
        Path jar = ModelJar.of(type("Article", "title")).version("site", "1.0").jar(folder.resolve("site.jar"));
        try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
            ContentModel model = read(builder -> builder.runningClassPath(loader));

            assertThat(properties(model, "Article")).containsExactly("title");
        }
    }

    @Test
    void noStaticInitializerRuns() {
        Path jar = ModelJar.of("""
                        package com.acme;
                        @dev.synchronizer.annotation.ContentType
                        public class Explosive {
                          static { if (true) throw new IllegalStateException("was loaded"); }
                          public String getTitle() { return null; }
                          public void setTitle(String title) {}
                        }
                        """).version("site", "1.0").jar(folder.resolve("site.jar"));

        assertThat(properties(read(jar), "Explosive")).containsExactly("title");
    }

    @Test
    void aModelWhoseOwnDependenciesAreMissingIsStillRead() {
        Path library = ModelJar.of("package lib; public class Engine {}").jar(folder.resolve("lib.jar"));
        Path jar = ModelJar.of("""
                        package com.acme;
                        @dev.synchronizer.annotation.ContentType
                        public class Article {
                          private final lib.Engine engine = new lib.Engine();
                          public lib.Engine engine() { return engine; }
                          public String getTitle() { return null; }
                          public void setTitle(String title) {}
                        }
                        """).against(library).version("site", "1.0").jar(folder.resolve("site.jar"));

        assertThat(properties(read(jar), "Article")).containsExactly("title");
    }

    @Test
    void aSuperclassThatIsNowhereIsAnErrorThatNamesBothClasses() {
        Path base = ModelJar.of(BASE).version("base", "1.0").jar(folder.resolve("base.jar"));
        Path site = ModelJar.of(ON_BASE).against(base).version("site", "1.0").jar(folder.resolve("site.jar"));

        List<Problem> problems = refused(site);

        assertThat(problems).extracting(Problem::code).containsExactly(ProblemCode.SUPERTYPE_MISSING);
        assertThat(problems.get(0).toString()).contains("com.acme.Article", "base.Base", "--class-path");
    }

    @Test
    void aSuperclassOnTheClassPathIsLookedUpAndNotScannedForTypes() {
        Path base = ModelJar.of(BASE, "package base; @dev.synchronizer.annotation.ContentType public class Other {}")
                .version("base", "1.0")
                .jar(folder.resolve("base.jar"));
        Path site = ModelJar.of(ON_BASE).against(base).version("site", "1.0").jar(folder.resolve("site.jar"));

        ContentModel model = read(builder -> builder.classPath(List.of(base)), site);

        assertThat(model.types().map(t -> t.name())).containsExactly("Article");
        assertThat(properties(model, "Article")).containsExactly("title");
    }

    @Test
    void supertypesOfTheJdkAreKnown() {
        Path jar = ModelJar.of("package com.acme; @dev.synchronizer.annotation.ContentType"
                        + " public class Topic extends java.util.Observable implements java.io.Serializable {}")
                .version("site", "1.0")
                .jar(folder.resolve("site.jar"));

        assertThat(properties(read(jar), "Topic")).isEmpty();
    }
}
