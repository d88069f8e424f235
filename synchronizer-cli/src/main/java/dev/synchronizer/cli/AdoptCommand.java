package dev.synchronizer.cli;

import dev.synchronizer.cli.render.AdoptionReport;
import dev.synchronizer.cli.render.Answer;
import dev.synchronizer.model.Address;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Writes the annotations that would carry overrides in code. */
@Command(
        name = "adopt",
        description = {
            "Writes the annotations that would carry in code what administrators saved.",
            "Once the classes say so and are synchronized, revert --redundant clears what was saved."
        },
        footer = {"  synchronizer adopt Article", "  synchronizer adopt Article.teaser.required Article..displayName"})
final class AdoptCommand extends QueryCommand {
    @Parameters(
            paramLabel = "NAME[.PROPERTY[.SETTING]]",
            arity = "1..*",
            converter = AddressConverter.class,
            description = "A type with its properties, a property, or a setting.")
    private List<Address> addresses = new ArrayList<>();

    AdoptCommand(Context context) {
        super(context);
    }

    @Override
    Answer answer() {
        return ask(synchronizer -> synchronizer.adopt(addresses))
                .map(AdoptionReport::new)
                .orElseThrow(() -> NothingStored.problem(addresses.get(0)));
    }
}
