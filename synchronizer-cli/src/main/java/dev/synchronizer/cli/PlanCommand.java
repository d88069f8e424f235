package dev.synchronizer.cli;

import java.util.EnumSet;
import java.util.Set;

/** A command whose result is a plan, or what keeps one from being made. */
abstract class PlanCommand extends ReportingCommand {
    PlanCommand(Context context) {
        super(context);
    }

    @Override
    final Set<Format> formats() {
        return EnumSet.allOf(Format.class);
    }

    final PlanPresenter presenter() {
        return new PlanPresenter(surroundings(), output());
    }
}
