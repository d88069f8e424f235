package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Sources.annotatedType;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.synchronizer.SyncRefusedException;
import dev.synchronizer.SyncReport;
import dev.synchronizer.fixtures.ModelJar;
import dev.synchronizer.plan.SyncPlan;
import dev.synchronizer.problem.Problem;
import java.nio.file.Path;
import java.util.List;

/** A module {@code site} whose runs are undone. */
final class UndoSite {
    private final Path folder;
    private int jars;

    UndoSite(Path folder) {
        this.folder = folder;
    }

    Path jar(String version, String... sources) {
        return ModelJar.of(sources)
                .version("site", version)
                .jar(folder.resolve("site-" + version + "-" + jars++ + ".jar"));
    }

    /** A content type with properties as {@link Sources#property} makes them. */
    static String declaring(String annotations, String name, String... properties) {
        String source = annotatedType(annotations, name);
        return source.substring(0, source.lastIndexOf('}')) + String.join("", properties) + "}\n";
    }

    static long run(SyncReport report) {
        return report.run().orElseThrow();
    }

    /** Why a run is not undone, which its plan says too. */
    static List<Problem> refused(Node node, long run) {
        SyncPlan planned = node.call(synchronizer -> synchronizer.planUndo(run));
        SyncRefusedException refused = catchThrowableOfType(
                SyncRefusedException.class, () -> node.call(synchronizer -> synchronizer.undo(run)));
        assertThat(refused).as("it is refused").isNotNull();
        assertThat(refused.plan().refusals()).isEqualTo(planned.refusals());
        return planned.refusals().asList();
    }
}
