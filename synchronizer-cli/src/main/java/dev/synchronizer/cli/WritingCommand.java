package dev.synchronizer.cli;

import dev.synchronizer.Synchronizer;
import dev.synchronizer.cli.render.Answer;
import dev.synchronizer.cli.render.RefusedReport;
import dev.synchronizer.problem.Problems;
import java.util.function.Function;

/** A command that writes into the store, and says what it has done. */
abstract class WritingCommand extends StoreCommand {
    WritingCommand(Context context) {
        super(context);
    }

    /** The name of its JSON, such as {@code synchronizer-set/1}. */
    abstract String jsonFormat();

    final ExitCode show(Answer answer, Problems warnings) {
        show(answer);
        new ErrorOutput(surroundings()).print(warnings);
        return ExitCode.DONE;
    }

    @Override
    void showRefusal(Problems problems) {
        if (output().format() == Format.JSON || output().toFile()) {
            show(new RefusedReport(jsonFormat(), problems));
        }
    }

    /** Makes no database only to find nothing in it. */
    final <T> T change(Function<Synchronizer, T> change) {
        if (database().isYetToBeMade()) {
            throw database().missing();
        }
        return write(change);
    }

    /** Makes the database where there is none. */
    final <T> T write(Function<Synchronizer, T> change) {
        return with(database().forWriting(context()), change);
    }
}
