package dev.synchronizer.cli;

import dev.synchronizer.cli.render.EnqueuedReport;
import dev.synchronizer.problem.Problems;
import dev.synchronizer.staging.Staging;
import dev.synchronizer.staging.Subtree;
import dev.synchronizer.task.TaskKey;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Has things told anew. */
@Command(
        name = "enqueue",
        description = "Has things told anew as they are, whatever was told of them before; staging run tells them.",
        footer = {
            "  synchronizer staging enqueue item:0197f1de-3c5a-7b1e-9a44-51c4e2a90f3b",
            "  synchronizer staging enqueue rule:teasers --target public"
        })
final class StagingEnqueueCommand extends WritingCommand {
    @Parameters(
            paramLabel = "KEY",
            arity = "0..*",
            description = "What they are: item:ID or the id alone, overrides:TYPE[.PROPERTY], "
                    + "definition:TYPE[.PROPERTY] or rule:NAME.")
    private List<String> words = new ArrayList<>();

    @Option(
            names = "--subtree",
            paramLabel = "ITEM",
            description = "An item with all that stands below it; needs --complete or --incremental.")
    private @Nullable UUID root;

    @Option(
            names = "--complete",
            fallbackValue = "true",
            description =
                    "What stands there below one of these items on the other server alone goes into the recycle bin "
                            + "there.")
    private boolean complete;

    @Option(
            names = "--incremental",
            fallbackValue = "true",
            description = "What stands there below one of these items on the other server alone stays.")
    private boolean incremental;

    @Mixin
    private final TargetOption target = new TargetOption();

    StagingEnqueueCommand(Context context) {
        super(context);
    }

    @Override
    String jsonFormat() {
        return EnqueuedReport.FORMAT;
    }

    @Override
    ExitCode run() {
        List<TaskKey> keys = converted(words, new SubjectKey());
        check();
        return change(synchronizer -> {
            Staging staging = synchronizer.staging();
            List<String> servers = TaskTargets.enabled(staging, target.name());
            List<Long> tasks =
                    keys.isEmpty() ? List.of() : staging.enqueue(database().actor(), keys, target.name());
            long below = root == null ? 0 : subtree(staging, root);
            return show(new EnqueuedReport(tasks, below, servers), Problems.none());
        });
    }

    private void check() {
        if (words.isEmpty() && root == null) {
            throw wrongUsage("nothing says what to tell: KEY, or --subtree ITEM");
        }
        if (root != null && complete == incremental) {
            throw wrongUsage("--subtree needs either --complete or --incremental");
        }
        if (root == null && (complete || incremental)) {
            throw wrongUsage("--complete and --incremental are of use with --subtree alone");
        }
    }

    private long subtree(Staging staging, UUID item) {
        Subtree what = complete ? Subtree.COMPLETE : Subtree.INCREMENTAL;
        return staging.enqueueSubtree(database().actor(), item, what, target.name());
    }
}
