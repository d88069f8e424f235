package dev.synchronizer.staging;

import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.store.DeliveryState;
import dev.synchronizer.store.StoredDelivery;
import dev.synchronizer.store.StoredTask;
import dev.synchronizer.store.TaskDirection;
import dev.synchronizer.store.TaskQueue;
import dev.synchronizer.task.Claim;
import dev.synchronizer.task.ConflictPolicy;
import dev.synchronizer.task.Dispatch;
import dev.synchronizer.task.Failing;
import dev.synchronizer.task.ServerChannel;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * Tells changes to other servers, and sees to those that could not be told. Safe for use by many threads and many processes
 * at once.
 */
public final class Staging {
    private static final int BATCH = 100;

    private final Servers servers;
    private final TaskQueue queue;
    private final Dispatch dispatch;
    private final Transports transports;
    private final Receiving receiving;
    private final RandomGenerator random;

    /**
     * The way to other servers of a store.
     *
     * @param transports the ways to each of them
     * @param receiving takes in what others send
     */
    Staging(
            Servers servers,
            TaskQueue queue,
            Dispatch dispatch,
            Transports transports,
            Receiving receiving,
            RandomGenerator random) {
        this.servers = servers;
        this.queue = queue;
        this.dispatch = dispatch;
        this.transports = transports;
        this.receiving = receiving;
        this.random = random;
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
        return queue.page(filter, after, limit).stream().map(this::staged).toList();
    }

    private StagedTask staged(StoredDelivery delivery) {
        return StagedTask.of(queue.task(delivery.task()).orElseThrow(), delivery);
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

    /**
     * Runs a task at one server now, be it not due yet; what it needs and is on its way goes first.
     *
     * @throws ProblemsException if there is no such task or server, or the database fails
     */
    public TaskResult run(long id, String server) {
        StoredTask task = require(id);
        ServerChannel target = servers.get(server);
        String channel = TaskDirection.STAGING.channel(server);
        StoredDelivery delivery = delivery(id, channel);
        while (delivery.waiting()) {
            List<Claim> claims = dispatch.takeNow(channel, dispatch.keys(task, channel), BATCH);
            if (claims.isEmpty()) {
                break;
            }
            List<TaskResult> results = run(target).send(claims);
            Optional<TaskResult> mine =
                    results.stream().filter(result -> result.task() == id).findFirst();
            if (mine.isPresent() || results.stream().noneMatch(TaskResult::isDone)) {
                return mine.orElseGet(() -> result(delivery(id, channel)));
            }
            delivery = delivery(id, channel);
        }
        return result(delivery(id, channel));
    }

    private StoredDelivery delivery(long id, String channel) {
        return queue.deliveries(id).stream()
                .filter(each -> each.channel().equals(channel))
                .findFirst()
                .orElseThrow(() -> new ProblemsException(
                        Problem.of(
                                ProblemCode.UNKNOWN_TASK,
                                Long.toString(id),
                                "the task " + id + " is none for " + TaskDirection.nameOf(channel)),
                        null));
    }

    private TaskResult result(StoredDelivery delivery) {
        return staged(delivery).result();
    }

    /**
     * Runs all tasks that are due at a server, until none is left.
     *
     * @param told is told of each that was run
     * @return what became of them
     */
    public RunSummary runAll(String server, Consumer<TaskResult> told) {
        ServerChannel target = servers.get(server);
        String channel = TaskDirection.STAGING.channel(server);
        RunSummary summary = RunSummary.NOTHING;
        boolean reached = true;
        while (reached && dispatch.hasDue(channel)) {
            List<Claim> claims = dispatch.take(channel, BATCH);
            List<TaskResult> results =
                    claims.isEmpty() ? List.of() : run(target).send(claims);
            results.forEach(told);
            summary = summary.and(results);
            reached = results.isEmpty()
                    || results.stream().anyMatch(result -> result.answer().isPresent());
        }
        return summary;
    }

    private TargetRun run(ServerChannel target) {
        Failing failing = new Failing(target.retries(), target.failures(), dispatch, random);
        return new TargetRun(target, transports.to(target), dispatch, failing);
    }

    /** Has a task tried anew at a server, as if it never had been; one that is done stays so. */
    public TaskResult retry(long id, String server) {
        String channel = TaskDirection.STAGING.channel(server);
        delivery(id, channel);
        return dispatch.decide(
                        id,
                        channel,
                        found -> found.waiting() || found.state() == DeliveryState.DEAD
                                ? found.revived(dispatch.now())
                                : found)
                .map(this::result)
                .orElseThrow();
    }

    /** Has a task not told to a server, for good; one that is done stays so. */
    public TaskResult drop(long id, String server) {
        String channel = TaskDirection.STAGING.channel(server);
        delivery(id, channel);
        return dispatch.decide(
                        id,
                        channel,
                        found -> found.waiting() || found.state() == DeliveryState.DEAD
                                ? found.ended(DeliveryState.DROPPED, dispatch.now(), found.outcome())
                                : found)
                .map(this::result)
                .orElseThrow();
    }

    /** Tells a task that is in conflict once more, so that the other server decides otherwise. */
    TaskResult resolve(long id, String server, ConflictPolicy policy) {
        retry(id, server);
        ServerChannel target = servers.get(server);
        String channel = TaskDirection.STAGING.channel(server);
        List<Claim> claims = dispatch.takeNow(channel, dispatch.keys(require(id), channel), BATCH);
        run(target).send(claims, policy);
        return result(delivery(id, channel));
    }
}
