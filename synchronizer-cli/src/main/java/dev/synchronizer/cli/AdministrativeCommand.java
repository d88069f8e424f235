package dev.synchronizer.cli;

import dev.synchronizer.Synchronizer;
import dev.synchronizer.cli.render.Answer;
import dev.synchronizer.cli.render.RefusedReport;
import dev.synchronizer.problem.Problems;
import java.util.function.Function;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;

/** A command that does what administrators do. */
abstract class AdministrativeCommand extends ReportingCommand {
    @Mixin
    private final DatabaseOptions database = new DatabaseOptions();

    AdministrativeCommand(Context context) {
        super(context);
    }

    /** The name of its JSON, such as {@code synchronizer-set/1}. */
    abstract String jsonFormat();

    final DatabaseOptions database() {
        return database;
    }

    final ExitCode show(Answer answer, Problems warnings) {
        output().write(
                        output().format() == Format.JSON ? answer.json() : answer.text(output().style(surroundings())),
                        surroundings());
        new ErrorOutput(surroundings()).print(warnings);
        return ExitCode.DONE;
    }

    @Override
    void showRefusal(Problems problems) {
        if (output().format() == Format.JSON || output().toFile()) {
            show(new RefusedReport(jsonFormat(), problems), Problems.none());
        }
    }

    /** Makes no database only to find nothing in it. */
    final <T> T change(Function<Synchronizer, T> change) {
        if (database.isYetToBeMade()) {
            throw database.missing();
        }
        return write(change);
    }

    /** Makes the database where there is none. */
    final <T> T write(Function<Synchronizer, T> change) {
        try (Pool pool = database.forWriting(context())) {
            return with(pool, change);
        }
    }

    final <T> T look(Function<Synchronizer, T> question) {
        try (Pool pool = database.forReading(context()).orElseThrow(database::missing)) {
            return with(pool, question);
        }
    }

    private static <T> T with(Pool pool, Function<Synchronizer, T> work) {
        try (Synchronizer synchronizer = Synchronizer.builder().dataSource(pool).build()) {
            return work.apply(synchronizer);
        }
    }

    final ParameterException wrongUsage(String message) {
        return new ParameterException(commandLine(), message);
    }
}
