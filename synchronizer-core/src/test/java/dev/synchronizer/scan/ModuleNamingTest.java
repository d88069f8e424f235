package dev.synchronizer.scan;

import static dev.synchronizer.scan.Scans.codes;
import static dev.synchronizer.scan.Scans.scan;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.fixtures.ModelJar;
import dev.synchronizer.model.ModuleModel;
import dev.synchronizer.model.TypeModel;
import dev.synchronizer.problem.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A5: where the name and version of a module come from. */
class ModuleNamingTest {
    private static final String ARTICLE =
            "package com.acme; @dev.synchronizer.annotation.ContentType public class Article {}";
    private static final String MAVEN = "META-INF/maven/com.acme/maven-site/pom.properties";

    @TempDir
    Path folder;

    private static String module(String of, String inside) {
        return "@dev.synchronizer.annotation.ContentModule(" + of + ") package " + inside + ";";
    }

    private static String shown(ScannedModels scanned) {
        return String.join(
                " ",
                scanned.model().modules().stream()
                        .map(module -> module.name() + ":" + module.version())
                        .toList());
    }

    private String nameOf(ModelJar jar) {
        return shown(scan(jar.jar(folder.resolve("file-name-1.2.3-rc1.jar"))));
    }

    @Test
    void eachSourceGoesBeforeTheNext() {
        ModelJar jar = ModelJar.of(ARTICLE);
        assertThat(nameOf(jar)).isEqualTo("file-name:1.2.3-rc1");
        jar.entry(MAVEN, "artifactId=maven-site\nversion=2.1\n");
        assertThat(nameOf(jar)).isEqualTo("maven-site:2.1");
        jar.manifest("Automatic-Module-Name", "automatic");
        assertThat(nameOf(jar)).isEqualTo("automatic:2.1");
        jar.manifest("Bundle-SymbolicName", "bundle;singleton:=true").manifest("Bundle-Version", "3.1");
        assertThat(nameOf(jar)).isEqualTo("bundle:3.1");
        jar.manifest("Implementation-Title", "Implementation").manifest("Implementation-Version", "4.1");
        assertThat(nameOf(jar)).isEqualTo("Implementation:4.1");
        jar.with(module("name = \"declared\"", "com.acme"));
        assertThat(nameOf(jar)).isEqualTo("declared:4.1");
    }

    @Test
    void theAnnotationNamesNameAndVersion() {
        assertThat(nameOf(ModelJar.of(ARTICLE, module("name = \"site\", version = \"5.0\"", "org.elsewhere"))))
                .isEqualTo("site:5.0");
    }

    @Test
    void mavenCountsOnlyIfTheJarIsOfOneProject() {
        ModelJar shaded = ModelJar.of(ARTICLE)
                .entry(MAVEN, "artifactId=a\nversion=1")
                .entry("META-INF/maven/com.acme/other/pom.properties", "artifactId=b\nversion=2");

        assertThat(nameOf(shaded)).isEqualTo("file-name:1.2.3-rc1");
    }

    @ParameterizedTest
    @CsvSource({
        "site-1.0.jar,site:1.0",
        "my-site-12.jar,my-site:12",
        "site.jar,site:null",
        "acme-3d-models-2.0.jar,acme-3d-models:2.0",
        "site-2.0-SNAPSHOT.jar,site:2.0-SNAPSHOT",
        "site_1.0.jar,site_1.0:null"
    })
    void fileNamesAreSplitBeforeTheVersion(String fileName, String expected) {
        assertThat(shown(scan(ModelJar.of(ARTICLE).jar(folder.resolve(fileName)))))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "shop/target/classes,shop",
        "shop/build/classes/java/main,shop",
        "shop/build/resources/main,shop",
        "shop/bin,bin"
    })
    void foldersAreNamedAfterTheirProject(String path, String expected) {
        assertThat(shown(scan(ModelJar.of(ARTICLE).folder(folder.resolve(path)))))
                .isEqualTo(expected + ":null");
    }

    @Test
    void aFolderMayHoldAManifest() {
        Path classes = ModelJar.of(ARTICLE).version("site", "1.1").folder(folder.resolve("target/classes"));

        assertThat(shown(scan(classes))).isEqualTo("site:1.1");
    }

    @Test
    void theCallersVersionCountsWhereNothingElseSaysOne() {
        Path plain = ModelJar.of(ARTICLE).jar(folder.resolve("site.jar"));
        Path versioned = ModelJar.of("package com.b; @dev.synchronizer.annotation.ContentType public class B {}")
                .jar(folder.resolve("b-1.0.jar"));

        ScannedModels scanned = ModelScanner.scan(
                new ScanRequest(
                        List.of(plain, versioned), null, List.of(), List.of(), Map.of("site", "7.0", "b", "8.0")),
                Set.of());

        assertThat(shown(scanned)).isEqualTo("b:1.0 site:7.0");
        assertThat(scanned.problems().asList()).isEmpty();
    }

    @Test
    void aModuleWithTypesAndWithoutAVersionSaysSo() {
        Path types = ModelJar.of(ARTICLE).jar(folder.resolve("site.jar"));
        Path none = ModelJar.of("package com.b; public class B {}").jar(folder.resolve("lib.jar"));

        ScannedModels scanned = scan(types, none);

        assertThat(codes(scanned)).containsExactly(ProblemCode.MODULE_WITHOUT_VERSION);
        assertThat(scanned.problems().asList().get(0).subject()).isEqualTo("site");
    }

    @Test
    void aJarWithoutTypesMayBeNamedAnything() {
        Path types = ModelJar.of(ARTICLE).version("site", "1.0").jar(folder.resolve("site.jar"));
        ModelJar none = ModelJar.of("package com.b; public class B {}");
        Path name =
                none.with(module("name = \"" + "n".repeat(256) + "\"", "com.b")).jar(folder.resolve("n.jar"));

        assertThat(codes(scan(types, name))).isEmpty();
        assertThat(shown(scan(types, name))).isEqualTo("site:1.0");
    }

    @Test
    void severalModulesInOneJarSpeakForTheirPackages() {
        Path jar = ModelJar.of(
                        ARTICLE,
                        module("name = \"news\"", "com.acme.news"),
                        module("name = \"shop\", version = \"2.0\"", "com.acme.shop"),
                        "package com.acme.news.deep; @dev.synchronizer.annotation.ContentType public class News {}",
                        "package com.acme.shop; @dev.synchronizer.annotation.ContentType public class Product extends com.acme.Article {}")
                .version("site", "1.0")
                .jar(folder.resolve("all.jar"));

        ScannedModels scanned = scan(jar);

        assertThat(shown(scanned)).isEqualTo("news:1.0 shop:2.0 site:1.0");
        assertThat(scanned.model().modules())
                .extracting(
                        module -> module.types().stream().map(TypeModel::name).toList())
                .containsExactly(List.of("News"), List.of("Product"), List.of("Article"));
        assertThat(Scans.type(scanned.model(), "Product").superModules()).containsExactly("site");
    }

    @Test
    void thePackagesThatAreAskedForDoNotChangeTheModule() {
        Path jar = ModelJar.of(ARTICLE, module("name = \"declared\", version = \"1\"", "com.other"))
                .jar(folder.resolve("site.jar"));

        ScannedModels scanned = ModelScanner.scan(
                new ScanRequest(List.of(jar), null, List.of(), List.of("com.acme"), Map.of()), Set.of());

        assertThat(shown(scanned)).isEqualTo("declared:1");
    }

    @Test
    void containersOfOneModuleAreMergedUnlessTheirVersionsDiffer() {
        String other = "package com.b; @dev.synchronizer.annotation.ContentType public class B {}";
        Path one = ModelJar.of(ARTICLE).version("site", "1.0").jar(folder.resolve("a.jar"));
        Path same = ModelJar.of(other).version("site", "1.0").jar(folder.resolve("b.jar"));
        Path newer = ModelJar.of(other).version("site", "1.1").jar(folder.resolve("c.jar"));
        Path empty = ModelJar.of().version("site", "0.9").jar(folder.resolve("d.jar"));

        assertThat(scan(one, same).model().modules())
                .singleElement()
                .extracting(ModuleModel::types)
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .hasSize(2);
        assertThat(codes(scan(one, newer))).containsExactly(ProblemCode.MODULE_TWICE);
        assertThat(scan(one, newer).problems().asList().get(0).message())
                .contains("1.0", one.toString(), "1.1", newer.toString());
        assertThat(shown(scan(empty, one))).isEqualTo("site:1.0");
        assertThat(codes(scan(empty, one))).isEmpty();
    }

    @Test
    void aJarWithoutTypesNamesItsModule() {
        Path jar = ModelJar.of("package com.b; public class B {}")
                .version("site", "1.0")
                .jar(folder.resolve("a.jar"));

        assertThat(shown(scan(jar))).isEqualTo("site:1.0");
    }

    @Test
    void aFolderWithoutAnyClassNamesNoModule() throws IOException {
        Path empty = Files.createDirectories(folder.resolve("site/target/classes"));
        Path resources = ModelJar.of().version("site", "1.0").folder(folder.resolve("resources"));
        Path classes = ModelJar.of(ARTICLE).folder(folder.resolve("other/site/target/classes"));

        assertThat(scan(empty).model().modules()).isEmpty();
        assertThat(scan(empty, resources).model().modules()).isEmpty();
        assertThat(shown(scan(resources, classes))).isEqualTo("site:1.0");
    }

    @Test
    void aPackageInfoSpeaksForItsJarAlsoWhereAnotherJarHasThePackage() {
        Path one = ModelJar.of(ARTICLE, module("name = \"one\", version = \"1\"", "com.acme"))
                .jar(folder.resolve("a.jar"));
        Path two = ModelJar.of(
                        "package com.acme; @dev.synchronizer.annotation.ContentType public class Two {}",
                        module("name = \"two\", version = \"2\"", "com.acme"))
                .jar(folder.resolve("b.jar"));

        assertThat(shown(scan(one, two))).isEqualTo("one:1 two:2");
        assertThat(shown(scan(two, one))).isEqualTo("one:1 two:2");
    }
}
