package dev.synchronizer.cli;

import dev.synchronizer.cli.render.Answer;
import dev.synchronizer.cli.render.ExplanationReport;
import dev.synchronizer.model.Address;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Says where effective values come from. */
@Command(
        name = "explain",
        description =
                "Says of each setting where its value comes from: built in, code, or what an administrator saved.",
        footer = {
            "  synchronizer explain Article",
            "  synchronizer explain Article.teaser.required",
            "  synchronizer explain Article..displayName --format json"
        })
final class ExplainCommand extends QueryCommand {
    @Parameters(
            paramLabel = "NAME[.property[.setting]]",
            description =
                    "A type, a property, or a setting. NAME..setting is the type's own, also where a property has "
                            + "that name.")
    private String address = "";

    ExplainCommand(Context context) {
        super(context);
    }

    @Override
    Answer answer() {
        Address wanted = Address.parse(address);
        return new ExplanationReport(
                require(synchronizer -> synchronizer.catalog().explain(wanted)), output().all());
    }
}
