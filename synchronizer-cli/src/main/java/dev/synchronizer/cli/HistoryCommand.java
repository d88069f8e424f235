package dev.synchronizer.cli;

import dev.synchronizer.cli.render.Answer;
import dev.synchronizer.cli.render.ChangesReport;
import dev.synchronizer.cli.render.HistoryReport;
import dev.synchronizer.cli.render.RunReport;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.store.ChangeRecord;
import dev.synchronizer.store.LostValue;
import dev.synchronizer.store.RunRecord;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** Shows committed runs. */
@Command(
        name = "history",
        description =
                "Lists the committed runs, the newest first, or shows what one of them did; or lists every change "
                        + "that runs and administrators made.",
        footer = {"  synchronizer history", "  synchronizer history 3", "  synchronizer history --changes"})
final class HistoryCommand extends QueryCommand {
    private static final int NEWEST = 20;

    @Parameters(paramLabel = "RUN", arity = "0..1", converter = RunNumber.class, description = "The number of a run.")
    private @Nullable Long run;

    @Option(
            names = "--changes",
            fallbackValue = "true",
            description = "List what was saved, taken back, defined and deleted, and the runs.")
    private boolean changes;

    HistoryCommand(Context context) {
        super(context);
    }

    @Override
    Answer answer() {
        if (run != null && changes) {
            throw new ParameterException(commandLine(), "a run is shown with its plan; --changes lists all changes");
        }
        if (run != null) {
            return one(run);
        }
        return changes ? changes() : list();
    }

    private Answer changes() {
        boolean all = output().all();
        List<ChangeRecord> found = ask(synchronizer -> synchronizer.changes(all ? Integer.MAX_VALUE : NEWEST))
                .orElse(List.of());
        return new ChangesReport(found, !all && found.size() == NEWEST);
    }

    private Answer list() {
        boolean all = output().all();
        List<RunRecord> runs = ask(synchronizer -> synchronizer.runs(all ? Integer.MAX_VALUE : NEWEST))
                .orElse(List.of());
        return new HistoryReport(runs, !all && runs.size() == NEWEST);
    }

    private Answer one(long number) {
        RunRecord found = ask(synchronizer -> synchronizer.run(number))
                .flatMap(Function.identity())
                .orElseThrow(() -> new ProblemsException(unknown(number), null));
        return new RunReport(found, lost(number), output().all());
    }

    private List<LostValue> lost(long number) {
        int limit = output().all() ? Integer.MAX_VALUE : RunReport.FIRST_LOST + 1;
        return ask(synchronizer -> synchronizer.lostValues(number, limit)).orElse(List.of());
    }

    private static Problem unknown(long number) {
        return new Problem(
                ProblemCode.WRONG_USAGE,
                "history " + number,
                "there is no run of this number",
                "see all numbers with history --all");
    }
}
