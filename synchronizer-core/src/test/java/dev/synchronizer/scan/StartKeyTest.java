package dev.synchronizer.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.fixtures.ModelJar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The key of a start with nothing to do: it changes with everything that matters, and with nothing else. */
class StartKeyTest {
    private static final String ARTICLE =
            "package com.acme; @dev.synchronizer.annotation.ContentType public class Article { int a; }";
    private static final String CHANGED = ARTICLE.replace("int a", "int b");

    @TempDir
    Path folder;

    private Path jar;
    private String key = "";

    @BeforeEach
    void keyOfOneJar() {
        jar = site().jar(folder.resolve("site.jar"));
        key = key(jar);
        assertThat(key).hasSize(32);
    }

    private static ModelJar site() {
        return ModelJar.of(ARTICLE).version("site", "1.0").entry("readme.txt", "one");
    }

    private static String key(Path... models) {
        return ModelScanner.startKey(ScanRequest.of(models));
    }

    @Test
    void orderOfEntriesTimeStampsResourcesAndTheFolderAreAllTheSame() throws IOException {
        Path elsewhere = folder.resolve("elsewhere/site.jar");
        assertThat(key(site().shuffled(3).withoutFolderEntries().jar(elsewhere)))
                .isEqualTo(key);
        assertThat(key(site().entry("readme.txt", "two").jar(elsewhere))).isEqualTo(key);
        Files.setLastModifiedTime(jar, FileTime.fromMillis(0));
        assertThat(key(jar)).isEqualTo(key);
    }

    @Test
    void classesManifestMavenPropertiesNestedJarsAndTheNameMatter() {
        Path other = folder.resolve("other/site.jar");
        assertThat(key(ModelJar.of(CHANGED).version("site", "1.0").jar(other))).isNotEqualTo(key);
        assertThat(key(site().version("site", "1.1").jar(other))).isNotEqualTo(key);
        assertThat(key(site().entry("META-INF/maven/g/a/pom.properties", "version=2")
                        .jar(other)))
                .isNotEqualTo(key);
        assertThat(key(site().entry("BOOT-INF/lib/x.jar", "x").jar(other))).isNotEqualTo(key);
        assertThat(key(site().jar(folder.resolve("site-2.jar")))).isNotEqualTo(key);
    }

    @Test
    void aClassThatMovesToAnotherNameMatters() {
        byte[] same = {1, 2, 3};
        Path one = ModelJar.of().entry("a/A.class", same).jar(folder.resolve("1/x.jar"));
        Path two = ModelJar.of().entry("a/B.class", same).jar(folder.resolve("2/x.jar"));

        assertThat(key(one)).isNotEqualTo(key(two));
    }

    @Test
    void theRequestMatters() {
        Path other = ModelJar.of("package com.b; public class B {}").jar(folder.resolve("b.jar"));
        List<Path> models = List.of(jar);

        assertThat(List.of(
                        key,
                        key(jar, other),
                        key(other, jar),
                        ModelScanner.startKey(new ScanRequest(models, null, List.of(other), List.of(), Map.of())),
                        ModelScanner.startKey(new ScanRequest(models, null, List.of(), List.of("com"), Map.of())),
                        ModelScanner.startKey(new ScanRequest(models, null, List.of(), List.of(), Map.of("a", "1"))),
                        ModelScanner.startKey(new ScanRequest(models, null, List.of(), List.of("a", "1"), Map.of()))))
                .doesNotHaveDuplicates();
    }

    @Test
    void foldersCountByTheirContent() throws IOException {
        Path classes = site().folder(folder.resolve("shop/target/classes"));
        String before = key(classes);
        assertThat(key(site().folder(folder.resolve("copy/shop/target/classes"))))
                .isEqualTo(before);
        assertThat(key(site().folder(folder.resolve("store/target/classes")))).isNotEqualTo(before);
        Files.writeString(classes.resolve("readme.txt"), "two");
        assertThat(key(classes)).isEqualTo(before);
        ModelJar.of(CHANGED).folder(classes);
        assertThat(key(classes)).isNotEqualTo(before);
    }

    @Test
    void aFolderOfJarsChangesWithTheJarsInIt() {
        Path lib = folder.resolve("lib");
        site().jar(lib.resolve("site.jar"));
        assertThat(key(lib)).isEqualTo(key);
        site().jar(lib.resolve("more.jar"));
        assertThat(key(lib)).isNotEqualTo(key);
    }

    @Test
    void aFolderOfJarsChangesWithTheClassesBelowIt() {
        Path lib = folder.resolve("lib");
        site().jar(lib.resolve("site.jar"));
        ModelJar.of(CHANGED).folder(lib);
        String mixed = key(lib);
        assertThat(mixed).isNotEqualTo(key);
        ModelJar.of(CHANGED.replace("int b", "int b, c")).folder(lib);
        assertThat(key(lib)).isNotEqualTo(mixed);
    }

    @Test
    void whatCannotBeReadHasNoKey() throws IOException {
        byte[] whole = ModelJar.bytesOf(jar);
        Path half = Files.write(folder.resolve("half.jar"), Arrays.copyOf(whole, whole.length / 2));

        assertThat(key(half)).isEmpty();
        assertThat(key(jar, folder.resolve("missing.jar"))).isEmpty();
    }
}
