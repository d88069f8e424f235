package dev.synchronizer.plan;

import dev.synchronizer.annotation.ContentKind;
import dev.synchronizer.diff.ModelDiff;
import dev.synchronizer.diff.Reason;
import dev.synchronizer.model.Embedding;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Blocks that administrators embed, and that a run would make unfit for it: by another kind, or by embedding in turn
 * what embeds them. No class shows it.
 *
 * <p>What rests with an orphan hinders nobody, until its type returns.
 */
final class EmbeddedByAdministrators {
    private final EmbeddedBlocks blocks;
    private final Map<String, TypePlan> pending = new HashMap<>();

    private EmbeddedByAdministrators(EmbeddedBlocks blocks, List<TypePlan> types) {
        this.blocks = blocks;
        for (TypePlan type : types) {
            if (type.action().isPending() && type.rowAfter() != null) {
                pending.put(type.rowAfter().name(), type);
            }
        }
    }

    static Stream<Problem> find(ModelDiff diff, List<TypePlan> types, List<AdminMadeReferences.Reference> adminMade) {
        List<AdminMadeReferences.Reference> embedding = adminMade.stream()
                .filter(reference -> reference.inUse() && reference.blockType() != null)
                .toList();
        if (embedding.isEmpty()) {
            return Stream.empty();
        }
        EmbeddedBlocks blocks = EmbeddedBlocks.ofCode(diff, types);
        List<Embedding> made = new ArrayList<>();
        for (AdminMadeReferences.Reference reference : embedding) {
            made.add(blocks.add(reference.type(), reference.name(), String.valueOf(reference.blockType())));
        }
        EmbeddedByAdministrators embedded = new EmbeddedByAdministrators(blocks, types);
        return made.stream().flatMap(step -> Stream.concat(embedded.noBlock(step), embedded.circle(step)));
    }

    private Stream<Problem> noBlock(Embedding step) {
        ContentKind kind = blocks.kindOf(step.to());
        return kind == null || kind == ContentKind.BLOCK || !changes(step.to(), kind) && !returns(step.from())
                ? Stream.empty()
                : Stream.of(problem(step, "it embeds " + step.to() + ", which would be a " + kind));
    }

    /** Whether a type was of another kind before: what was wrong already is not this run's doing. */
    private boolean changes(String name, ContentKind kind) {
        TypePlan type = pending.get(name);
        return type != null
                && (type.diff().before() == null || type.diff().before().kind() != kind);
    }

    /** Whether a type was an orphan, while others could do what they liked. */
    private boolean returns(String name) {
        TypePlan type = pending.get(name);
        return type != null && type.diff().reasons().contains(Reason.RETURNED);
    }

    private Stream<Problem> circle(Embedding step) {
        List<Embedding> circle = blocks.circle(step);
        if (circle.stream().noneMatch(each -> pending.containsKey(each.from()))) {
            return Stream.empty();
        }
        List<String> path = new ArrayList<>(circle.stream().map(Embedding::from).toList());
        path.add(step.from());
        return Stream.of(problem(step, String.join(" → ", path) + " would be a circle of embedded blocks"));
    }

    private static Problem problem(Embedding step, String message) {
        return Problem.of(ProblemCode.EMBEDDED_BY_ADMINISTRATORS, step.from() + "." + step.property(), message);
    }
}
