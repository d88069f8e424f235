package dev.synchronizer.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Keeps the reference of problem codes in step with the codes; {@code -Dgolden.update} writes it anew. */
class ProblemReferenceTest {
    private static final Path REFERENCE = projectRoot().resolve("docs/reference/problems.md");

    private static final String INTRODUCTION = """
            # Problem codes

            Every problem that the synchronizer reports has one of these codes. The codes are stable: `@Suppress`, pipelines
            and people can refer to them. A problem that is an error holds up the run and leads to the exit code beside it;
            where several errors come together, the first of 64, 1, 4 and 5 is the exit code. A warning holds up nothing; one
            about a type or property can be accepted there by `@Suppress` with its code.

            | code | severity | exit code | what is wrong | what to do |
            |---|---|---|---|---|
            """;

    @Test
    void theReferenceListsEveryCodeAsItIs() throws IOException {
        String expected = INTRODUCTION
                + Arrays.stream(ProblemCode.values())
                        .map(ProblemReferenceTest::row)
                        .collect(Collectors.joining());
        if (System.getProperty("golden.update") != null) {
            Files.createDirectories(REFERENCE.getParent());
            Files.writeString(REFERENCE, expected);
        }
        assertThat(REFERENCE).exists();
        assertThat(Files.readString(REFERENCE))
                .as("docs/reference/problems.md; run the tests with -Dgolden.update to write it anew")
                .isEqualTo(expected);
    }

    @Test
    void idsAreUniqueAndAscending() {
        assertThat(Arrays.stream(ProblemCode.values()).map(ProblemCode::id))
                .isSortedAccordingTo(Comparator.comparing(id -> Integer.valueOf(id.substring(2))))
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("CT[1-9][0-9]{2,3}"));
    }

    @Test
    void codesAreFoundByTheirIds() {
        assertThat(Arrays.stream(ProblemCode.values())).allMatch(code -> ProblemCode.byId(code.id()) == code);
        assertThat(ProblemCode.byId("CT999")).isNull();
    }

    @Test
    void summariesBeginLikeSentencesFixesLikeCommandsAndNeitherEndsWithAFullStop() {
        assertThat(Arrays.stream(ProblemCode.values())).allSatisfy(code -> {
            assertThat(code.summary()).matches("(?s)[A-Z@l].*[^.!]");
            assertThat(code.fix()).matches("(?s)[a-z@].*[^.!]");
        });
        assertThat(new HashSet<>(Arrays.stream(ProblemCode.values())
                        .map(ProblemCode::summary)
                        .toList()))
                .hasSameSizeAs(ProblemCode.values());
    }

    private static String row(ProblemCode code) {
        return "| %s | %s | %s | %s | %s |\n"
                .formatted(
                        code.id(),
                        code.severity().label(),
                        exitCode(code.kind()),
                        cell(code.summary()),
                        cell(code.fix()));
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("*", "\\*").replace("_", "\\_");
    }

    private static String exitCode(ProblemKind kind) {
        return switch (kind) {
            case USAGE -> "64";
            case FAILURE -> "1";
            case INVALID_MODEL -> "4";
            case REFUSAL -> "5";
            case POLICY -> "3";
            case ADVICE -> "none";
        };
    }

    private static Path projectRoot() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("synchronizer-core/pom.xml"))) {
            Path parent = folder.getParent();
            if (parent == null) {
                throw new IllegalStateException(
                        "no folder of the project: " + Path.of("").toAbsolutePath());
            }
            folder = parent;
        }
        return folder;
    }
}
