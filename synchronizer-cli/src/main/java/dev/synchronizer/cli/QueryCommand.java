package dev.synchronizer.cli;

import dev.synchronizer.Synchronizer;
import dev.synchronizer.cli.render.Answer;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Mixin;

/** A command that asks the store, and shows the answer. */
abstract class QueryCommand extends ReportingCommand {
    @Mixin
    private final DatabaseOptions database = new DatabaseOptions();

    QueryCommand(Context context) {
        super(context);
    }

    abstract Answer answer();

    @Override
    final ExitCode run() {
        Answer answer = answer();
        output().write(
                        output().format() == Format.JSON ? answer.json() : answer.text(output().style(surroundings())),
                        surroundings());
        return ExitCode.DONE;
    }

    /** Asks without writing, and ends where there is no database yet. */
    final <T> T require(Function<Synchronizer, T> question) {
        return ask(question).orElseThrow(database::missing);
    }

    /** Asks without writing; empty where there is no database yet. */
    final <T> Optional<T> ask(Function<Synchronizer, T> question) {
        Optional<Pool> pool = database.forReading(context());
        if (pool.isEmpty()) {
            return Optional.empty();
        }
        try (Pool open = pool.get();
                Synchronizer synchronizer = Synchronizer.builder()
                        .dataSource(open)
                        .pollInterval(Duration.ZERO)
                        .build()) {
            return Optional.of(question.apply(synchronizer));
        }
    }
}
