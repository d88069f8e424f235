package dev.synchronizer.cli;

import dev.synchronizer.Synchronizer;
import dev.synchronizer.cli.render.HistoryReport;
import dev.synchronizer.cli.render.RunReport;
import dev.synchronizer.cli.render.Style;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.store.RunRecord;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows committed runs. */
@Command(
        name = "history",
        description = "Lists the committed runs, the newest first, or shows what one of them did.",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class)
final class HistoryCommand implements Callable<Integer>, Reporting {
    private static final int NEWEST = 20;

    @Parameters(paramLabel = "RUN", arity = "0..1", description = "The number of a run.")
    private @Nullable Long run;

    @Mixin
    private final DatabaseOptions database = new DatabaseOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    private @Spec CommandSpec spec = CommandSpec.create();
    private final Context context;

    HistoryCommand(Context context) {
        this.context = context;
    }

    @Override
    public OutputOptions output() {
        return output;
    }

    @Override
    public Integer call() {
        output.prepare();
        boolean json = output.isJson(spec.commandLine());
        output.write(run == null ? list(json) : one(run, json), context.surroundings());
        return ExitCode.DONE.number();
    }

    private String list(boolean json) {
        int limit = output.all() ? Integer.MAX_VALUE : NEWEST;
        List<RunRecord> runs = read(synchronizer -> synchronizer.runs(limit)).orElse(List.of());
        return new HistoryReport(runs, !output.all() && runs.size() == NEWEST).render(json);
    }

    private String one(long number, boolean json) {
        RunRecord found = read(synchronizer -> synchronizer.run(number))
                .flatMap(Function.identity())
                .orElseThrow(() -> new ProblemsException(unknown(number), null));
        boolean colours = context.surroundings().terminal().coloursOutput() && !output.toFile();
        return new RunReport(found, colours ? Style.COLOURED : Style.PLAIN).render(json);
    }

    private static Problem unknown(long number) {
        return new Problem(
                ProblemCode.WRONG_USAGE,
                "history " + number,
                "there is no run of this number",
                "see all numbers with history --all");
    }

    private <T> Optional<T> read(Function<Synchronizer, T> question) {
        Optional<Pool> pool = database.forReading(context);
        if (pool.isEmpty()) {
            return Optional.empty();
        }
        try (Pool open = pool.get();
                Synchronizer synchronizer =
                        Synchronizer.builder().dataSource(open).build()) {
            return Optional.of(question.apply(synchronizer));
        }
    }
}
