package dev.synchronizer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --run-steps} is the one consent to load code of the models. */
class RunStepsTest {
    private static final String PAGE = "@ContentType public class Page {}";
    private static final String STEP = """
            @Migration(version = "1.1")
            public class Touch implements dev.synchronizer.migration.MigrationStep {
                public void migrate(dev.synchronizer.migration.StepContent content) {
                    System.setProperty("steps.test.pages", String.valueOf(content.items("Page").count()));
                }
            }
            """;

    @TempDir
    Path directory;

    private String jar = "";
    private String url = "";

    @BeforeEach
    void commitTheVersionWithoutTheStep() throws IOException {
        url = "jdbc:h2:file:" + directory.resolve("db");
        Path old = ModelJars.make(directory.resolve("site-1.0.jar"), Map.of("Page", PAGE));
        jar = ModelJars.make(directory.resolve("site-1.1.jar"), Map.of("Page", PAGE, "Touch", STEP))
                .toString();
        assertThat(run("sync", "--models", old.toString(), "--url", url).exitCode())
                .isZero();
        System.clearProperty("steps.test.pages");
    }

    @Test
    void withoutTheOptionTheRunIsRefusedAndTheStepIsNotLoaded() {
        CommandRun run = run("sync", "--models", jar, "--url", url);

        assertThat(run.exitCode()).isEqualTo(5);
        assertThat(run.err()).contains("CT314 error acme.Touch: the migration step Touch of site", "--run-steps");
        assertThat(System.getProperty("steps.test.pages")).isNull();
    }

    @Test
    void withTheOptionTheStepRunsOnce() {
        assertThat(run("sync", "--models", jar, "--url", url, "--run-steps").exitCode())
                .isZero();
        assertThat(System.getProperty("steps.test.pages")).isEqualTo("0");

        System.clearProperty("steps.test.pages");
        assertThat(run("sync", "--models", jar, "--url", url).exitCode()).isZero();
        assertThat(System.getProperty("steps.test.pages")).isNull();
    }

    @Test
    void theJsonPlanListsTheStepWithWhatItSelects() {
        CommandRun run = run("sync", "--dry-run", "--models", jar, "--url", url, "--run-steps", "--format", "json");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out().replaceAll("\\s", ""))
                .contains("\"steps\":[{\"module\":\"site\",\"name\":\"Touch\",\"version\":\"1.1\",\"phase\":\"after\","
                        + "\"state\":\"run\",\"items\":0}]");
    }

    @Test
    void aSavedPlanIsAppliedWithTheStepsOfTheModelsThatAreGivenForThem() {
        String plan = directory.resolve("plan").toString();
        run("sync", "--dry-run", "--models", jar, "--url", url, "--run-steps", "--save-plan", plan);
        System.clearProperty("steps.test.pages");

        assertThat(run("apply", plan, "--url", url).exitCode()).isEqualTo(5);
        assertThat(run("apply", plan, "--url", url, "--run-steps").err()).contains("CT318 error acme.Touch");
        assertThat(run("apply", plan, "--url", url, "--run-steps", "--models", jar)
                        .exitCode())
                .isZero();
        assertThat(System.getProperty("steps.test.pages")).isEqualTo("0");
    }

    private CommandRun run(String... arguments) {
        return CommandRun.of(directory, arguments);
    }
}
