package dev.synchronizer.cli;

import dev.synchronizer.cli.render.UndefineReport;
import dev.synchronizer.model.Address;
import dev.synchronizer.problem.Problems;
import dev.synchronizer.settings.Undefined;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Deletes types and properties of administrators. */
@Command(
        name = "undefine",
        description = "Deletes a type of the administrators with its properties, or a property that they made, with "
                + "what was saved for them.",
        footer = {"  synchronizer undefine Banner.text", "  synchronizer undefine Banner --actor Ada"})
final class UndefineCommand extends AdministrativeCommand {
    @Parameters(paramLabel = "NAME[.property]", description = "The type or property.")
    private String address = "";

    @Mixin
    private final AnswerOptions answers = new AnswerOptions();

    UndefineCommand(Context context) {
        super(context);
    }

    @Override
    String jsonFormat() {
        return UndefineReport.FORMAT;
    }

    @Override
    ExitCode run() {
        Address what = Address.parse(address);
        Undefined undefined = change(synchronizer -> synchronizer
                .definitions()
                .with(answers.telling(saving(), context()))
                .undefine(database().actor(), what));
        answers.tell(new ErrorOutput(surroundings()));
        return show(new UndefineReport(undefined), Problems.none());
    }
}
