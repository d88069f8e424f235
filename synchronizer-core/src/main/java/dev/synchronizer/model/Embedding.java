package dev.synchronizer.model;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * That a type embeds another, all by their names.
 *
 * @param from the type that embeds
 * @param property the property it does it by
 * @param to the type that is embedded
 */
public record Embedding(String from, String property, String to) {
    /**
     * The shortest circle that begins with this step, or nothing where it is in none.
     *
     * @param steps what a type of a name embeds; of circles that are equally short, the first found in their order
     */
    public List<Embedding> shortestCircle(Function<String, ? extends Collection<Embedding>> steps) {
        Map<String, Embedding> reachedBy = new HashMap<>();
        reachedBy.put(to, this);
        Deque<String> open = new ArrayDeque<>(List.of(to));
        while (!open.isEmpty() && !reachedBy.containsKey(from)) {
            for (Embedding next : steps.apply(open.remove())) {
                if (reachedBy.putIfAbsent(next.to(), next) == null) {
                    open.add(next.to());
                }
            }
        }
        return wayTo(reachedBy.get(from), reachedBy);
    }

    private List<Embedding> wayTo(@Nullable Embedding last, Map<String, Embedding> reachedBy) {
        Deque<Embedding> way = new ArrayDeque<>();
        Embedding step = last;
        while (step != null) {
            way.addFirst(step);
            step = step.equals(this) ? null : reachedBy.get(step.from());
        }
        return List.copyOf(way);
    }
}
