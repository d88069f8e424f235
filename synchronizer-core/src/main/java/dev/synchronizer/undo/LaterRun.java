package dev.synchronizer.undo;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a run that was committed after the one that is undone; the models of before it, which are large, are not.
 *
 * @param id its number
 * @param modules the names of the modules that it saved or deleted
 * @param touched the types and properties that it created, changed or deleted
 * @param undoes the number of the run that it undid, or null
 */
public record LaterRun(
        long id,
        Set<String> modules,
        List<BeforeRun.Touched> touched,
        @Nullable Long undoes) {
    public LaterRun {
        modules = Set.copyOf(modules);
        touched = List.copyOf(touched);
    }

    /** What is asked of a run, of what is recorded of it. */
    public static LaterRun of(long id, BeforeRun before) {
        Set<String> modules =
                before.modules().stream().map(BeforeRun.Module::name).collect(Collectors.toSet());
        return new LaterRun(id, modules, before.touched(), before.undoes());
    }

    /** Those of runs, the oldest first, that have not been undone, and have not themselves undone one of these. */
    public static List<LaterRun> standing(List<LaterRun> runs) {
        Set<Long> all = runs.stream().map(LaterRun::id).collect(Collectors.toSet());
        Set<Long> cancelled = new HashSet<>();
        for (int i = runs.size() - 1; i >= 0; i--) {
            LaterRun run = runs.get(i);
            if (!cancelled.contains(run.id) && run.undoes != null && all.contains(run.undoes)) {
                cancelled.addAll(List.of(run.id, run.undoes));
            }
        }
        return runs.stream().filter(run -> !cancelled.contains(run.id)).toList();
    }
}
