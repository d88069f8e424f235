package dev.synchronizer.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every Java snippet of the guide is a part of a test of a guide's package, and every such part is in the guide. */
class GuideSnippetsTest {
    private static final Pattern FENCED = Pattern.compile("(?ms)^```java\\n(.*?)^```$");
    private static final Pattern MARKED = Pattern.compile("(?ms)^ *// guide: [^\\n]+\\n(.*?)^ *// end$");

    private static final List<String> TESTS = List.of(
            "synchronizer-core/src/test/java/dev/synchronizer/guide",
            "integrations/spring-boot-starter/src/test/java/dev/synchronizer/spring/guide");

    @Test
    void theGuideShowsWhatTheTestsRun() throws IOException {
        Path root = projectRoot();
        List<String> shown = parts(FENCED, Files.readString(root.resolve("docs/guide.md")));
        List<String> run = new ArrayList<>();
        for (String folder : TESTS) {
            try (Stream<Path> files = Files.list(root.resolve(folder))) {
                files.sorted().forEach(file -> run.addAll(parts(MARKED, text(file))));
            }
        }

        assertThat(shown).hasSizeGreaterThan(10).containsExactlyInAnyOrderElementsOf(run);
    }

    private static List<String> parts(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult part) -> part.group(1).stripTrailing().stripIndent())
                .toList();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Path projectRoot() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("synchronizer-core/pom.xml"))) {
            Path parent = folder.getParent();
            if (parent == null) {
                throw new IllegalStateException("the tests do not run in a folder of the project");
            }
            folder = parent;
        }
        return folder;
    }
}
