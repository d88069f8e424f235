package dev.synchronizer.cli;

import dev.synchronizer.cli.render.RevertReport;
import dev.synchronizer.model.Address;
import dev.synchronizer.settings.RevertScope;
import dev.synchronizer.settings.RevertedSettings;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes back what was saved over code. */
@Command(
        name = "revert",
        description = "Takes back saved settings: single ones, those of a property, those of a type with its "
                + "properties, all that are redundant, or, with --all, everything.",
        footer = {
            "  synchronizer revert Article.teaser.required --dry-run",
            "  synchronizer revert Article..displayName Person.name",
            "  synchronizer revert --redundant",
            "  synchronizer revert --all --dry-run"
        })
final class RevertCommand extends AdministrativeCommand {
    private static final String ALL = "--all";
    private static final String REDUNDANT = "--redundant";

    @Parameters(
            paramLabel = "NAME[.property[.setting]]",
            arity = "0..*",
            description = "What to take back; NAME..setting is a setting of the type itself, where a property has its "
                    + "name.")
    private List<String> addresses = new ArrayList<>();

    @Option(
            names = REDUNDANT,
            fallbackValue = "true",
            description = "Take back what is the same as its default; on the command line alone.")
    private boolean redundant;

    @Option(names = "--dry-run", fallbackValue = "true", description = "Show what would change, and write nothing.")
    private boolean dryRun;

    @Mixin
    private final AnswerOptions answers = new AnswerOptions();

    RevertCommand(Context context) {
        super(context);
    }

    @Override
    String jsonFormat() {
        return RevertReport.FORMAT;
    }

    @Override
    ExitCode run() {
        RevertScope scope = scope();
        RevertedSettings reverted = dryRun
                ? require(synchronizer -> synchronizer.overrides().planRevert(scope))
                : change(synchronizer -> synchronizer
                        .overrides()
                        .with(answers.telling(saving(), context()))
                        .revert(database().actor(), scope));
        answers.tell(new ErrorOutput(surroundings()));
        return show(new RevertReport(reverted, dryRun), reverted.warnings());
    }

    /** A configuration that lists everything is not meant to take everything back. */
    private RevertScope scope() {
        boolean everything = isGiven(ALL) && output().all();
        boolean onlyRedundant = isGiven(REDUNDANT) && redundant;
        int kinds = (addresses.isEmpty() ? 0 : 1) + (everything ? 1 : 0) + (onlyRedundant ? 1 : 0);
        if (kinds != 1) {
            throw wrongUsage(
                    kinds == 0
                            ? "the command line does not say what: NAME, --redundant or --all"
                            : "only one of NAME, --redundant and --all can be given");
        }
        if (everything) {
            return RevertScope.everything();
        }
        return onlyRedundant
                ? RevertScope.redundant()
                : RevertScope.at(addresses.stream().map(Address::parse).toList());
    }
}
