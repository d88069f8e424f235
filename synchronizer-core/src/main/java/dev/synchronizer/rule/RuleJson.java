package dev.synchronizer.rule;

import dev.synchronizer.json.JsonIn;
import dev.synchronizer.json.JsonOut;
import dev.synchronizer.problem.ProblemsException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Rules as JSON, in one form each. */
public final class RuleJson {
    private static final String NAME = "name";
    private static final String STORE = "store";
    private static final String TYPES = "types";
    private static final String ORDER = "order";
    private static final String ENABLED = "enabled";
    private static final String CONDITION = "condition";
    private static final String ACTIONS = "actions";

    private RuleJson() {}

    /** On one line. */
    public static String write(Rule rule) {
        return JsonOut.compact(out -> write(rule, out));
    }

    /** Writes a rule in the one form that it has. */
    public static void write(Rule rule, JsonOut out) {
        out.object(() -> out.text(NAME, rule.name())
                .text(STORE, rule.store())
                .texts(TYPES, rule.types())
                .number(ORDER, rule.order())
                .flag(ENABLED, rule.enabled())
                .text(CONDITION, rule.condition())
                .array(ACTIONS, rule.actions(), action -> ActionJson.write(action, out)));
    }

    /** The actions alone, on one line, as they are stored. */
    public static String writeActions(List<RuleAction> actions) {
        return JsonOut.compact(out -> out.array(actions, action -> ActionJson.write(action, out)));
    }

    /**
     * Reads a rule whose members stand in any order. Without types it is for all, without an order it has 0, without a
     * condition it always applies, and it is enabled unless it says otherwise.
     *
     * @throws ProblemsException if it is none, naming the place
     */
    public static Rule read(String json) {
        return Members.reading(json, (members, in) -> rule(members));
    }

    /** The types that a rule is for, where that can be read; empty where it is for all, and where not so much can be read. */
    static List<String> readTypes(String json) {
        List<String> types = new ArrayList<>();
        try {
            JsonIn.read(json, in -> {
                in.object(member -> {
                    if (member.equals(TYPES)) {
                        types.addAll(in.texts());
                    } else {
                        in.skip();
                    }
                });
                return types;
            });
        } catch (UncheckedIOException e) {
            // What stood before the damage was read nevertheless.
            return types;
        }
        return types;
    }

    /**
     * Reads what {@link #writeActions} writes.
     *
     * @throws ProblemsException if one of them is none, naming the place
     */
    public static List<RuleAction> readActions(String json) {
        return Members.reading(json, (members, in) -> members.list(() -> ActionJson.read(members)));
    }

    private static Rule rule(Members members) {
        Draft draft = new Draft();
        Set<String> seen = members.object(member -> draft.read(member, members));
        members.requireAll(seen, List.of(NAME, STORE, ACTIONS));
        return draft.rule();
    }

    /** A rule that is being read. */
    private static final class Draft {
        private String name = "";
        private String store = "";
        private List<String> types = List.of();
        private int order;
        private boolean enabled = true;
        private String condition = "";
        private List<RuleAction> actions = List.of();

        void read(String member, Members members) {
            switch (member) {
                case NAME -> name = members.text();
                case STORE -> store = members.text();
                case TYPES -> types = members.list(members::text);
                case ORDER -> order = members.number();
                case ENABLED -> enabled = members.flag();
                case CONDITION -> condition = members.text();
                case ACTIONS -> actions = members.list(() -> ActionJson.read(members));
                default -> throw members.unknown(List.of(NAME, STORE, TYPES, ORDER, ENABLED, CONDITION, ACTIONS));
            }
        }

        Rule rule() {
            return new Rule(name, store, types, order, enabled, condition, actions);
        }
    }
}
