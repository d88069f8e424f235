package dev.synchronizer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApplyCommandTest {
    @TempDir
    Path directory;

    private String jar = "";
    private String plan = "";

    @BeforeEach
    void makeModels() throws IOException {
        jar = ModelJars.make(directory.resolve("acme-1.0.jar"), Map.of("Page", "@ContentType public class Page {}"))
                .toString();
        plan = directory.resolve("plan").toString();
    }

    @Test
    void aPlanOfAnEmptyStoreMakesTheDatabase() {
        run("sync", "--dry-run", "--models", jar, "--url", url("db"), "--save-plan", plan);

        assertThat(run("apply", plan, "--url", url("db")).out()).contains("Committed as run 1");
    }

    @Test
    void aRefusedPlanMakesNoDatabase() {
        run("sync", "--models", jar, "--url", url("db"));
        run("sync", "--dry-run", "--models", jar, "--url", url("db"), "--save-plan", plan);

        CommandRun elsewhere = run("apply", plan, "--url", url("misspelt"));

        assertThat(elsewhere.exitCode()).isEqualTo(5);
        assertThat(elsewhere.err()).contains("CT403 error " + plan + ": ");
        assertThat(directory.resolve("misspelt.mv.db")).doesNotExist();
        assertThat(run("apply", plan, "--url", url("db")).exitCode()).isZero();
    }

    @Test
    void aPlanThatWouldBeRefusedIsNotSavedAndThatIsSaid() throws IOException {
        run("sync", "--models", page("1.0", "4a1f1c8e-0000-4000-8000-000000000001"), "--url", url("db"));
        String conflicting = page("1.1", "4a1f1c8e-0000-4000-8000-000000000002");

        CommandRun run = run("sync", "--dry-run", "--models", conflicting, "--url", url("db"), "--save-plan", plan);

        assertThat(run.exitCode()).isEqualTo(5);
        assertThat(run.err()).contains("The plan is not saved to " + plan + ", as it would be refused.");
        assertThat(Path.of(plan)).doesNotExist();
    }

    @Test
    void thePlanAndTheReportCannotGoToOneFile() {
        CommandRun run =
                run("sync", "--dry-run", "--models", jar, "--url", url("db"), "--save-plan", plan, "--output", plan);

        assertThat(run.exitCode()).isEqualTo(64);
        assertThat(run.err()).contains("CT903 error " + plan + ": --save-plan and --output");
        assertThat(Path.of(plan)).doesNotExist();
    }

    private String page(String version, String guid) throws IOException {
        String source = "@ContentType(guid = \"%s\") public class Page {}".formatted(guid);
        return ModelJars.make(directory.resolve("site-" + version + ".jar"), Map.of("Page", source))
                .toString();
    }

    @Test
    void aDatabaseThatCannotBeLookedAtIsNotTakenForAnEmptyOne() throws IOException {
        Files.writeString(directory.resolve("notes"), "no folder");

        CommandRun run = run("sync", "--dry-run", "--models", jar, "--url", url("notes/db"));

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).startsWith("CT501 error ");
    }

    private CommandRun run(String... arguments) {
        return CommandRun.of(directory, arguments);
    }

    private String url(String name) {
        return "jdbc:h2:file:" + directory.resolve(name);
    }
}
