package dev.synchronizer.spring.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the README and the guide show of Spring Boot beside Java is what the build and the tests use. */
class SpringSnippetsTest {
    private static final Path ROOT = Path.of("../..");

    @Test
    void theGuideShowsTheConfigurationOfTheTests() throws IOException {
        assertThat(fences("properties", "docs/guide.md"))
                .contains(Files.readString(Path.of("src/test/resources/guide/application.properties")));
    }

    @Test
    void bothNameThisModuleAsItIs() throws IOException {
        String dependency =
                """
                <dependency>
                  <groupId>%s</groupId>
                  <artifactId>%s</artifactId>
                  <version>%s</version>
                </dependency>
                """.formatted(coordinate("groupId", 0), coordinate("artifactId", 1), coordinate("version", 0));

        assertThat(fences("xml", "README.md")).contains(dependency);
        assertThat(fences("xml", "docs/guide.md")).contains(dependency);
    }

    /** In the module's own description, the parent's coordinates come first. */
    private static String coordinate(String name, int index) throws IOException {
        return Pattern.compile("<" + name + ">([^<]+)<")
                .matcher(Files.readString(Path.of("pom.xml")))
                .results()
                .skip(index)
                .findFirst()
                .orElseThrow()
                .group(1);
    }

    private static List<String> fences(String language, String file) throws IOException {
        return Pattern.compile("(?ms)^```" + language + "\\n(.*?)^```$")
                .matcher(Files.readString(ROOT.resolve(file)))
                .results()
                .map(part -> part.group(1))
                .toList();
    }
}
