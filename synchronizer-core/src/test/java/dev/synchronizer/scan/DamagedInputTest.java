package dev.synchronizer.scan;

import static dev.synchronizer.scan.Scans.clean;
import static dev.synchronizer.scan.Scans.codes;
import static dev.synchronizer.scan.Scans.names;
import static dev.synchronizer.scan.Scans.scan;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.fixtures.ModelJar;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A6: what cannot be read is one clear error each, all of a run together. */
class DamagedInputTest {
    private static final String ARTICLE =
            "package com.acme; @dev.synchronizer.annotation.ContentType public class Article {}";
    private static final String PLAIN = "package com.acme; public class Plain {}";
    private static final UnaryOperator<byte[]> VERSION_99 = bytes -> {
        byte[] changed = bytes.clone();
        changed[6] = 0;
        changed[7] = 99;
        return changed;
    };

    @TempDir
    Path folder;

    private static ModelJar site() {
        return ModelJar.of(ARTICLE, PLAIN).version("site", "1.0");
    }

    private Problem only(Path models) {
        List<Problem> problems = scan(models).problems().asList();
        assertThat(problems).hasSize(1);
        return problems.get(0);
    }

    @Test
    void aClassFileOfANewerJavaIsNamedWithItsVersion() {
        Path jar = site().patch("com/acme/Article.class", VERSION_99).jar(folder.resolve("site.jar"));

        Problem problem = only(jar);

        assertThat(problem.code()).isEqualTo(ProblemCode.CLASS_TOO_NEW);
        assertThat(problem.subject()).isEqualTo(jar + "!/com/acme/Article.class");
        assertThat(problem.message()).contains("version 99", "Java 55", "Java 25");
    }

    @Test
    void aFolderOfJarsThatHoldsContentClassesTooIsRefusedNamingOneOfThem() throws IOException {
        Path mixed = site().folder(folder.resolve("mixed"));
        ModelJar.of("package com.b; public class B {}").jar(mixed.resolve("b.jar"));

        Problem problem = only(mixed);

        assertThat(problem.code()).isEqualTo(ProblemCode.FOLDER_MIXED);
        assertThat(problem.subject()).isEqualTo(mixed.toString());
        assertThat(problem.message()).contains("com.acme.Article");
    }

    @Test
    void aLinkToNowhereInAFolderOfJarsIsAMissingPath() throws IOException {
        Path lib = Files.createDirectory(folder.resolve("lib"));
        Path link = Files.createSymbolicLink(lib.resolve("site.jar"), folder.resolve("gone.jar"));

        Problem problem = only(lib);

        assertThat(problem.code()).isEqualTo(ProblemCode.PATH_NOT_FOUND);
        assertThat(problem.subject()).isEqualTo(link.toString());
        assertThat(ModelScanner.startKey(ScanRequest.of(lib))).isEmpty();
    }

    @Test
    void aKindThatOnlyNewerAnnotationsKnowIsNamed() {
        String block = "package com.acme; import dev.synchronizer.annotation.*;"
                + " @ContentType(kind = ContentKind.BLOCK) public class Teaser {}";
        Path jar = ModelJar.of(block)
                .version("site", "1.0")
                .patch(
                        "com/acme/Teaser.class",
                        bytes -> new String(bytes, StandardCharsets.ISO_8859_1)
                                .replace("BLOCK", "SHARD")
                                .getBytes(StandardCharsets.ISO_8859_1))
                .jar(folder.resolve("site.jar"));

        Problem problem = only(jar);

        assertThat(problem.code()).isEqualTo(ProblemCode.CLASS_UNREADABLE);
        assertThat(problem.subject()).isEqualTo("com.acme.Teaser");
        assertThat(problem.message()).contains("SHARD", "PAGE, BLOCK, MEDIA");
    }

    @Test
    void aNameThatTheEnvironmentCannotWriteIsNotPassedOver() throws Exception {
        Path classes = site().folder(folder.resolve("classes"));
        new ProcessBuilder("sh", "-c", "mkdir \"$(printf 'com/\\377')\"")
                .directory(classes.toFile())
                .inheritIO()
                .start()
                .waitFor();

        Problem problem = only(classes);

        assertThat(problem.code()).isEqualTo(ProblemCode.JAR_UNREADABLE);
        assertThat(problem.message()).contains(classes.resolve("com").toString(), "LC_ALL");
        assertThat(ModelScanner.startKey(ScanRequest.of(classes))).isEmpty();
    }

    @Test
    void aTypeOfSixtyThousandDimensionsIsADamagedClass() {
        String list = "()Ljava/util/List<Ljava/lang/String;>;";
        Path jar = ModelJar.of("package com.acme; @dev.synchronizer.annotation.ContentType public class Article {"
                        + " public java.util.List<String> getTags() { return null; } }")
                .version("site", "1.0")
                .patch("com/acme/Article.class", bytes -> {
                    String text = new String(bytes, StandardCharsets.ISO_8859_1);
                    int at = text.indexOf(list);
                    String deep = text.substring(0, at - 2) + (char) 0xEA + (char) 0x63 + "()" + "[".repeat(60_000)
                            + "I" + text.substring(at + list.length());
                    return deep.getBytes(StandardCharsets.ISO_8859_1);
                })
                .jar(folder.resolve("site.jar"));

        assertThat(only(jar).code()).isEqualTo(ProblemCode.CLASS_UNREADABLE);
    }

    @Test
    void whatABuildLeavesBesideItsJarIsNotMixed() {
        Path target = folder.resolve("target");
        site().folder(target.resolve("classes"));
        site().jar(target.resolve("site.jar"));
        ModelJar.of(PLAIN).folder(target);

        assertThat(Scans.names(Scans.clean(scan(target)))).containsExactly("Article");
    }

    @Test
    void supertypesAreFoundInAFolderOfJarsThatHoldsClassesToo() {
        String page = "package com.base; public class Page {}";
        Path mixed = ModelJar.of(page).folder(folder.resolve("mixed"));
        ModelJar.of(PLAIN).jar(mixed.resolve("b.jar"));
        Path jar = ModelJar.of(ARTICLE.replace("Article {", "Article extends com.base.Page {"))
                .against(mixed)
                .version("site", "1.0")
                .jar(folder.resolve("site.jar"));

        assertThat(Scans.scanWith(mixed, jar).problems().asList()).isEmpty();
    }

    @Test
    void linksThatLeadBackAreNotFollowedAndOthersAre() throws IOException {
        Path classes = folder.resolve("classes");
        site().folder(folder.resolve("elsewhere"));
        Files.createDirectories(classes.resolve("com/deep"));
        Files.createSymbolicLink(classes.resolve("com/acme"), folder.resolve("elsewhere/com/acme"));
        Files.createSymbolicLink(classes.resolve("com/deep/back"), classes);
        Files.createSymbolicLink(folder.resolve("elsewhere/com/acme/around"), classes.resolve("com"));
        ScanRequest request = ScanRequest.of(classes);

        ScannedModels scanned = ModelScanner.scan(request, Set.of());

        assertThat(Scans.codes(scanned)).containsExactly(ProblemCode.MODULE_WITHOUT_VERSION);
        assertThat(Scans.names(scanned.model())).containsExactly("Article");
        assertThat(ModelScanner.startKey(request)).isNotEmpty();
    }

    @Test
    void aSuperclassOfANewerJavaIsAnErrorTooAndNotCalledMissing() {
        Path jar = ModelJar.of(
                        "package com.acme; @dev.synchronizer.annotation.ContentType public class Article extends Plain {}",
                        PLAIN)
                .version("site", "1.0")
                .patch("com/acme/Plain.class", VERSION_99)
                .jar(folder.resolve("site.jar"));

        assertThat(codes(scan(jar))).containsExactly(ProblemCode.CLASS_TOO_NEW);
    }

    @Test
    void unrelatedClassesMayBeAsNewOrBrokenAsTheyLike() {
        Path jar = site().patch("com/acme/Plain.class", VERSION_99)
                .entry("com/acme/Noise.class", "noise")
                .entry("module-info.class", "noise")
                .jar(folder.resolve("site.jar"));

        assertThat(names(clean(scan(jar)))).containsExactly("Article");
    }

    @Test
    void aDamagedClassFileIsNamed() {
        Path jar = site().patch("com/acme/Article.class", bytes -> {
                    byte[] changed = bytes.clone();
                    Arrays.fill(changed, changed.length - 12, changed.length, (byte) 0xFF);
                    return changed;
                })
                .jar(folder.resolve("site.jar"));

        Problem problem = only(jar);

        assertThat(problem.code()).isEqualTo(ProblemCode.CLASS_UNREADABLE);
        assertThat(problem.subject()).endsWith("com/acme/Article.class");
    }

    @Test
    void aJarThatIsCutInHalfIsNamed() throws IOException {
        byte[] whole = ModelJar.bytesOf(site().jar(folder.resolve("site.jar")));
        Path half = Files.write(folder.resolve("half.jar"), Arrays.copyOf(whole, whole.length / 2));

        Problem problem = only(half);

        assertThat(problem.code()).isEqualTo(ProblemCode.JAR_UNREADABLE);
        assertThat(problem.subject()).isEqualTo(half.toString());
        assertThat(problem.message()).contains("cut short");
    }

    @Test
    void aFileThatIsNoJarIsNamed() throws IOException {
        assertThat(only(Files.writeString(folder.resolve("notes.jar"), "not a jar at all"))
                        .code())
                .isEqualTo(ProblemCode.JAR_UNREADABLE);
        assertThat(only(Files.writeString(folder.resolve("empty.jar"), "")).code())
                .isEqualTo(ProblemCode.JAR_UNREADABLE);
    }

    @Test
    void aDamagedEntryIsNamed() throws IOException {
        Path jar = site().jar(folder.resolve("site.jar"));
        byte[] bytes = ModelJar.bytesOf(jar);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int name = text.indexOf("com/acme/Article.class");
        Arrays.fill(bytes, name + 60, name + 90, (byte) 0x55);
        Files.write(jar, bytes);

        Problem problem = only(jar);

        assertThat(problem.code()).isEqualTo(ProblemCode.JAR_UNREADABLE);
        assertThat(problem.message()).contains("com/acme/Article.class");
    }

    @Test
    void aMissingPathIsNamedWithTheNearestFolderThatExists() {
        Path missing = folder.resolve("no/such/site.jar");

        Problem problem = only(missing);

        assertThat(problem.code()).isEqualTo(ProblemCode.PATH_NOT_FOUND);
        assertThat(problem.subject()).isEqualTo(missing.toString());
        assertThat(problem.message()).endsWith("is " + folder);
    }

    @Test
    void allErrorsOfARunComeTogetherWithWhatCouldBeRead() throws IOException {
        Path good = site().jar(folder.resolve("good.jar"));
        Path noJar = Files.writeString(folder.resolve("notes.jar"), "not a jar at all");
        Path missing = folder.resolve("missing.jar");
        Path tooNew = ModelJar.of("package com.x; @dev.synchronizer.annotation.ContentType public class X {}")
                .patch("com/x/X.class", VERSION_99)
                .jar(folder.resolve("new-1.jar"));

        ScannedModels scanned = scan(good, noJar, missing, tooNew);

        assertThat(codes(scanned))
                .containsExactlyInAnyOrder(
                        ProblemCode.JAR_UNREADABLE, ProblemCode.PATH_NOT_FOUND, ProblemCode.CLASS_TOO_NEW);
        assertThat(names(scanned.model())).containsExactly("Article");
        assertThat(scanned.emptyJars()).isEmpty();
    }

    @Test
    void aFolderAboveTheOneWhereThePackagesStartIsExplained() {
        Path classes = site().folder(folder.resolve("target/classes"));

        Problem problem = only(classes.getParent());

        assertThat(problem.code()).isEqualTo(ProblemCode.CLASS_UNREADABLE);
        assertThat(problem.message()).contains("com.acme.Article");
        assertThat(problem.fix()).contains("in which the packages start");
    }

    @Test
    void aDamagedJarInAFatJarIsNamedWithBoth() {
        Path fat = site().entry("BOOT-INF/lib/bad.jar", "no jar").jar(folder.resolve("fat.jar"));

        Problem problem = only(fat);

        assertThat(problem.code()).isEqualTo(ProblemCode.JAR_UNREADABLE);
        assertThat(problem.subject()).isEqualTo(fat + "!/BOOT-INF/lib/bad.jar");
    }
}
