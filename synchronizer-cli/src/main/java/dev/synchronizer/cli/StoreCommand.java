package dev.synchronizer.cli;

import dev.synchronizer.Synchronizer;
import dev.synchronizer.SynchronizerBuilder;
import dev.synchronizer.cli.render.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** A command that works on what is stored, without any models. */
abstract class StoreCommand extends ReportingCommand {
    @Mixin
    private final DatabaseOptions database = new DatabaseOptions();

    @Option(
            names = "--strict",
            fallbackValue = "true",
            description = "Refuse to read what something else has written into the synchronizer's tables, instead of "
                    + "warning of it.")
    private boolean strict;

    StoreCommand(Context context) {
        super(context);
    }

    final DatabaseOptions database() {
        return database;
    }

    final ParameterException wrongUsage(String message) {
        return new ParameterException(commandLine(), message);
    }

    /** Several arguments that may also be none, of which the parser would not say what is wrong with one. */
    final <T> List<T> converted(List<String> words, ITypeConverter<T> converter) {
        List<T> values = new ArrayList<>();
        for (String word : words) {
            try {
                values.add(converter.convert(word));
            } catch (Exception e) {
                throw wrongUsage(String.valueOf(e.getMessage()));
            }
        }
        return values;
    }

    final void show(Answer answer) {
        output().write(
                        output().format() == Format.JSON ? answer.json() : answer.text(output().style(surroundings())),
                        surroundings());
    }

    /** Asks without writing, and ends where there is no database yet. */
    final <T> T require(Function<Synchronizer, T> question) {
        return ask(question).orElseThrow(database::missing);
    }

    /** Asks without writing; empty where there is no database yet. */
    final <T> Optional<T> ask(Function<Synchronizer, T> question) {
        return database.forReading(context()).map(pool -> with(pool, question));
    }

    /** Says more of the synchronizer that the command works with. */
    void configure(SynchronizerBuilder builder) {}

    final <T> T with(Pool pool, Function<Synchronizer, T> work) {
        try (pool) {
            SynchronizerBuilder builder = Synchronizer.builder()
                    .dataSource(pool)
                    .pollInterval(Duration.ZERO)
                    .strict(strict)
                    .onSaveFailure(new ErrorOutput(surroundings())::warn);
            if (!strict) {
                builder.onTampering(new TamperingWarning(surroundings()));
            }
            configure(builder);
            try (Synchronizer synchronizer = builder.build()) {
                return work.apply(synchronizer);
            }
        }
    }
}
