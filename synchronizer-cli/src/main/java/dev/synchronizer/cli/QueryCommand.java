package dev.synchronizer.cli;

import dev.synchronizer.cli.render.Answer;

/** A command that asks the store, and shows the answer. */
abstract class QueryCommand extends StoreCommand {
    QueryCommand(Context context) {
        super(context);
    }

    abstract Answer answer();

    @Override
    final ExitCode run() {
        show(answer());
        return ExitCode.DONE;
    }
}
