package dev.synchronizer.cli;

import dev.synchronizer.cli.render.SetReport;
import dev.synchronizer.model.Address;
import dev.synchronizer.settings.NewSettings;
import dev.synchronizer.settings.SavedSettings;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Saves settings over what code says. */
@Command(
        name = "set",
        description = "Saves settings of a type or property over what code says, all of them or none.",
        footer = {
            "  synchronizer set Article displayName=Story groupName=Editorial",
            "  synchronizer set Article.teaser required=false prompt= --actor Ada",
            "  synchronizer set Article access=editor,admin --null description"
        })
final class SetCommand extends AdministrativeCommand {
    @Parameters(index = "0", paramLabel = "NAME[.property]", description = "The type or property.")
    private String address = "";

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "setting=value",
            description = "Settings with their values: true or false, a number, a text, or names separated by commas; "
                    + "an empty text is a value, too.")
    private List<String> assignments = new ArrayList<>();

    @Option(
            names = "--null",
            paramLabel = "SETTING",
            split = ",",
            description = "Settings that are to have no value at all.")
    private List<String> nothing = new ArrayList<>();

    @Mixin
    private final AnswerOptions answers = new AnswerOptions();

    SetCommand(Context context) {
        super(context);
    }

    @Override
    String jsonFormat() {
        return SetReport.FORMAT;
    }

    @Override
    ExitCode run() {
        NewSettings settings = settings();
        Address owner = Address.parse(address);
        SavedSettings saved = change(synchronizer -> synchronizer
                .overrides()
                .with(answers.telling(saving(), context()))
                .set(database().actor(), owner, settings));
        answers.tell(new ErrorOutput(surroundings()));
        return show(new SetReport(saved), saved.warnings());
    }

    private NewSettings settings() {
        Assignments read = new Assignments(this::wrongUsage);
        read.add(assignments);
        read.addNothing(nothing);
        if (read.of("").isEmpty() && read.byOwner().isEmpty()) {
            throw wrongUsage("setting=value is missing");
        }
        read.byOwner().keySet().stream()
                .filter(owner -> !owner.isEmpty())
                .findFirst()
                .ifPresent(owner -> {
                    throw wrongUsage("a setting has no dot in its name; what it belongs to is written once, as in "
                            + address + "." + owner);
                });
        return read.of("");
    }
}
