package dev.synchronizer.validate;

import dev.synchronizer.model.PropertyModel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Which type embeds which, by name, as far as it can lead in a circle. */
final class EmbeddingGraph {
    private static final SortedMap<String, Step> NO_STEPS = Collections.emptySortedMap();

    private final SortedMap<String, SortedMap<String, Step>> steps = new TreeMap<>();

    /**
     * That a type embeds another.
     *
     * @param from the type that embeds
     * @param property the property it does it by, the first by name where there are several
     * @param to the type that is embedded
     */
    record Step(String from, String property, String to) {}

    private EmbeddingGraph() {}

    static EmbeddingGraph of(ModelIndex model) {
        EmbeddingGraph graph = new EmbeddingGraph();
        for (DeclaredType declared : model.types()) {
            for (PropertyModel property : declared.type().properties()) {
                String embedded = property.type().blockType();
                if (embedded != null && model.typesByName().containsKey(embedded)) {
                    graph.steps
                            .computeIfAbsent(declared.name(), name -> new TreeMap<>())
                            .putIfAbsent(embedded, new Step(declared.name(), property.name(), embedded));
                }
            }
        }
        graph.dropDeadEnds();
        return graph;
    }

    /** Drops, again and again, the types that embed nothing: what leads only to them leads in no circle. */
    private void dropDeadEnds() {
        Map<String, List<String>> embedders = new HashMap<>();
        steps.values()
                .forEach(out -> out.values()
                        .forEach(step -> embedders
                                .computeIfAbsent(step.to(), name -> new ArrayList<>())
                                .add(step.from())));
        Deque<String> deadEnds = new ArrayDeque<>();
        embedders.keySet().stream().filter(name -> !steps.containsKey(name)).forEach(deadEnds::add);
        while (!deadEnds.isEmpty()) {
            String deadEnd = deadEnds.remove();
            for (String embedder : embedders.getOrDefault(deadEnd, List.of())) {
                SortedMap<String, Step> out = steps.get(embedder);
                if (out != null && out.remove(deadEnd) != null && out.isEmpty()) {
                    steps.remove(embedder);
                    deadEnds.add(embedder);
                }
            }
        }
    }

    /** Circles that together contain every step that is in any circle. */
    List<List<Step>> circles() {
        List<List<Step>> circles = new ArrayList<>();
        Set<Step> covered = new HashSet<>();
        for (SortedMap<String, Step> out : steps.values()) {
            for (Step step : out.values()) {
                if (!covered.contains(step)) {
                    List<Step> circle = shortestCircle(step);
                    covered.addAll(circle);
                    if (!circle.isEmpty()) {
                        circles.add(circle);
                    }
                }
            }
        }
        return circles;
    }

    /** The shortest circle that begins with a step, or nothing where it is in none. */
    private List<Step> shortestCircle(Step first) {
        Map<String, Step> reachedBy = new HashMap<>();
        reachedBy.put(first.to(), first);
        Deque<String> open = new ArrayDeque<>(List.of(first.to()));
        while (!open.isEmpty() && !reachedBy.containsKey(first.from())) {
            for (Step next : steps.getOrDefault(open.remove(), NO_STEPS).values()) {
                if (reachedBy.putIfAbsent(next.to(), next) == null) {
                    open.add(next.to());
                }
            }
        }
        Deque<Step> circle = new ArrayDeque<>();
        Step step = reachedBy.get(first.from());
        while (step != null) {
            circle.addFirst(step);
            step = step.equals(first) ? null : reachedBy.get(step.from());
        }
        return List.copyOf(circle);
    }
}
