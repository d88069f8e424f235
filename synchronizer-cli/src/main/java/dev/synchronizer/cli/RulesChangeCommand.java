package dev.synchronizer.cli;

import dev.synchronizer.cli.render.RuleChangeReport;
import dev.synchronizer.problem.Problems;
import dev.synchronizer.settings.Rules;
import dev.synchronizer.settings.SavedRule;

/** A command that changes one rule. */
abstract class RulesChangeCommand extends AdministrativeCommand {
    RulesChangeCommand(Context context) {
        super(context);
    }

    @Override
    final String jsonFormat() {
        return RuleChangeReport.FORMAT;
    }

    /** Reads what the command line says; nothing is opened before. */
    void check() {}

    abstract SavedRule change(Rules rules, String actor);

    @Override
    final ExitCode run() {
        check();
        SavedRule saved = change(synchronizer ->
                change(synchronizer.rules().with(saving()), database().actor()));
        return show(new RuleChangeReport(saved), Problems.none());
    }
}
