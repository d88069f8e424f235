package dev.synchronizer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
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
    void anEmptyNameOfAFileIsNone() throws IOException {
        configure("format = markdown");

        assertThat(validate(Map.of("SYNCHRONIZER_CONFIG", "")).out()).startsWith("### Content types");
        CommandRun run = validate(Map.of(), "--config=");
        assertThat(run.exitCode()).isEqualTo(64);
        assertThat(run.err()).contains("--config: its value is empty");
    }

    @Test
    void anEmptyArgumentIsRefusedByItsName() {
        CommandRun run = CommandRun.of(directory, "types", "");

        assertThat(run.exitCode()).isEqualTo(64);
        assertThat(run.err()).contains("synchronizer types: NAME: its value is empty");
    }

    @Test
    void aFileThatCannotBeReadIsAFailureAndOneOfAnotherFormIsWrongUsage() throws IOException {
        CommandRun folder = validate(Map.of(), "--config", directory.toString());
        assertThat(folder.exitCode()).isEqualTo(1);
        assertThat(folder.err()).contains("CT101 error " + directory + ": it is a folder, and no configuration file");

        Path latin =
                Files.write(directory.resolve("latin.properties"), new byte[] {'u', 's', 'e', 'r', '=', (byte) 0xe9});
        CommandRun other = validate(Map.of(), "--config", latin.toString());
        assertThat(other.exitCode()).isEqualTo(64);
        assertThat(other.err()).contains("it is not in UTF-8.");
    }

    @Test
    void aByteOrderMarkIsNoPartOfAKey() throws IOException {
        configure("\ufeffformat = markdown");

        assertThat(validate(Map.of()).out()).startsWith("### Content types");
    }

    @Test
    void aSwitchThatIsOnStaysOnWhenItIsGivenAgain() throws IOException {
        configure("quiet = true");

        assertThat(validate(Map.of(), "--quiet").out()).isEmpty();
        assertThat(validate(Map.of()).out()).isEmpty();
    }

    @Test
    void everySwitchThatIsOnStaysOnWhenItIsGivenAgain() {
        Surroundings surroundings = new Surroundings(
                InputStream.nullInputStream(), System.out, System.err, Map.of(), directory, Terminal.NONE);
        Program.complete(new Context(surroundings, Configuration.none())).getSubcommands().values().stream()
                .flatMap(command -> command.getCommandSpec().options().stream())
                .filter(option -> option.arity().max() == 0 && ConfiguredDefaults.isConfigurable(option))
                .forEach(option -> assertThat(option.fallbackValue())
                        .as(option.longestName())
                        .isEqualTo("true"));
    }

    @Test
    void whatIsConfiguredArrivesAsItWasWritten() throws IOException {
        String url = "jdbc:h2:file:" + directory.resolve("db");
        configure("url = " + url, "actor = ${sys:user.name} $${x} $$${y} $");
        CommandRun.of(directory, "define", "Banner");

        assertThat(CommandRun.of(directory, "history", "--changes").out())
                .contains("  ${sys:user.name} $${x} $$${y} $  ");
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
    void aFormatThatACommandDoesNotHaveMattersOnlyWhereItIsAskedFor() throws IOException {
        String url = "jdbc:h2:file:" + directory.resolve("db");
        configure("format = sarif", "url = " + url);

        assertThat(CommandRun.of(directory, "types").out()).isEqualTo("No types are stored.\n");
        assertThat(CommandRun.of(directory, "types", "--format", "sarif").exitCode())
                .isEqualTo(64);
    }

    @Test
    void everyOptionCanComeFromTheEnvironment() {
        String url = "jdbc:h2:file:" + directory.resolve("db");
        Map<String, String> environment = Map.ofEntries(
                Map.entry("SYNCHRONIZER_MODELS", jar),
                Map.entry("SYNCHRONIZER_URL", url),
                Map.entry("SYNCHRONIZER_ACTOR", "ada"),
                Map.entry("SYNCHRONIZER_DRY_RUN", "true"),
                Map.entry("SYNCHRONIZER_TYPE", "Page"),
                Map.entry("SYNCHRONIZER_MODULE_VERSION", "acme=3.0, other=1"),
                Map.entry("SYNCHRONIZER_ORPHANS", "quarantine:3"),
                Map.entry("SYNCHRONIZER_ALLOW", "lossy"),
                Map.entry("SYNCHRONIZER_FAIL_ON", "new, orphaned"),
                Map.entry("SYNCHRONIZER_EXIT_CODE", "true"),
                Map.entry("SYNCHRONIZER_SAVE_PLAN", directory.resolve("plan").toString()),
                Map.entry("SYNCHRONIZER_OUTPUT", directory.resolve("result").toString()),
                Map.entry("SYNCHRONIZER_PACKAGES", "other, acme"),
                Map.entry("SYNCHRONIZER_CLASS_PATH", jar),
                Map.entry("SYNCHRONIZER_FORCE_SCAN", "true"),
                Map.entry("SYNCHRONIZER_FORMAT", "json"));

        CommandRun run = CommandRun.of(directory, environment, "sync");

        assertThat(run.exitCode()).as(run.err()).isEqualTo(3);
        assertThat(run.err()).contains("--fail-on new").doesNotContain("--fail-on orphaned");
        assertThat(directory.resolve("result")).content().contains("\"dryRun\": true", "\"name\": \"Page\"");
        assertThat(directory.resolve("plan")).exists();
        assertThat(directory.resolve("db.mv.db")).doesNotExist();
    }

    @Test
    void anUnknownKeyIsWrongUsageThatNamesTheNearest() throws IOException {
        configure("modles = x");

        CommandRun run = validate(Map.of());

        assertThat(run.exitCode()).isEqualTo(64);
        assertThat(run.err()).contains("there is no option modles").contains("write models");
    }

    @Test
    void whatIsMeantOnceCountsOnTheCommandLineAlone() throws IOException {
        String url = "jdbc:h2:file:" + directory.resolve("db");
        CommandRun.of(directory, "sync", "--models", jar, "--url", url);
        Map<String, String> variables = Map.of("SYNCHRONIZER_PARENT", "x", "SYNCHRONIZER_HAVING", "nothing");

        assertThat(CommandRun.of(directory, variables, "content", "list", "--url", url)
                        .out())
                .isEqualTo("No items.\n");

        configure("clear = teaser");
        CommandRun run = CommandRun.of(directory, "content", "list", "--url", url);

        assertThat(run.exitCode()).isEqualTo(64);
        assertThat(run.err()).contains("--clear counts on the command line alone");
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
