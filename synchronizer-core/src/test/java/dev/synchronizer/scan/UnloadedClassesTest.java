package dev.synchronizer.scan;

import static dev.synchronizer.scan.Scans.clean;
import static dev.synchronizer.scan.Scans.modelOf;
import static dev.synchronizer.scan.Scans.properties;
import static dev.synchronizer.scan.Scans.scan;
import static dev.synchronizer.scan.Scans.scanWith;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.synchronizer.fixtures.ModelJar;
import dev.synchronizer.model.ModuleModel;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A1: models are read without being loaded, and only missing supertypes matter. */
class UnloadedClassesTest {
    private static final String PLUGIN = "package com.lib; public class Plugin { public static int count; }";
    private static final String BASE = """
            package com.lib;
            public abstract class Base {
                public String getTitle() { return ""; }
                public void setTitle(String title) { }
            }
            """;
    private static final String NAMED = """
            package com.lib;
            public interface Named {
                default String getNick() { return ""; }
                default void setNick(String nick) { }
            }
            """;
    private static final String ARTICLE = """
            package com.acme;
            @dev.synchronizer.annotation.ContentType
            public class Article extends com.lib.Base implements com.lib.Named, java.io.Serializable { }
            """;

    @TempDir
    Path folder;

    @Test
    void noStaticInitializerRuns() {
        String property = "scan.test.initialized";
        System.clearProperty(property);

        var model = modelOf(folder, """
                package com.acme;
                @dev.synchronizer.annotation.ContentType
                public class Explosive {
                    static {
                        System.setProperty("scan.test.initialized", "yes");
                        if (true) throw new IllegalStateException("loaded");
                    }
                    public String getName() { return ""; }
                    public void setName(String name) { }
                }
                """);

        assertThat(properties(model, "Explosive")).containsExactly("name");
        assertThat(System.getProperty(property)).isNull();
    }

    @Test
    void aModelWhoseOwnDependenciesAreMissingIsRead() {
        Path lib = ModelJar.of(PLUGIN).jar(folder.resolve("lib.jar"));
        Path site = ModelJar.of("""
                        package com.acme;
                        @dev.synchronizer.annotation.ContentType
                        public class Article {
                            private com.lib.Plugin plugin;
                            public Article() { plugin = new com.lib.Plugin(); com.lib.Plugin.count++; }
                            public com.lib.Plugin plugin() { return plugin; }
                            public String getTitle() { return ""; }
                            public void setTitle(String title) { }
                        }
                        """).against(lib).version("site", "1.0").jar(folder.resolve("site.jar"));

        assertThat(properties(clean(scan(site)), "Article")).containsExactly("title");
    }

    @Test
    void aMissingSuperclassAndAMissingInterfaceAreErrorsThatNameBothSides() {
        Path lib = ModelJar.of(BASE, NAMED).jar(folder.resolve("lib.jar"));
        Path site = site(lib);

        List<Problem> problems = scan(site).problems().asList();

        assertThat(problems)
                .extracting(Problem::code)
                .containsExactly(ProblemCode.SUPERTYPE_MISSING, ProblemCode.SUPERTYPE_MISSING);
        assertThat(problems).extracting(Problem::subject).containsOnly("com.acme.Article");
        assertThat(problems)
                .extracting(Problem::message)
                .anyMatch(message -> message.contains("com.lib.Base"))
                .anyMatch(message -> message.contains("com.lib.Named"));
        assertThat(problems).allMatch(problem -> problem.fix().contains("--class-path"));
    }

    @Test
    void aMissingSupertypeIsReportedOnceForTheClassThatDeclaresIt() {
        Path root = ModelJar.of("package com.lib; public class Root {}").jar(folder.resolve("root.jar"));
        Path site = ModelJar.of(
                        "package com.acme; public class Middle extends com.lib.Root {}",
                        "package com.acme; @dev.synchronizer.annotation.ContentType public class A extends Middle {}",
                        "package com.acme; @dev.synchronizer.annotation.ContentType public class B extends Middle {}")
                .against(root)
                .version("site", "1.0")
                .jar(folder.resolve("site.jar"));

        assertThat(scan(site).problems().asList()).extracting(Problem::subject).containsExactly("com.acme.Middle");
    }

    @Test
    void supertypesOnTheClassPathAreReadAndNotScanned() {
        String typeInLib = "package com.lib; @dev.synchronizer.annotation.ContentType public class NotScanned {}";
        Path lib = ModelJar.of(BASE, NAMED, typeInLib).jar(folder.resolve("lib.jar"));

        ScannedModels scanned = scanWith(lib, site(lib));

        assertThat(Scans.names(clean(scanned))).containsExactly("Article");
        assertThat(properties(scanned.model(), "Article")).containsExactly("nick", "title");
        assertThat(scanned.model().modules()).hasSize(1);
        assertThat(Scans.type(scanned.model(), "Article").superModules()).containsExactly("lib");
        assertThat(scanned.model().lookedUp()).extracting(ModuleModel::name).containsExactly("lib");
    }

    @Test
    void supertypesOfTheJdkAreKnown() {
        var model = modelOf(folder, """
                package com.acme;
                @dev.synchronizer.annotation.ContentType
                public class Stamp extends java.util.ArrayList<String> implements java.sql.Wrapper {
                    public boolean isWrapperFor(Class<?> c) { return false; }
                    public <T> T unwrap(Class<T> c) { return null; }
                    public java.util.Date getTime() { return null; }
                    public void setTime(java.util.Date time) { }
                }
                """);

        assertThat(properties(model, "Stamp")).containsExactly("time");
    }

    @Test
    void nothingIsLeftOpen() throws IOException {
        Path handles = Path.of("/proc/self/fd");
        assumeThat(handles).as("only Linux lists open files there").isDirectory();
        Path lib = ModelJar.of(BASE, NAMED).jar(folder.resolve("lib.jar"));
        Path site = site(lib);
        Path fat = ModelJar.of().fatJar(folder.resolve("fat.jar"), lib);
        Path broken = Files.write(folder.resolve("broken.jar"), new byte[] {1, 2, 3});

        scanWith(lib, site);
        scan(site, fat, broken);
        ModelScanner.startKey(ScanRequest.of(site, fat, broken));

        try (Stream<Path> open = Files.list(handles)) {
            assertThat(open.map(UnloadedClassesTest::target)).noneMatch(file -> file.contains(folder.toString()));
        }
    }

    private static String target(Path handle) {
        try {
            return Files.readSymbolicLink(handle).toString();
        } catch (IOException e) {
            return "closed meanwhile";
        }
    }

    private Path site(Path lib) {
        return ModelJar.of(ARTICLE).against(lib).version("site", "1.0").jar(folder.resolve("site.jar"));
    }
}
