package dev.synchronizer.settings;

import dev.synchronizer.json.JsonIn;
import dev.synchronizer.json.JsonOut;
import dev.synchronizer.rule.KnownRule;
import dev.synchronizer.rule.Rule;
import dev.synchronizer.rule.RuleJson;
import dev.synchronizer.saving.SaveOperation;
import dev.synchronizer.saving.Subject;
import dev.synchronizer.saving.SubjectKind;
import dev.synchronizer.saving.Told;
import dev.synchronizer.store.StoredReads;
import dev.synchronizer.task.Payload.About;
import dev.synchronizer.task.StateChange;
import dev.synchronizer.task.SubjectState;
import dev.synchronizer.task.TaskKey;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What other servers are told of a rule: a place for each member of its definition but the name, which is its key. */
final class ToldRule {
    static final String ENABLED = "enabled";
    private static final String NAME = "name";
    private static final String STORE = "store";
    private static final String ORDER = "order";

    /** Stands for all of a definition that is no JSON any more. */
    private static final String DAMAGED = "definition";

    private ToldRule() {}

    static Told of(@Nullable KnownRule before, @Nullable KnownRule after, StoredReads reads) {
        SaveOperation operation =
                before == null ? SaveOperation.CREATE : after == null ? SaveOperation.DELETE : SaveOperation.UPDATE;
        StateChange change = new StateChange(state(before), state(after));
        return told(after == null ? before : after, operation, change, after == null ? List.of() : needs(after, reads));
    }

    /** A rule as it is, whatever it was. */
    static Told whole(KnownRule rule, StoredReads reads) {
        return told(rule, SaveOperation.UPDATE, new StateChange(null, state(rule)), needs(rule, reads));
    }

    private static Told told(
            @Nullable KnownRule rule, SaveOperation operation, StateChange change, List<String> needs) {
        String name = rule == null ? "" : rule.name();
        About about = new About("", null, null, null, new TreeSet<>());
        return new Told(new TaskKey(TaskKey.RULE, name), name, operation, about, change, 0, needs);
    }

    /** Rules are of no kind that handlers look at; where one fails that is told of a task, it is said of what. */
    static Subject subject(TaskKey key) {
        return new Subject(SubjectKind.DEFINITION, key.toString(), "", key.toString());
    }

    static @Nullable SubjectState state(@Nullable KnownRule rule) {
        if (rule == null) {
            return null;
        }
        Map<String, String> places = members(rule.definition());
        places.put(STORE, JsonOut.compact(out -> out.text(rule.store())));
        places.put(ORDER, JsonOut.compact(out -> out.number(rule.order())));
        places.put(ENABLED, JsonOut.compact(out -> out.flag(rule.enabled())));
        return SubjectState.of(places);
    }

    private static Map<String, String> members(String definition) {
        Map<String, String> members = new TreeMap<>();
        try {
            JsonIn.read(definition, in -> {
                in.object(member -> members.put(member, JsonOut.compact(in::copyTo)));
                return members;
            });
        } catch (UncheckedIOException e) {
            // It is told nevertheless that there is one, and that it is switched off or removed.
            members.clear();
            members.put(DAMAGED, JsonOut.compact(out -> out.text(definition)));
        }
        members.remove(NAME);
        return members;
    }

    /**
     * The rule of a state.
     *
     * @throws dev.synchronizer.problem.ProblemsException if it is none that this release can read
     */
    static Rule rule(String name, SubjectState state) {
        return RuleJson.read(JsonOut.compact(out -> out.object(() -> {
            out.text(NAME, name);
            state.places().forEach((place, json) -> out.name(place).json(json));
        })));
    }

    /** The types that it is for and administrators have made, with all that these have by now. */
    private static List<String> needs(KnownRule rule, StoredReads reads) {
        Set<String> needs = new LinkedHashSet<>();
        for (String name : rule.types()) {
            ToldType type = ToldType.read(reads, name);
            type.keys().stream()
                    .filter(key -> key.kind().equals(TaskKey.DEFINITION) && type.state(key) != null)
                    .forEach(key -> needs.add(key.toString()));
        }
        return List.copyOf(needs);
    }
}
