package dev.synchronizer.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.databases.H2Server;
import dev.synchronizer.databases.TestDatabase;
import dev.synchronizer.model.Address;
import dev.synchronizer.settings.NewSettings;
import dev.synchronizer.settings.Overrides;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** An application that does not start says why in words, and names the ways out. */
class FailedStartTest {
    private static final String GUID = "6f1d2f6e-3f0b-4a52-9c39-6f6d7f0a1b2c";

    private final TestDatabase database = H2Server.inMemory();

    @TempDir
    Path folder;

    @Test
    void whatCannotBeReadEndsTheStart() {
        FailureAnalysis analysis = failedStart(folder.resolve("nowhere.jar"));

        assertThat(analysis.getDescription())
                .startsWith("Content types could not be synchronized:")
                .contains("CT101", "nowhere.jar");
        assertThat(analysis.getAction()).contains("check the path", "synchronizer.on-failure=start");
    }

    @Test
    void aPlanThatIsRefusedEndsTheStart() {
        Applications.on(database)
                .withPropertyValues("synchronizer.models=" + Applications.siteWithGuid(folder, "1.0", "Article", GUID))
                .run(context -> assertThat(context).hasNotFailed());

        FailureAnalysis analysis =
                failedStart(Applications.siteWithGuid(folder, "1.1", "Article", GUID.replace('6', '7')));

        assertThat(analysis.getDescription())
                .startsWith("The plan to synchronize content types was refused:")
                .contains("CT301");
        assertThat(analysis.getAction()).contains("restore the former GUID");
    }

    @Test
    void whatAnApplicationsOwnBeanWasRefusedIsNotOurs() {
        Applications.on(database)
                .withPropertyValues("synchronizer.models=" + Applications.site(folder, "1.0", "Article"))
                .withBean(Renamer.class)
                .run(context -> {
                    assertThat(context).getFailure().rootCause().hasMessageContaining("write Article");
                    assertThat(new SynchronizerFailureAnalyzer().analyze(context.getStartupFailure()))
                            .as("the types are in step, and another answer to failures would not help")
                            .isNull();
                });
    }

    static final class Renamer {
        Renamer(Overrides overrides) {
            overrides.set("Ada", Address.parse("Artikle"), NewSettings.none().with("displayName", "Story"));
        }
    }

    @Test
    void anotherFailureIsNotOurs() {
        assertThat(new SynchronizerFailureAnalyzer().analyze(new IllegalStateException("something else")))
                .isNull();
    }

    private FailureAnalysis failedStart(Path models) {
        FailureAnalysis[] analysis = new FailureAnalysis[1];
        Applications.on(database)
                .withPropertyValues("synchronizer.models=" + models)
                .run(context -> {
                    assertThat(context).hasFailed();
                    analysis[0] = new SynchronizerFailureAnalyzer().analyze(context.getStartupFailure());
                });
        return analysis[0];
    }
}
