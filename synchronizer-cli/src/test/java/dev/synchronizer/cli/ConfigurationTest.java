package dev.synchronizer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationTest {
    @TempDir
    Path directory;

    private String jar = "";

    @BeforeEach
    void makeModels() throws IOException {
        jar = ModelJars.make(directory.resolve("acme-1.0.jar"), Map.of("Page", "@ContentType public class Page {}"))
                .toString();
    }

    @Test
    void theCommandLineComesBeforeTheEnvironmentBeforeTheFileBeforeTheDefault() throws IOException {
        configure("format = markdown");

        assertThat(validate(Map.of()).out()).startsWith("### Content types");
        assertThat(validate(Map.of("SYNCHRONIZER_FORMAT", "json")).out()).startsWith("{");
        assertThat(validate(Map.of("SYNCHRONIZER_FORMAT", "json"), "--format", "junit")
                        .out())
                .startsWith("<?xml");
        Files.delete(directory.resolve("synchronizer.properties"));
        assertThat(validate(Map.of()).out()).startsWith("Valid:");
    }

    @Test
    void anEmptyValueTakesBackWhatTheFileSays() throws IOException {
        configure("format = markdown", "packages =");

        assertThat(validate(Map.of("SYNCHRONIZER_FORMAT", "")).out()).startsWith("Valid:");
    }

    @Test
    void aFileThatIsNamedStandsInForTheOneInTheWorkingDirectory() throws IOException {
        configure("format = markdown");
        Path other = Files.writeString(directory.resolve("other.properties"), "format = json");

        assertThat(validate(Map.of(), "--config", other.toString()).out()).startsWith("{");
        assertThat(validate(Map.of(), "--config=" + other).out()).startsWith("{");
        assertThat(validate(Map.of("SYNCHRONIZER_CONFIG", other.toString())).out())
                .startsWith("{");
    }

    @Test
    void aSwitchThatIsOnStaysOnWhenItIsGivenAgain() throws IOException {
        configure("quiet = true");

        assertThat(validate(Map.of(), "--quiet").out()).isEmpty();
        assertThat(validate(Map.of()).out()).isEmpty();
    }

    @Test
    void listsAreSeparatedByCommas() throws IOException {
        configure("models = %s , %s".formatted(directory.resolve("one.jar"), directory.resolve("two.jar")));

        CommandRun run = CommandRun.of(directory, "validate");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err().lines().filter(line -> line.startsWith("CT101 error ")))
                .hasSize(2)
                .anyMatch(line -> line.startsWith("CT101 error " + directory.resolve("one.jar") + ": "))
                .anyMatch(line -> line.startsWith("CT101 error " + directory.resolve("two.jar") + ": "));
    }

    @Test
    void keysOfOtherCommandsAreKnown() throws IOException {
        configure("fail-on = new", "password = geheim", "module-version = acme=2.0");

        assertThat(validate(Map.of()).exitCode()).isZero();
    }

    @Test
    void anUnknownKeyIsWrongUsageThatNamesTheNearest() throws IOException {
        configure("modles = x");

        CommandRun run = validate(Map.of());

        assertThat(run.exitCode()).isEqualTo(64);
        assertThat(run.err()).contains("there is no option modles").contains("write models");
    }

    @Test
    void aWrongValueFromTheFileIsWrongUsage() throws IOException {
        configure("format = yaml");

        assertThat(validate(Map.of()).exitCode()).isEqualTo(64);
    }

    @Test
    void helpIsThereWhateverTheFileSays() throws IOException {
        configure("modles = x");

        assertThat(CommandRun.of(directory, "sync", "--help").exitCode()).isZero();
    }

    @Test
    void committingCanBeSwitchedOffAndOnAgain() throws IOException {
        configure("commit = false", "url = jdbc:h2:file:" + directory.resolve("db"), "models = " + jar);

        assertThat(CommandRun.of(directory, "sync").out()).contains("committing is switched off");
        assertThat(directory.resolve("db.mv.db")).doesNotExist();
        assertThat(CommandRun.of(directory, Map.of("SYNCHRONIZER_COMMIT", "true"), "sync", "--no-commit")
                        .out())
                .contains("committing is switched off");
        assertThat(CommandRun.of(directory, "sync", "--commit").out()).contains("Committed as run 1");
    }

    private CommandRun validate(Map<String, String> environment, String... more) {
        String[] arguments = java.util.stream.Stream.concat(
                        java.util.stream.Stream.of("validate", "--models", jar), java.util.Arrays.stream(more))
                .toArray(String[]::new);
        return CommandRun.of(directory, environment, arguments);
    }

    private void configure(String... lines) throws IOException {
        Files.writeString(directory.resolve("synchronizer.properties"), String.join("\n", lines));
    }
}
