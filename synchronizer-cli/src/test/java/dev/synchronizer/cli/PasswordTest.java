package dev.synchronizer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PasswordTest {
    @TempDir
    Path directory;

    @Test
    void aPasswordComesFromTheEnvironmentOrTheFileAndIsNeverShown() throws IOException {
        String jar = ModelJars.make(
                        directory.resolve("acme-1.0.jar"), Map.of("Page", "@ContentType public class Page {}"))
                .toString();
        String[] sync = {
            "sync", "--models", jar, "--user", "ada", "--url", "jdbc:h2:file:" + directory.resolve("db"), "--verbose"
        };

        CommandRun first = CommandRun.of(directory, Map.of("SYNCHRONIZER_PASSWORD", "geheim42"), sync);
        CommandRun wrong = CommandRun.of(directory, Map.of("SYNCHRONIZER_PASSWORD", "falsch42"), sync);
        Files.writeString(directory.resolve("synchronizer.properties"), "password = geheim42");
        CommandRun second = CommandRun.of(directory, sync);

        assertThat(first.exitCode()).isZero();
        assertThat(wrong.exitCode()).isEqualTo(1);
        assertThat(wrong.err()).contains("CT501");
        assertThat(second.exitCode()).isZero();
        for (CommandRun run : new CommandRun[] {first, wrong, second}) {
            assertThat(run.out() + run.err()).doesNotContain("geheim42").doesNotContain("falsch42");
        }
    }

    @Test
    void aPasswordInsideAUrlIsMasked() {
        CommandRun run =
                CommandRun.of(directory, "types", "--url", "jdbc:nothing://host/db?user=ada&password=geheim42");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("CT507").contains("password=***").doesNotContain("geheim42");
    }

    @Test
    void userAndPasswordCanStandInTheUrlOfAnEmbeddedDatabase() throws IOException {
        String file = "jdbc:h2:file:" + directory.resolve("db");
        String jar = ModelJars.make(
                        directory.resolve("acme-1.0.jar"), Map.of("Page", "@ContentType public class Page {}"))
                .toString();

        CommandRun made =
                CommandRun.of(directory, "sync", "--models", jar, "--url", file + ";USER=ada;PASSWORD=geheim42");
        CommandRun wrong =
                CommandRun.of(directory, "types", "--verbose", "--url", file + ";USER=ada;PASSWORD=falsch42");
        CommandRun elsewhere = CommandRun.of(
                directory, Map.of("SYNCHRONIZER_PASSWORD", "geheim42"), "types", "--user", "ada", "--url", file);

        assertThat(made.exitCode()).as(made.err()).isZero();
        assertThat(wrong.exitCode()).isEqualTo(1);
        assertThat(wrong.err()).contains("CT501 error " + file + ": ").doesNotContain("falsch42");
        assertThat(elsewhere.exitCode()).as(elsewhere.err()).isZero();
    }

    @Test
    void aPasswordBeforeTheHostIsRefusedBeforeADriverCanShowIt() {
        for (String url : new String[] {
            "jdbc:postgresql://ada:ge;he im42@127.0.0.1:1/d",
            "jdbc:mariadb://ada:gehe@im42@127.0.0.1:1/d",
            "jdbc:h2:tcp://ada:geheim42@127.0.0.1:1/d"
        }) {
            CommandRun run = CommandRun.of(directory, "types", "--verbose", "--url", url);

            assertThat(run.exitCode()).as(url).isEqualTo(64);
            assertThat(run.err()).contains("SYNCHRONIZER_PASSWORD").doesNotContain("im42");
        }
        assertThat(CommandRun.of(directory, "types", "--url", "jdbc:postgresql://127.0.0.1:1/d@x")
                        .exitCode())
                .isEqualTo(1);
    }

    @Test
    void aMaskedPasswordTakesNothingOfTheMessageWithIt() {
        CommandRun run = CommandRun.of(directory, "types", "--url", "jdbc:nothing://host/db?password=geheim42");

        assertThat(run.err()).contains("jdbc:nothing://host/db?password=***: there is no driver");
    }

    @Test
    void thereIsNoOptionForIt() {
        assertThat(CommandRun.of(directory, "types", "--password", "geheim42").exitCode())
                .isEqualTo(64);
    }

    @Test
    void masksWhatDriversAcceptInUrls() {
        assertThat(Secrets.mask("jdbc:h2:file:x;PASSWORD=a b")).isEqualTo("jdbc:h2:file:x;PASSWORD=***");
        assertThat(Secrets.mask("jdbc:h2:file:x;PASSWORD=a&b' c;USER=ada"))
                .isEqualTo("jdbc:h2:file:x;PASSWORD=***;USER=ada");
        assertThat(Secrets.mask("jdbc:postgresql://h/d?password=a;b \"c&ssl=true\n  at x"))
                .isEqualTo("jdbc:postgresql://h/d?password=***&ssl=true\n  at x");
        assertThat(Secrets.mask("jdbc:mariadb://ada:ge@h/eim@h/d")).isEqualTo("jdbc:mariadb://ada:***@h/d");
        assertThat(Secrets.mask("jdbc:postgresql://h/d?password=p%26w&ssl=true"))
                .isEqualTo("jdbc:postgresql://h/d?password=***&ssl=true");
        assertThat(Secrets.mask("jdbc:mariadb://ada:geheim@h/d")).isEqualTo("jdbc:mariadb://ada:***@h/d");
    }
}
