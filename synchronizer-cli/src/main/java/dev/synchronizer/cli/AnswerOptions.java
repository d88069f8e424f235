package dev.synchronizer.cli;

import dev.synchronizer.saving.Finding;
import dev.synchronizer.saving.SaveOptions;
import dev.synchronizer.saving.Subject;
import java.util.LinkedHashSet;
import java.util.Set;
import picocli.CommandLine.Option;

/** What somebody says where a save asks, and is told where it does not have to. */
final class AnswerOptions {
    @Option(
            names = "--force",
            fallbackValue = "true",
            description = "Confirm what validators and handlers find critical, and answer questions by yes.")
    private boolean force;

    @Option(
            names = "--interactive",
            fallbackValue = "true",
            description = "Ask at the terminal whether to save what validators and handlers find critical, and what "
                    + "handlers want to know; where there is no terminal, nothing is saved.")
    private boolean interactive;

    private final Set<Told> told = new LinkedHashSet<>();

    private record Told(Subject subject, Finding finding) {}

    /**
     * Saves as this command line says.
     *
     * @throws dev.synchronizer.problem.ProblemsException if questions are to be asked and nobody is there
     */
    SaveOptions over(SaveOptions options, Context context) {
        return interactive && !force ? options.asking(Questions.at(context.surroundings())) : looking(options);
    }

    /** The same where nothing is saved, and nobody is asked. */
    SaveOptions looking(SaveOptions options) {
        return force ? options.confirming() : options;
    }

    /** Saves so, too; what is found is put before people by {@link #tell}. */
    SaveOptions telling(SaveOptions options, Context context) {
        return over(options, context).telling((subject, finding) -> told.add(new Told(subject, finding)));
    }

    /** Says what was found and saved nevertheless, once. */
    void tell(ErrorOutput errors) {
        told.forEach(each -> errors.print(each.subject().toString(), each.finding()));
        told.clear();
    }

    /** What was found was not saved. */
    void forget() {
        told.clear();
    }
}
