package dev.synchronizer.scan;

import static dev.synchronizer.fixtures.Steps.step;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.fixtures.ModelJar;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The checksum of a step follows what its code does, and nothing else. */
class CodeChecksumTest {
    private static final String BODY = """
            final int limit = 60;
            final String sign = "…";
            java.util.Map<String, Integer> seen = new java.util.TreeMap<>();
            long[] total = {0};
            content.items("Article").having("author").forEach(item -> {
                String author = (String) item.get("author").orElse("");
                int at = author.lastIndexOf(' ');
                final double share = 0.5;
                if (at > 0 && at < limit) {
                    seen.merge(author.substring(0, at), 1, Integer::sum);
                    item.set("firstName", author.substring(0, at));
                } else {
                    for (int i = 0, skipped = 2; i < author.length(); i += skipped) {
                        total[0] += author.charAt(i) == ',' ? 1 : 0;
                    }
                }
                switch (author) {
                    case "nobody" -> item.clear("author");
                    case "many" -> item.set("author", total[0] * share + sign);
                    default -> item.set("lastName", author + sign);
                }
            });
            try {
                Runnable done = new Runnable() {
                    public void run() { seen.clear(); }
                };
                done.run();
            } catch (IllegalStateException | ClassCastException e) {
                final String reason = "broken";
                throw new Exception(reason + limit, e);
            }
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"-g", "-g:none", "-g:source,lines", "-g:vars", "-parameters"})
    void debugInformationMakesNoDifference(String option) {
        assertThat(checksum(BODY, 17, option)).isEqualTo(checksum(BODY, 17));
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 15, 16})
    void theVersionOfTheClassFilesMakesNoDifference(int release) {
        assertThat(checksum(BODY, release)).isEqualTo(checksum(BODY, 17));
    }

    @Test
    void annotationsAndTheOrderOfMethodsMakeNoDifference() {
        String one = "private int one() { return 1; }";
        String two = "@Deprecated public int two() { return one() + 1; }";

        assertThat(checksumOf(members(one, two), 17)).isEqualTo(checksumOf(members(two, one), 17));
        assertThat(checksumOf(members(one, two), 17))
                .isEqualTo(checksumOf(members(one, two).replace("@Deprecated", ""), 17));
        assertThat(checksumOf(members(one, two), 17))
                .isEqualTo(checksumOf(members(one, two).replace("\"1.0\"", "\"1.0\", order = 5"), 17));
    }

    private static String members(String... members) {
        String source = step("Some", "version = \"1.0\"", "");
        return source.substring(0, source.lastIndexOf('}')) + String.join(" ", members) + "}";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "having(\"author\")|having(\"writer\")",
                "limit = 60|limit = 61",
                "share = 0.5|share = 0.25",
                "i += skipped|i += 2 * skipped",
                "at > 0|at >= 0",
                "substring(0, at), 1,|substring(0, at), 2,",
                "case \"nobody\"|case \"anybody\"",
                "seen.clear()|seen.size()",
                "ClassCastException|NullPointerException",
                "author.lastIndexOf|author.indexOf",
                "\"broken\"|\"bent\""
            })
    void whateverTheBodyDoesOtherwiseMakesADifference(String change) {
        String[] parts = change.split("\\|", 2);
        String other = BODY.replace(parts[0], parts[1]);

        assertThat(other).isNotEqualTo(BODY);
        assertThat(checksum(other, 17)).isNotEqualTo(checksum(BODY, 17));
    }

    @Test
    void whichOfTwoVariablesIsMeantMakesADifference() {
        String body =
                "int a = content.hashCode(); int b = a * 2; while (a < 9) { %s = %s + 1; } content.has(\"\" + %s);";

        assertThat(java.util.stream.Stream.of("aaa", "aab", "aba", "abb", "baa", "bab", "bba", "bbb")
                        .map(names -> checksum(body.formatted(names.charAt(0), names.charAt(1), names.charAt(2)), 17)))
                .doesNotHaveDuplicates();
    }

    @Test
    void nestedClassesBelongToTheStepAndOthersDoNot() {
        String nested = members("public static class Part { int value() { return 1; } }");
        String other = "package com.acme; public class Part { int value() { return 1; } }";

        assertThat(checksumOf(nested, 17)).isNotEqualTo(checksumOf(nested.replace("return 1", "return 2"), 17));
        assertThat(checksumOf(members(), 17, new String[] {other}))
                .isEqualTo(checksumOf(members(), 17, new String[] {other.replace("return 1", "return 2")}));
    }

    private String checksum(String body, int release, String... options) {
        return checksumOf(step("Some", "version = \"1.0\"", body), release, new String[] {}, options);
    }

    private String checksumOf(String source, int release) {
        return checksumOf(source, release, new String[] {});
    }

    private String checksumOf(String source, int release, String[] others, String... options) {
        Path jar = ModelJar.of(source)
                .with(others)
                .compiledWith(release, options)
                .version("site", "1.0")
                .jar(folder.resolve("site.jar"));
        return Scans.clean(Scans.scan(jar)).modules().get(0).steps().get(0).checksum();
    }
}
