package dev.synchronizer.staging;

import dev.synchronizer.exchange.EndpointOptions;
import dev.synchronizer.exchange.SignedEndpoint;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.store.DeliveryState;
import dev.synchronizer.store.StoredDelivery;
import dev.synchronizer.store.StoredTask;
import dev.synchronizer.store.TaskDirection;
import dev.synchronizer.store.TaskQueue;
import dev.synchronizer.task.Dispatch;
import dev.synchronizer.task.Housekeeping;
import dev.synchronizer.task.Round;
import dev.synchronizer.task.RunSummary;
import dev.synchronizer.task.TaskKey;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Tells changes to other servers, and sees to those that could not be told. Safe for use by many threads and many processes
 * at once.
 */
public final class Staging {
    private static final Set<DeliveryState> RETRIED =
            EnumSet.of(DeliveryState.RETRY, DeliveryState.BLOCKED, DeliveryState.CONFLICT, DeliveryState.DEAD);

    private final Servers servers;
    private final TaskQueue queue;
    private final Dispatch dispatch;
    private final TargetRuns runs;
    private final Transports transports;
    private final Receiving receiving;
    private final Resolving resolving;
    private final Enqueueing enqueueing;
    private final Reception reception;
    private final Housekeeping housekeeping;
    private final Consumer<String> outside;

    /**
     * The way to other servers of a store.
     *
     * @param transports the ways to each of them
     * @param receiving takes in what others send
     * @param outside refuses what has transactions of its own in a unit of work; is given what that is
     */
    Staging(
            Servers servers,
            TaskQueue queue,
            Dispatch dispatch,
            TargetRuns runs,
            Transports transports,
            Receiving receiving,
            Resolving resolving,
            Enqueueing enqueueing,
            Reception reception,
            Housekeeping housekeeping,
            Consumer<String> outside) {
        this.servers = servers;
        this.queue = queue;
        this.dispatch = dispatch;
        this.runs = runs;
        this.transports = transports;
        this.receiving = receiving;
        this.resolving = resolving;
        this.enqueueing = enqueueing;
        this.reception = reception;
        this.housekeeping = housekeeping;
        this.outside = outside;
    }

    /** The servers that changes are told, and those that tell theirs. */
    public Servers servers() {
        return servers;
    }

    /** What takes in what other servers send. */
    public Receiving receiving() {
        return receiving;
    }

    /**
     * What takes in signed requests of servers that are accepted, to be mounted in a server of the application.
     *
     * @param name what other servers call this one
     */
    public SignedEndpoint endpoint(String name, EndpointOptions options) {
        return reception.endpoint(name, options);
    }

    /**
     * Who answers at a server's place.
     *
     * @return its identity
     * @throws ProblemsException if there is no such server
     * @throws DeliveryException if nobody answers
     */
    public String test(String server) {
        return transports.to(servers.get(server)).identity();
    }

    /** The tasks of servers, in their order, behind a task. */
    public List<StagedTask> tasks(Optional<String> server, Set<DeliveryState> states, long after, int limit) {
        TaskQueue.Filter filter = new TaskQueue.Filter(
                TaskDirection.STAGING,
                server.map(TaskDirection.STAGING::channel).orElse(null),
                states);
        return queue.page(filter, after, limit).stream()
                .flatMap(delivery -> staged(delivery).stream())
                .toList();
    }

    private Optional<StagedTask> staged(StoredDelivery delivery) {
        return queue.task(delivery.task()).map(task -> StagedTask.of(task, delivery));
    }

    /**
     * A task, as it stands at each server.
     *
     * @throws ProblemsException if there is none
     */
    public List<StagedTask> task(long id) {
        StoredTask task = require(id);
        return queue.deliveries(id).stream()
                .map(delivery -> StagedTask.of(task, delivery))
                .toList();
    }

    private StoredTask require(long id) {
        return queue.task(id)
                .filter(task -> task.direction() == TaskDirection.STAGING)
                .orElseThrow(() -> new ProblemsException(
                        Problem.of(ProblemCode.UNKNOWN_TASK, Long.toString(id), "there is no task " + id), null));
    }

    /** @throws ProblemsException if there is no such task, or it is none for this server */
    private StagedTask require(long id, String server) {
        servers.get(server);
        return task(id).stream()
                .filter(staged -> staged.server().equals(server))
                .findFirst()
                .orElseThrow(() -> new ProblemsException(
                        Problem.of(
                                ProblemCode.UNKNOWN_TASK,
                                Long.toString(id),
                                "the task " + id + " is none for the server " + server),
                        null));
    }

    /**
     * Runs a task at one server now, be it not due yet; what it needs and is on its way goes first.
     *
     * @throws ProblemsException if there is no such task or server, or the database fails
     */
    public TaskResult run(long id, String server) {
        outside.accept("a run of tasks");
        StagedTask staged = require(id, server);
        if (staged.delivery().waiting()) {
            runs.at(servers.get(server)).one(staged.task());
        }
        return require(id, server).result();
    }

    /**
     * Runs all tasks that are due at a server, until none is left or it cannot be reached; none while it is disabled.
     *
     * @param told is told of each that was run
     * @return what became of them
     */
    public RunSummary runAll(String server, Consumer<TaskResult> told) {
        outside.accept("a run of tasks");
        RunSummary summary = runs.at(servers.get(server))
                .all(done -> told.accept(
                        StagedTask.of(done.claim().task(), done.delivery()).result()));
        housekeeping.doAside();
        return summary;
    }

    /**
     * Has what failed or is blocked at a server, and is to be tried again later, count as due now.
     *
     * @throws ProblemsException if there is no such server
     */
    public void hasten(String server) {
        outside.accept("a decision about tasks");
        dispatch.decisions()
                .hasten(TaskDirection.STAGING.channel(servers.get(server).name()));
    }

    /** The servers whose tasks are to be seen to in the background: those that are enabled, and that nobody holds. */
    public List<Round> rounds() {
        return servers.list().stream()
                .filter(server -> server.isTarget() && server.enabled() && !server.held())
                .<Round>map(runs::at)
                .toList();
    }

    /**
     * Has a task tried anew at a server, as if it never had been; one that is done stays so.
     *
     * @throws ProblemsException if there is no such task or server, or it was skipped and a later one of its key was told
     */
    public TaskResult retry(long id, String server) {
        return decide(id, server, found -> {
            requireOwn(found);
            return found.revived(dispatch.now());
        });
    }

    /** What others have told since would be undone by it. */
    private void requireOwn(StoredDelivery found) {
        if (!found.inLine()) {
            String key = require(found.task()).key();
            throw new ProblemsException(
                    new Problem(
                            ProblemCode.NOTHING_TO_TELL,
                            Long.toString(found.task()),
                            "the task " + found.task() + " was skipped, and a later one of " + key
                                    + " has told since what that is",
                            "have that told anew as it is, by staging enqueue " + key),
                    null);
        }
    }

    /**
     * Has all tasks of a server tried anew that are in some states, as if they never had been, such as those that are dead once
     * their cause is mended. Those that were skipped stay so: what came behind them may be told already.
     *
     * @param states at least one of {@code RETRY}, {@code BLOCKED}, {@code CONFLICT} and {@code DEAD}
     * @param told is told of each
     * @throws ProblemsException if there is no such server
     * @throws IllegalArgumentException if there is no state, or one in which nothing can be tried anew
     */
    public void retryAll(String server, Set<DeliveryState> states, Consumer<TaskResult> told) {
        outside.accept("a decision about tasks");
        if (states.isEmpty() || !RETRIED.containsAll(states)) {
            throw new IllegalArgumentException("tasks are tried anew that are among " + RETRIED + ", not " + states);
        }
        String channel = TaskDirection.STAGING.channel(servers.get(server).name());
        dispatch.decisions()
                .reviveAll(
                        channel,
                        states,
                        (work, found) -> found.waiting(),
                        revived -> staged(revived).ifPresent(task -> told.accept(task.result())));
    }

    /**
     * Has a task not told to a server, for good; one that is done stays so.
     *
     * @throws ProblemsException if there is no such task or server
     */
    public TaskResult drop(long id, String server) {
        return decide(id, server, found -> found.ended(DeliveryState.DROPPED, dispatch.now(), found.outcome()));
    }

    private TaskResult decide(long id, String server, UnaryOperator<StoredDelivery> change) {
        outside.accept("a decision about a task");
        require(id, server);
        dispatch.decisions()
                .decide(
                        id,
                        TaskDirection.STAGING.channel(server),
                        found -> found.waiting() || found.state() == DeliveryState.DEAD ? change.apply(found) : found);
        return require(id, server).result();
    }

    /**
     * Decides about a conflict, or about what somebody else has made of a thing there.
     *
     * @throws ProblemsException if there is no such task or server, it is not in conflict, or this server cannot take over
     *     what the other one holds
     */
    public TaskResult resolve(long id, String server, Resolution resolution) {
        outside.accept("a decision about a conflict");
        StagedTask staged = require(id, server);
        if (staged.delivery().state() != DeliveryState.CONFLICT) {
            throw new ProblemsException(
                    Problem.of(
                            ProblemCode.NO_CONFLICT,
                            Long.toString(id),
                            "the task " + id + " is not in conflict at " + server + ", it is "
                                    + staged.delivery().state()),
                    null);
        }
        resolving.resolve(staged, servers.get(server), resolution);
        return require(id, server).result();
    }

    /**
     * Has things told anew as they are, whatever was told of them before.
     *
     * @param target the server; all that are enabled, where that is empty
     * @return the numbers of the tasks
     * @throws ProblemsException if there is no such thing, or no such server
     */
    public List<Long> enqueue(String actor, Collection<TaskKey> keys, Optional<String> target) {
        outside.accept("telling things anew");
        return enqueueing.enqueue(actor, keys, target);
    }

    /**
     * Has an item told anew with all that stands below it.
     *
     * @param root the item's id
     * @param target the server; all that are enabled, where that is empty
     * @return how many tasks that are
     */
    public long enqueueSubtree(String actor, UUID root, Subtree subtree, Optional<String> target) {
        outside.accept("telling things anew");
        return enqueueing.enqueueSubtree(actor, root, subtree, target);
    }
}
