package dev.synchronizer.cli.render;

import dev.synchronizer.diff.ModuleState;
import dev.synchronizer.plan.ModulePlan;
import org.jspecify.annotations.Nullable;

/** What reports show of a module. */
record ModuleView(
        String name, @Nullable String version, @Nullable String storedVersion, ModuleState state) {
    static ModuleView of(ModulePlan module) {
        return new ModuleView(module.name(), module.version(), module.storedVersion(), module.state());
    }
}
