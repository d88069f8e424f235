package dev.synchronizer.scan;

import static dev.synchronizer.scan.Scans.clean;
import static dev.synchronizer.scan.Scans.json;
import static dev.synchronizer.scan.Scans.names;
import static dev.synchronizer.scan.Scans.properties;
import static dev.synchronizer.scan.Scans.scan;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.fixtures.ModelJar;
import dev.synchronizer.model.ContentModel;
import dev.synchronizer.model.ModuleModel;
import dev.synchronizer.problem.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A1: where types are found. */
class ContainersTest {
    private static final String ARTICLE = """
            package com.acme;
            import dev.synchronizer.annotation.*;
            @ContentType(guid = "4a1f1c8e-0000-4000-8000-000000000001", displayName = "Article")
            public class Article extends Page {
                private String teaser;
                @Property(order = 2) public String getTeaser() { return teaser; }
                public void setTeaser(String teaser) { this.teaser = teaser; }
            }
            """;
    private static final String PAGE = """
            package com.acme;
            public class Page {
                private String title;
                public String getTitle() { return title; }
                public void setTitle(String title) { this.title = title; }
            }
            """;
    private static final String OLD_ARTICLE =
            "package com.acme; @dev.synchronizer.annotation.ContentType public class Article extends Page {}";

    @TempDir
    Path folder;

    private static ModelJar site() {
        return ModelJar.of(ARTICLE, PAGE).version("site", "1.2");
    }

    @Test
    void jarsFoldersFatJarsAndMultiReleaseJarsGiveTheSameModel() {
        String expected = json(clean(scan(site().jar(folder.resolve("plain.jar")))));

        Path multiRelease = ModelJar.of(OLD_ARTICLE, PAGE)
                .version("site", "1.2")
                .release(11, ARTICLE, PAGE)
                .release(18, OLD_ARTICLE, PAGE)
                .jar(folder.resolve("multi.jar"));
        assertThat(expected).contains("\"teaser\"", "\"title\"", "\"version\":\"1.2\"");
        assertThat(json(clean(scan(site().withoutFolderEntries().jar(folder.resolve("flat.jar"))))))
                .isEqualTo(expected);
        assertThat(json(clean(scan(site().shuffled(7).jar(folder.resolve("shuffled.jar"))))))
                .isEqualTo(expected);
        assertThat(json(clean(scan(site().folder(folder.resolve("classes")))))).isEqualTo(expected);
        assertThat(json(clean(scan(site().fatJar(folder.resolve("fat.jar")))))).isEqualTo(expected);
        assertThat(json(clean(scan(multiRelease)))).isEqualTo(expected);
    }

    @Test
    void versionedClassesCountOnlyWhereTheManifestSaysSo() {
        Path jar = ModelJar.of(OLD_ARTICLE, PAGE)
                .release(11, ARTICLE, PAGE)
                .version("site", "1.2")
                .manifest("Multi-Release", "false")
                .jar(folder.resolve("site.jar"));

        assertThat(properties(clean(scan(jar)), "Article")).containsExactly("title");
    }

    @Test
    void eachNestedJarOfAFatJarIsAModuleOfItsOwn() {
        Path base = ModelJar.of(PAGE).jar(folder.resolve("base-3.1.jar"));
        Path fat = ModelJar.of(ARTICLE).against(base).version("site", "1.2").fatJar(folder.resolve("app.jar"), base);

        ContentModel model = clean(scan(fat));

        assertThat(model.modules()).extracting(ModuleModel::name).containsExactly("base", "site");
        assertThat(model.modules()).extracting(ModuleModel::version).containsExactly("3.1", "1.2");
        assertThat(Scans.type(model, "Article").superModules()).containsExactly("base");
        assertThat(properties(model, "Article")).containsExactly("teaser", "title");
    }

    @Test
    void nestedJarsMayBeCompressed() {
        Path nested = site().jar(folder.resolve("site-1.2.jar"));
        Path outer = ModelJar.of()
                .entry("WEB-INF/lib/site-1.2.jar", ModelJar.bytesOf(nested))
                .jar(folder.resolve("app.war"));

        assertThat(names(clean(scan(outer)))).containsExactly("Article");
    }

    @Test
    void aFolderOfJarsMeansAllOfThem() throws IOException {
        Path jars = Files.createDirectory(folder.resolve("lib"));
        Path base = ModelJar.of(PAGE).jar(jars.resolve("z-base-1.0.jar"));
        ModelJar.of(ARTICLE).against(base).version("site", "1.2").jar(jars.resolve("site.jar"));
        Files.writeString(jars.resolve("readme.txt"), "no jar");

        ContentModel model = clean(scan(jars));

        assertThat(model.modules()).extracting(ModuleModel::name).containsExactly("site", "z-base");
        assertThat(properties(model, "Article")).containsExactly("teaser", "title");
    }

    @Test
    void jarsThatAWarBringsForServersWithoutThemAreReadToo() {
        Path base = ModelJar.of(PAGE).jar(folder.resolve("base-1.0.jar"));
        Path war = ModelJar.of(ARTICLE)
                .against(base)
                .without("com/acme/Page.class")
                .version("site", "1.2")
                .entry("WEB-INF/lib-provided/base-1.0.jar", ModelJar.bytesOf(base))
                .jar(folder.resolve("app.war"));

        assertThat(properties(clean(scan(war)), "Article")).containsExactly("teaser", "title");
    }

    @Test
    void twoVersionsOfAModuleAreReportedAlsoWhereOneHidesAllTypesOfTheOther() {
        Path older = site().version("site", "1.1").jar(folder.resolve("site-1.1.jar"));
        Path newer = site().jar(folder.resolve("site-1.2.jar"));

        assertThat(scan(older, newer).problems().asList()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(ProblemCode.MODULE_TWICE);
            assertThat(problem.subject()).isEqualTo("site");
            assertThat(problem.message()).contains("1.1", older.toString(), "1.2", newer.toString());
        });
    }

    @Test
    void differentTypesOfOneClassInTwoModulesAreReported() {
        Path site = site().jar(folder.resolve("site.jar"));
        Path shop = ModelJar.of(OLD_ARTICLE, PAGE).version("shop", "3.0").jar(folder.resolve("shop.jar"));
        Path copy = site().version("copy", "1.0").jar(folder.resolve("copy.jar"));

        assertThat(scan(site, shop).problems().asList()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(ProblemCode.DUPLICATE_TYPE_NAME);
            assertThat(problem.subject()).isEqualTo("com.acme.Article");
            assertThat(problem.message()).contains("name Article", "site", "shop");
        });
        assertThat(properties(clean(scan(site, copy)), "Article")).containsExactly("teaser", "title");
    }

    @Test
    void theFirstOfTwoEqualClassesOnThePathWins() {
        Path first = ModelJar.of(OLD_ARTICLE, PAGE).version("site", "1.2").jar(folder.resolve("a.jar"));
        Path second = site().jar(folder.resolve("b.jar"));

        assertThat(properties(clean(scan(first, second)), "Article")).containsExactly("title");
        assertThat(properties(clean(scan(second, first)), "Article")).containsExactly("teaser", "title");
    }

    @Test
    void anUnannotatedClassInFrontHidesAnAnnotatedOneBehindIt() {
        Path first = ModelJar.of("package com.acme; public class Article {}").jar(folder.resolve("a-1.jar"));

        assertThat(names(clean(scan(first, site().jar(folder.resolve("b.jar"))))))
                .isEmpty();
    }

    @Test
    void onlyTheWantedPackagesAreSearched() {
        String other = "package com.other; @dev.synchronizer.annotation.ContentType public class Other {}";
        String near = "package com.acmeshop; @dev.synchronizer.annotation.ContentType public class Near {}";
        Path jar = site().with(other, near)
                .patch("com/other/Other.class", bytes -> new byte[] {1, 2, 3})
                .jar(folder.resolve("site.jar"));

        ScannedModels scanned = ModelScanner.scan(
                new ScanRequest(List.of(jar), null, List.of(), List.of("com.acme"), Map.of()), Set.of());

        assertThat(names(clean(scanned))).containsExactly("Article");
    }

    @Test
    void jarsWithoutTypesAreRememberedAndNotSearchedAgain() {
        Path site = site().jar(folder.resolve("site.jar"));
        Path empty = ModelJar.of("package com.lib; public class Nothing {}").jar(folder.resolve("lib-2.0.jar"));

        ScannedModels first = scan(site, empty);
        clean(first);
        assertThat(first.emptyJars()).hasSize(1);
        ScannedModels second = ModelScanner.scan(ScanRequest.of(site, empty), first.emptyJars());

        assertThat(second).isEqualTo(first);
        assertThat(second.model().modules()).extracting(ModuleModel::name).containsExactly("lib", "site");
    }

    @Test
    void aJarThatIsKnownToBeEmptyIsStillConsultedForSupertypes() {
        Path base = ModelJar.of(PAGE).jar(folder.resolve("base-1.0.jar"));
        Path site = ModelJar.of(ARTICLE).against(base).version("site", "1.2").jar(folder.resolve("site.jar"));
        ScannedModels first = scan(base, site);

        ScannedModels second = ModelScanner.scan(ScanRequest.of(base, site), first.emptyJars());

        assertThat(properties(clean(second), "Article")).containsExactly("teaser", "title");
    }

    @Test
    void aJarThatIsEmptyInOnePackageMayNotBeInAnother() {
        Path jar = site().jar(folder.resolve("site.jar"));
        ScanRequest elsewhere = new ScanRequest(List.of(jar), null, List.of(), List.of("org.none"), Map.of());

        Set<String> empty = ModelScanner.scan(elsewhere, Set.of()).emptyJars();

        assertThat(empty).hasSize(1);
        assertThat(names(ModelScanner.scan(ScanRequest.of(jar), empty).model())).containsExactly("Article");
    }

    @Test
    void aJarIsNotEmptyBecauseAnotherHidesItsTypes() throws IOException {
        Path jar = site().jar(folder.resolve("site.jar"));
        Path copy = Files.copy(jar, folder.resolve("copy-1.jar"));

        Set<String> empty = scan(jar, copy).emptyJars();

        assertThat(empty).isEmpty();
        assertThat(names(ModelScanner.scan(ScanRequest.of(jar), empty).model())).containsExactly("Article");
    }

    @Test
    void whatAFatJarKeepsInItsMetaInfIsOfNoPackage() {
        Path classes = ModelJar.of("package com.acme; @dev.synchronizer.annotation.ContentType public class Article {}")
                .folder(folder.resolve("classes"));
        byte[] article = ModelJar.bytesOf(classes.resolve("com/acme/Article.class"));
        Path jar = ModelJar.of()
                .version("site", "1.2")
                .entry("BOOT-INF/classes/com/acme/Article.class", article)
                .entry("BOOT-INF/classes/META-INF/versions/21/com/acme/Article.class", article)
                .jar(folder.resolve("fat.jar"));

        assertThat(names(clean(scan(jar)))).containsExactly("Article");
    }
}
