package dev.synchronizer.validate;

import dev.synchronizer.model.Embedding;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * B8: no block embeds itself, be it through others, through a list or through an optional property.
 *
 * <p>Circles that overlap can be combined to ever more of them. Reported are so many that each property that takes part
 * in any is in one of them, the shortest there is.
 */
final class BlockCycle implements Rule {
    @Override
    public Stream<Problem> violations(ModelIndex model) {
        return EmbeddingGraph.of(model).circles().stream().map(circle -> problem(circle, model));
    }

    private static Problem problem(List<Embedding> circle, ModelIndex model) {
        List<Embedding> ordered = fromSmallestName(circle);
        List<String> path = new ArrayList<>();
        ordered.forEach(step -> path.add(step.from()));
        path.add(ordered.get(0).from());
        List<String> properties = ordered.stream()
                .map(step -> step.from() + "." + step.property())
                .toList();
        return Problem.of(
                ProblemCode.BLOCK_CYCLE,
                subject(path.get(0), model),
                String.join(" → ", path) + " is a circle of embedded blocks, through " + Wording.all(properties));
    }

    private static String subject(String name, ModelIndex model) {
        return model.typesByName().getOrDefault(name, List.of()).stream()
                .map(DeclaredType::className)
                .findFirst()
                .orElse(name);
    }

    private static List<Embedding> fromSmallestName(List<Embedding> circle) {
        int start = IntStream.range(0, circle.size())
                .reduce(
                        0,
                        (least, i) ->
                                circle.get(i).from().compareTo(circle.get(least).from()) < 0 ? i : least);
        List<Embedding> ordered = new ArrayList<>(circle.subList(start, circle.size()));
        ordered.addAll(circle.subList(0, start));
        return ordered;
    }
}
