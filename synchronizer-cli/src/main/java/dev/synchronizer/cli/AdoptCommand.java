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
            paramLabel = "NAME[.property[.setting]]",
            arity = "1..*",
            description = "A type with its properties, a property, or a setting.")
    private List<String> addresses = new ArrayList<>();

    AdoptCommand(Context context) {
        super(context);
    }

    @Override
    Answer answer() {
        List<Address> wanted = addresses.stream().map(Address::parse).toList();
        return new AdoptionReport(require(synchronizer -> synchronizer.catalog().adopt(wanted)));
    }
}
