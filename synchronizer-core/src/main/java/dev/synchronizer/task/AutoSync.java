package dev.synchronizer.task;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Has tasks run as soon as they are logged, in the background, and tried again as long as they fail; no save fails or waits
 * for that. Register it by {@code SynchronizerBuilder.taskHandler}.
 */
public final class AutoSync implements TaskHandler {
    private final Set<String> names;

    private AutoSync(Set<String> names) {
        this.names = names;
    }

    /** For all servers and connectors. */
    public static AutoSync everywhere() {
        return new AutoSync(Set.of());
    }

    /** For servers and connectors of these names. */
    public static AutoSync on(String first, String... others) {
        Set<String> all = new TreeSet<>(List.of(others));
        all.add(first);
        return new AutoSync(all);
    }

    @Override
    public String name() {
        return "auto-sync";
    }

    @Override
    public void taskLogged(TaskLoggedEvent event) {
        event.channels().stream()
                .filter(name -> names.isEmpty() || names.contains(name))
                .forEach(event::runSoon);
    }
}
