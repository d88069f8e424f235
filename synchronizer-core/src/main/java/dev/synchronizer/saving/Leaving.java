package dev.synchronizer.saving;

import dev.synchronizer.store.NodeEvent;
import dev.synchronizer.store.SaveFailure;
import dev.synchronizer.store.StoredTask;
import dev.synchronizer.task.TaskHandler;
import dev.synchronizer.task.TaskLoggedEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What leaves with saves: word for other nodes, and what failed when all was committed. */
public final class Leaving {
    private static final Logger LOG = LoggerFactory.getLogger(SavePath.class);
    private static final String OTHER_NODES = "other nodes";

    private final String node;
    private final Clock clock;
    private final Failures failures;

    /**
     * Prepares for what leaves one node.
     *
     * @param node the name of the node, which no other one has
     */
    public Leaving(String node, Clock clock, Failures failures) {
        this.node = node;
        this.clock = clock;
        this.failures = failures;
    }

    String node() {
        return node;
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Tells other nodes that a draft was written, as soon as that is committed. */
    void announce(Unit unit, String store, Draft draft, SaveOrigin origin) {
        unit.news().add(event(store, draft, origin));
    }

    /** The same, to be done later, when the draft is forgotten. */
    Runnable word(Unit unit, String store, Draft draft, SaveOrigin origin) {
        NodeEvent event = event(store, draft, origin);
        return () -> unit.news().add(event);
    }

    private NodeEvent event(String store, Draft draft, SaveOrigin origin) {
        Subject subject = draft.subject();
        return new NodeEvent(
                0,
                now(),
                node,
                store,
                subject.kind().name(),
                subject.key(),
                subject.type(),
                ownName(subject),
                draft.operation().name(),
                origin.name(),
                List.copyOf(draft.changes().languages()),
                draft.revision());
    }

    /** The name of all but items is their address, which is their key. */
    private static @Nullable String ownName(Subject subject) {
        return subject.kind() == SubjectKind.ITEM ? subject.name() : null;
    }

    /** What another node has told; null where it is of a release that tells what this one does not know. */
    static @Nullable RemoteEvent told(NodeEvent event) {
        try {
            String name = event.name() == null ? event.key() : event.name();
            String type = event.type() == null ? "" : event.type();
            return new RemoteEvent(
                    event.store(),
                    event.node(),
                    event.at(),
                    new Subject(SubjectKind.valueOf(event.kind()), event.key(), type, name),
                    SaveOperation.valueOf(event.operation()),
                    SaveOrigin.valueOf(event.origin()),
                    Set.copyOf(event.languages()),
                    event.revision());
        } catch (IllegalArgumentException e) {
            LOG.debug("Left alone, as it is told in words of another release: {}", event, e);
            return null;
        }
    }

    /**
     * Calls somebody after a commit: what fails is logged and recorded, whatever is thrown, and nothing else comes of it.
     *
     * @throws VirtualMachineError if the virtual machine itself is at its end, and not only a stack: nobody else is called
     */
    void quietly(String listener, Subject subject, SaveOperation operation, Runnable call) {
        quietly(listener, subject.toString(), call, e -> failure(listener, subject, operation, e));
    }

    /** Tells a handler of a task that has come from another system; what that fails with is recorded likewise. */
    public void told(TaskHandler handler, TaskLoggedEvent event) {
        StoredTask task = event.task();
        quietly(
                handler.name(),
                task.key(),
                () -> handler.taskLogged(event),
                e -> new SaveFailure(
                        0,
                        now(),
                        handler.name(),
                        task.kind(),
                        task.key(),
                        null,
                        task.name(),
                        "RECEIVE",
                        String.valueOf(e.getMessage() == null ? e : e.getMessage())));
    }

    private void quietly(String listener, String subject, Runnable call, Function<Throwable, SaveFailure> failure) {
        try {
            call.run();
        } catch (Throwable e) {
            LOG.warn("{} failed after {} was committed: {}", listener, subject, e.getMessage(), e);
            record(failure.apply(e));
            if (e instanceof VirtualMachineError && !(e instanceof StackOverflowError)) {
                throw e;
            }
        }
    }

    /** Keeps that a handler may not have been told of what other nodes have saved since a moment. */
    void missed(String handler, Instant since) {
        String message = "it may not have been told of what other nodes have saved since "
                + since.truncatedTo(ChronoUnit.SECONDS) + "; have it refresh everything";
        LOG.warn("{}: {}", handler, message);
        record(new SaveFailure(0, now(), handler, "NODES", OTHER_NODES, null, null, "SAVE", message));
    }

    /** Keeps that findings of rules that are at an end may still stand with items. */
    void leftBehind(Collection<String> rules, RuntimeException failure) {
        String names = String.join(", ", rules);
        String message =
                "what rules have found that are disabled or removed could not be taken away: " + failure.getMessage()
                        + "; it goes with the next save of an item, or where a rule of this name is disabled or removed once more";
        LOG.warn("{}: {}", names, message, failure);
        record(new SaveFailure(0, now(), names, "RULES", "rules", null, null, "DISABLE", message));
    }

    private SaveFailure failure(String listener, Subject subject, SaveOperation operation, Throwable failure) {
        return new SaveFailure(
                0,
                now(),
                listener,
                subject.kind().name(),
                subject.key(),
                subject.type(),
                ownName(subject),
                operation.name(),
                String.valueOf(failure.getMessage() == null ? failure : failure.getMessage()));
    }

    private void record(SaveFailure failure) {
        try {
            failures.record(failure);
        } catch (RuntimeException e) {
            LOG.warn("It could not be recorded that {} failed: {}", failure.handler(), e.getMessage(), e);
        }
    }
}
