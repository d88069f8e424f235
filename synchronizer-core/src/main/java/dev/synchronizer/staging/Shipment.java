package dev.synchronizer.staging;

import dev.synchronizer.store.StoredTask;
import dev.synchronizer.task.Claim;
import dev.synchronizer.task.ConflictPolicy;
import dev.synchronizer.task.Payload;
import dev.synchronizer.task.PayloadJson;
import dev.synchronizer.task.SubjectState;
import dev.synchronizer.task.TaskKey;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one server sends another one: a task, with all that earlier tasks of the same key would have told.
 *
 * @param task its number on the server that sends it
 * @param key what it is about
 * @param name the name of that for people
 * @param operation what was done to it last
 * @param payload what it was and is
 * @param actor who did it
 * @param passed the identities of the servers that it has passed, the one that sends it at last
 * @param changes the identities of all changes that it carries
 * @param policy what is done where the other server has changed the same
 * @param spared the keys of what need not be there: it is gone, or waits for this one
 * @param shown what tells the state apart for which alone the policy was decided; null where it goes for any
 */
public record Shipment(
        long task,
        TaskKey key,
        String name,
        String operation,
        Payload payload,
        String actor,
        List<String> passed,
        List<String> changes,
        ConflictPolicy policy,
        Set<String> spared,
        @Nullable String shown) {
    public Shipment {
        spared = Set.copyOf(spared);
        passed = List.copyOf(passed);
        changes = List.copyOf(changes);
    }

    /** One whose policy goes for whatever is there. */
    public Shipment(
            long task,
            TaskKey key,
            String name,
            String operation,
            Payload payload,
            String actor,
            List<String> passed,
            List<String> changes,
            ConflictPolicy policy,
            Set<String> spared) {
        this(task, key, name, operation, payload, actor, passed, changes, policy, spared, null);
    }

    /** One of a task, with all that the task carries along. */
    static Shipment of(Claim claim, Decision decision) {
        StoredTask task = claim.task();
        List<Payload> payloads = new ArrayList<>();
        Set<String> changes = new LinkedHashSet<>();
        Set<String> passed = new LinkedHashSet<>(task.passed());
        for (StoredTask each : claim.tasks()) {
            payloads.add(PayloadJson.read(each.payload()));
            changes.addAll(each.changes());
            passed.retainAll(each.passed());
        }
        return new Shipment(
                task.id(),
                TaskKey.parse(task.key()),
                task.name(),
                task.operation(),
                payloads.get(0).then(payloads.subList(1, payloads.size())),
                task.actor(),
                List.copyOf(passed),
                List.copyOf(changes),
                decision.policy(),
                Set.of(),
                decision.shown());
    }

    /** What tells what a server holds from all else. */
    static String digest(@Nullable SubjectState there) {
        return there == null ? "" : there.digest();
    }

    /** What is done about a conflict with what is there: what nobody was shown is not decided. */
    public ConflictPolicy policyFor(@Nullable SubjectState there) {
        return shown == null || shown.equals(digest(there)) ? policy : ConflictPolicy.HOLD.atMost(policy);
    }

    /** The same one, where some of what it refers to need not be there. */
    Shipment sparing(Set<String> keys) {
        return new Shipment(task, key, name, operation, payload, actor, passed, changes, policy, keys, shown);
    }

    /** The same, by another policy. */
    Shipment by(ConflictPolicy other) {
        return other == policy
                ? this
                : new Shipment(task, key, name, operation, payload, actor, passed, changes, other, spared, shown);
    }
}
