package dev.synchronizer.cli;

import dev.synchronizer.Synchronizer;
import dev.synchronizer.SynchronizerBuilder;
import dev.synchronizer.cli.render.RuleRunAnswer;
import dev.synchronizer.content.RefusedItem;
import dev.synchronizer.problem.Problems;
import dev.synchronizer.reapplication.RuleRunOptions;
import dev.synchronizer.reapplication.RuleRunReport;
import dev.synchronizer.reapplication.RuleRuns;
import dev.synchronizer.reapplication.RuleSelection;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Applies rules to items that are stored already. */
@Command(
        name = "apply",
        description =
                "Applies rules to all items that are stored already and not in the recycle bin; what was broken off "
                        + "goes on behind the last items that it was done with. Without --rule and --type, --all has to say so.",
        footer = {
            "  synchronizer rules apply --all --dry-run",
            "  synchronizer rules apply --rule teasers --type Article --all"
        })
final class RulesApplyCommand extends AdministrativeCommand {
    private static final String ALL = "--all";

    @Option(names = "--rule", paramLabel = "NAME", description = "Only this rule; may be given several times.")
    private List<String> rules = new ArrayList<>();

    @Option(names = "--type", paramLabel = "NAME", description = "Only items of this type; may be given several times.")
    private List<String> types = new ArrayList<>();

    @Option(names = "--dry-run", fallbackValue = "true", description = "Show what would change, and write nothing.")
    private boolean dryRun;

    @Option(
            names = "--restart",
            fallbackValue = "true",
            description = "Begin anew, instead of going on with what was broken off.")
    private boolean restart;

    @Mixin
    private final SavingOptions saving = new SavingOptions();

    RulesApplyCommand(Context context) {
        super(context);
    }

    @Override
    void configure(SynchronizerBuilder builder) {
        super.configure(builder);
        saving.configure(builder, this::wrongUsage);
    }

    @Override
    String jsonFormat() {
        return RuleRunAnswer.FORMAT;
    }

    @Override
    ExitCode run() {
        requireSelection();
        RuleRunAnswer answer = dryRun ? require(this::applied) : change(this::applied);
        show(answer, Problems.none());
        RuleRunReport report = answer.report();
        ErrorOutput errors = new ErrorOutput(surroundings());
        report.findings().forEach(found -> errors.print(found.item().toString(), found.finding()));
        if (report.found() > report.findings().size()) {
            errors.line("... and %d more of what was found."
                    .formatted(report.found() - report.findings().size()));
        }
        return report.refused() == 0 ? ExitCode.DONE : ExitCode.REFUSED;
    }

    /** A configuration that lists everything is not meant to change everything. */
    private void requireSelection() {
        boolean everything = isGiven(ALL) && output().all();
        if (!everything && rules.isEmpty() && types.isEmpty()) {
            throw wrongUsage("the command line does not say what to apply: --rule, --type or --all");
        }
    }

    private RuleRunAnswer applied(Synchronizer synchronizer) {
        List<RefusedItem> refusals = new ArrayList<>();
        boolean listsAll = output().format() == Format.JSON;
        RuleRunReport report = report(synchronizer.ruleRuns(), dryRun && listsAll ? refusals::add : item -> {});
        if (!listsAll) {
            return new RuleRunAnswer(report, report.refusals());
        }
        if (!dryRun) {
            synchronizer.ruleRuns().refusals(report.run(), refusals::add);
        }
        return new RuleRunAnswer(report, refusals);
    }

    private RuleRunReport report(RuleRuns runs, Consumer<RefusedItem> refused) {
        try (ConsoleProgress progress = progress()) {
            RuleRunOptions options = RuleRunOptions.standard()
                    .dryRun(dryRun)
                    .anew(restart)
                    .saving(dryRun ? saving.looking(saving()) : saving.over(saving(), context()))
                    .refused(refused)
                    .progress((looked, changed, total) -> progress.worked("Applying rules", looked, total));
            return runs.apply(database().actor(), new RuleSelection(rules, types), options);
        }
    }
}
