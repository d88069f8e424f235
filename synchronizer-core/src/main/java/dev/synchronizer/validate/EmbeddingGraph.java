package dev.synchronizer.validate;

import dev.synchronizer.model.Embedding;
import dev.synchronizer.model.PropertyModel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which type embeds which, by name, as far as it can lead in a circle; by the first property by name where there are
 * several.
 */
final class EmbeddingGraph {
    private static final SortedMap<String, Embedding> NO_STEPS = Collections.emptySortedMap();

    private final SortedMap<String, SortedMap<String, Embedding>> steps = new TreeMap<>();

    private EmbeddingGraph() {}

    static EmbeddingGraph of(ModelIndex model) {
        EmbeddingGraph graph = new EmbeddingGraph();
        for (DeclaredType declared : model.types()) {
            for (PropertyModel property : declared.type().properties()) {
                String embedded = property.type().blockType();
                if (embedded != null && model.typesByName().containsKey(embedded)) {
                    graph.steps
                            .computeIfAbsent(declared.name(), name -> new TreeMap<>())
                            .putIfAbsent(embedded, new Embedding(declared.name(), property.name(), embedded));
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
                SortedMap<String, Embedding> out = steps.get(embedder);
                if (out != null && out.remove(deadEnd) != null && out.isEmpty()) {
                    steps.remove(embedder);
                    deadEnds.add(embedder);
                }
            }
        }
    }

    /** Circles that together contain every step that is in any circle. */
    List<List<Embedding>> circles() {
        List<List<Embedding>> circles = new ArrayList<>();
        Set<Embedding> covered = new HashSet<>();
        for (SortedMap<String, Embedding> out : steps.values()) {
            for (Embedding step : out.values()) {
                if (!covered.contains(step)) {
                    List<Embedding> circle = step.shortestCircle(this::from);
                    covered.addAll(circle);
                    if (!circle.isEmpty()) {
                        circles.add(circle);
                    }
                }
            }
        }
        return circles;
    }

    private Collection<Embedding> from(String type) {
        return steps.getOrDefault(type, NO_STEPS).values();
    }
}
