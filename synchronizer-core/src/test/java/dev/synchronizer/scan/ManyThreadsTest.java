package dev.synchronizer.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.fixtures.ModelJar;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.ProblemKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** C8: a scan says the same, in the same order, on however many threads. */
class ManyThreadsTest {
    private static final String TYPE =
            "package com.%1$s; @dev.synchronizer.annotation.ContentType public class %2$s { public String get%2$s() "
                    + "{ return \"\"; } public void set%2$s(String value) {} }";

    @TempDir
    static Path folder;

    private static Path damaged;
    private static ScanRequest everything;

    @BeforeAll
    static void writeModels() throws IOException {
        Path large = crowd("large", 3_000, "Article", "Author", "Page").jar(folder.resolve("large-1.0.jar"));
        Path copy = Files.copy(large, folder.resolve("copy-1.0.jar"));
        damaged = crowd("damaged", 1_500).jar(folder.resolve("damaged-1.0.jar"));
        damage(damaged, "com/damaged/C400.class");
        damage(damaged, "com/damaged/C450.class");
        damage(damaged, "com/damaged/C1200.class");
        Path tooNew = crowd("future", 500, "Near", "Far")
                .patch("com/future/Far.class", ManyThreadsTest::ofVersion99)
                .jar(folder.resolve("future-1.0.jar"));
        byte[] whole = ModelJar.bytesOf(crowd("cut", 500, "Cut").jar(folder.resolve("whole.jar")));
        Path cut = Files.write(folder.resolve("cut-1.0.jar"), Arrays.copyOf(whole, whole.length / 2));
        Path stored = crowd("stored", 600, "Inner").jar(folder.resolve("stored-2.0.jar"));
        Path fat = crowd("outer", 300, "Outer").fatJar(folder.resolve("fat-1.0.jar"), stored);
        Path packed = crowd("packed", 600, "Packed").jar(folder.resolve("packed-2.0.jar"));
        Path war = ModelJar.of()
                .entry("WEB-INF/lib/packed-2.0.jar", ModelJar.bytesOf(packed))
                .jar(folder.resolve("web-1.0.war"));
        Path classes = crowd("folder", 300, "Loose").folder(folder.resolve("classes"));
        Path empty = crowd("empty", 500).jar(folder.resolve("empty-1.0.jar"));
        everything = ScanRequest.of(large, copy, damaged, tooNew, cut, fat, war, classes, empty);
    }

    /** Types somewhere among many classes that are none. */
    private static ModelJar crowd(String name, int classes, String... types) {
        ModelJar jar = ModelJar.of(
                Arrays.stream(types).map(type -> TYPE.formatted(name, type)).toArray(String[]::new));
        Random random = new Random(classes);
        for (int i = 0; i < classes; i++) {
            byte[] noise = new byte[100 + random.nextInt(400)];
            random.nextBytes(noise);
            jar.entry("com/" + name + "/C" + i + ".class", noise);
        }
        return types.length == 0 ? jar : jar.shuffled(classes);
    }

    private static void damage(Path jar, String entry) throws IOException {
        byte[] bytes = ModelJar.bytesOf(jar);
        int name = new String(bytes, StandardCharsets.ISO_8859_1).indexOf(entry);
        Arrays.fill(bytes, name + entry.length() + 20, name + entry.length() + 60, (byte) 0x55);
        Files.write(jar, bytes);
    }

    private static byte[] ofVersion99(byte[] bytes) {
        byte[] changed = bytes.clone();
        changed[6] = 0;
        changed[7] = 99;
        return changed;
    }

    private static String text(ScannedModels scanned) {
        return Scans.json(scanned.model()) + scanned.problems().asList();
    }

    private static ScannedModels scan(int threads, ScanRequest request) {
        return ModelScanner.scan(request, Set.of(), threads);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 4, 4, 9})
    void theResultIsTheSameAsOnOneThread(int threads) {
        ScannedModels expected = scan(1, everything);

        ScannedModels scanned = scan(threads, everything);

        assertThat(scanned).isEqualTo(expected);
        assertThat(text(scanned)).isEqualTo(text(expected));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void everyTypeIsFoundAndEveryProblemOnce(int threads) {
        ScannedModels scanned = scan(threads, everything);

        assertThat(Scans.names(scanned.model()))
                .containsExactlyInAnyOrder("Article", "Author", "Page", "Near", "Inner", "Outer", "Packed", "Loose");
        assertThat(Scans.codes(scanned))
                .filteredOn(code -> code.kind() == ProblemKind.FAILURE)
                .containsExactlyInAnyOrder(
                        ProblemCode.JAR_UNREADABLE, ProblemCode.JAR_UNREADABLE, ProblemCode.CLASS_TOO_NEW);
        // The empty one, the outer one of the war, and not the copy: it could declare what it now repeats.
        assertThat(scanned.emptyJars()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void ofADamagedJarOnlyTheFirstDamagedEntryIsNamed(int threads) {
        List<Problem> failures = scan(threads, everything).problems().stream()
                .filter(problem -> problem.subject().equals(damaged.toString()))
                .filter(problem -> problem.code() == ProblemCode.JAR_UNREADABLE)
                .toList();

        assertThat(failures).hasSize(1);
        assertThat(failures.get(0).message()).contains("com/damaged/C400.class");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void whatLiesBehindADamagedEntryDoesNotCount(int threads) throws IOException {
        Path compiled = ModelJar.of(TYPE.formatted("half", "Late")).folder(folder.resolve("late"));
        Path jar = crowd("half", 2_500)
                .entry("com/half/Late.class", ModelJar.bytesOf(compiled.resolve("com/half/Late.class")))
                .jar(folder.resolve("half-1.0.jar"));
        assertThat(Scans.names(scan(threads, ScanRequest.of(jar)).model())).containsExactly("Late");

        damage(jar, "com/half/C3.class");

        assertThat(Scans.names(scan(threads, ScanRequest.of(jar)).model())).isEmpty();
    }
}
