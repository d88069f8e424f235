package dev.synchronizer.rule;

import dev.synchronizer.json.JsonOut;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.Problems;
import dev.synchronizer.problem.ProblemsException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A rule that is kept and cannot be read, for a newer release wrote it or it was damaged. It is not passed over, as what it is
 * to see to would be left undone: where it is enabled, items that it is for are not saved.
 *
 * @param types what it is for, as far as that can be read; empty for every type
 * @param definition how it is kept
 * @param problems why it cannot be read
 */
public record UnreadableRule(
        String name, String store, List<String> types, int order, boolean enabled, String definition, Problems problems)
        implements KnownRule {
    public UnreadableRule {
        types = List.copyOf(types);
    }

    @Override
    public UnreadableRule withEnabled(boolean other) {
        return new UnreadableRule(name, store, types, order, other, definition, problems);
    }

    @Override
    public Rule readable() {
        throw refusal("it cannot be read: ");
    }

    /** Why items that it is for are not saved. */
    ProblemsException refusal() {
        String concerned = types.isEmpty()
                ? "whatever type"
                : (types.size() == 1 ? "the type " : "the types ") + String.join(", ", types);
        return refusal("it is for items of " + concerned + ", and cannot be read: ");
    }

    private ProblemsException refusal(String beginning) {
        return new ProblemsException(
                new Problem(
                        ProblemCode.UNREADABLE_RULE,
                        RuleProblems.subject(name),
                        beginning + reason(),
                        "use the release that has saved it, or write rules disable " + name + " or rules remove "
                                + name),
                null);
    }

    /** Why it cannot be read, in words. */
    public String reason() {
        return problems.stream().map(Problem::message).collect(Collectors.joining("; "));
    }

    @Override
    public void writeTo(JsonOut out) {
        out.object(() -> out.text("name", name)
                .text("store", store)
                .texts("types", types)
                .number("order", order)
                .flag("enabled", enabled)
                .text("unreadable", reason())
                .text("definition", definition));
    }
}
