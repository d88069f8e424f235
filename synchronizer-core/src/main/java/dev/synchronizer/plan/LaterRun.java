package dev.synchronizer.plan;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is asked of a run that was committed after the one that is undone; the models of before it, which are large, are not.
 *
 * @param id its number
 * @param modules the names of the modules that it saved or deleted
 * @param touched the types and properties that it created, changed or deleted
 */
public record LaterRun(long id, Set<String> modules, List<BeforeRun.Touched> touched) {
    public LaterRun {
        modules = Set.copyOf(modules);
        touched = List.copyOf(touched);
    }

    /** What is asked of a run, of what is recorded of it. */
    public static LaterRun of(long id, BeforeRun before) {
        Set<String> modules =
                before.modules().stream().map(BeforeRun.Module::name).collect(Collectors.toSet());
        return new LaterRun(id, modules, before.touched());
    }
}
