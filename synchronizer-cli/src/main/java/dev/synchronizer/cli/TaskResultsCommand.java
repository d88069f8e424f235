package dev.synchronizer.cli;

import dev.synchronizer.cli.render.TaskResultsReport;
import dev.synchronizer.staging.Answer;
import dev.synchronizer.staging.TaskResult;
import java.util.Collection;

/** A command that does something about tasks, and says of each what became of it. */
abstract class TaskResultsCommand extends WritingCommand {
    TaskResultsCommand(Context context) {
        super(context);
    }

    @Override
    final String jsonFormat() {
        return TaskResultsReport.FORMAT;
    }

    /** What the gravest of the results says. */
    static ExitCode exitCode(Collection<TaskResult> results) {
        return results.stream().map(TaskResultsCommand::exitCode).reduce(ExitCode.DONE, ExitCode::or);
    }

    private static ExitCode exitCode(TaskResult result) {
        return switch (result.state()) {
            case DONE, SUPERSEDED, DROPPED -> ExitCode.DONE;
            case CONFLICT, BLOCKED, DEAD, PENDING -> ExitCode.REFUSED;
            case RUNNING -> ExitCode.FAILED;
            case RETRY -> isRefused(result) ? ExitCode.REFUSED : ExitCode.FAILED;
        };
    }

    /** Whether it is tried again although it was refused, and not because somebody is down or something is on its way. */
    private static boolean isRefused(TaskResult result) {
        return result.answer()
                .filter(answer -> answer.outcome() == Answer.Outcome.REFUSED)
                .isPresent();
    }
}
