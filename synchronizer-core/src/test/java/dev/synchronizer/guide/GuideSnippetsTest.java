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

/** Every Java snippet of the guide, its pages and the README is a part of a test, and every such part is there. */
class GuideSnippetsTest {
    private static final Pattern FENCED = Pattern.compile("(?ms)^```java\\n(.*?)^```$");
    private static final Pattern OF_GUIDE = marked("guide");
    private static final Pattern OF_README = marked("readme");
    private static final Pattern OF_SAVING = marked("saving");
    private static final Pattern OF_STAGING = marked("staging");
    private static final Pattern OF_INTEGRATION = marked("integration");

    private static final List<String> TESTS = List.of(
            "synchronizer-core/src/test/java/dev/synchronizer/guide",
            "integrations/kafka/src/test/java/dev/synchronizer/kafka",
            "integrations/spring-boot-starter/src/test/java/dev/synchronizer/spring/guide",
            "integrations/spring-boot-starter/src/test/java/dev/synchronizer/spring/site");

    @Test
    void theGuideShowsWhatTheTestsRun() throws IOException {
        assertThat(shown("docs/guide.md")).hasSizeGreaterThan(10).containsExactlyInAnyOrderElementsOf(run(OF_GUIDE));
    }

    @Test
    void thePageOnSavingShowsWhatTheTestsRun() throws IOException {
        assertThat(shown("docs/saving.md")).hasSizeGreaterThan(5).containsExactlyInAnyOrderElementsOf(run(OF_SAVING));
    }

    @Test
    void thePageOnStagingShowsWhatTheTestsRun() throws IOException {
        assertThat(shown("docs/staging.md")).hasSizeGreaterThan(2).containsExactlyInAnyOrderElementsOf(run(OF_STAGING));
    }

    @Test
    void thePageOnOtherSystemsShowsWhatTheTestsRun() throws IOException {
        assertThat(shown("docs/integration.md"))
                .hasSizeGreaterThan(5)
                .containsExactlyInAnyOrderElementsOf(run(OF_INTEGRATION));
    }

    @Test
    void theReadmeShowsWhatTheTestsRun() throws IOException {
        assertThat(shown("README.md")).hasSizeGreaterThan(4).containsExactlyInAnyOrderElementsOf(run(OF_README));
    }

    private static List<String> shown(String page) throws IOException {
        return parts(FENCED, Files.readString(projectRoot().resolve(page)));
    }

    private static List<String> run(Pattern marked) throws IOException {
        List<String> run = new ArrayList<>();
        for (String folder : TESTS) {
            try (Stream<Path> files = Files.list(projectRoot().resolve(folder))) {
                files.sorted().forEach(file -> run.addAll(parts(marked, text(file))));
            }
        }
        return run;
    }

    private static Pattern marked(String page) {
        return Pattern.compile("(?ms)^ *// " + page + ": [^\\n]+\\n(.*?)^ *// end$");
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
