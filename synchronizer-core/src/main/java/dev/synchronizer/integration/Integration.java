package dev.synchronizer.integration;

import dev.synchronizer.content.BroughtItems;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.store.DeliveryState;
import dev.synchronizer.store.StoredDelivery;
import dev.synchronizer.store.StoredTask;
import dev.synchronizer.store.TaskDirection;
import dev.synchronizer.store.TaskQueue;
import dev.synchronizer.store.TaskQueue.Work;
import dev.synchronizer.task.Carrying;
import dev.synchronizer.task.ChannelRun;
import dev.synchronizer.task.ConnectorChannel;
import dev.synchronizer.task.Deed;
import dev.synchronizer.task.Dispatch;
import dev.synchronizer.task.Done;
import dev.synchronizer.task.Failing;
import dev.synchronizer.task.Housekeeping;
import dev.synchronizer.task.Round;
import dev.synchronizer.task.RunSummary;
import dev.synchronizer.task.Treatment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Tells other systems of changes by their connectors, takes in theirs, and sees to what could not be done. Safe for use by
 * many threads and many processes at once.
 */
public final class Integration implements IncomingTasks {
    /** Of so many keys some are taken at a time: a call of a connector may take long, and others wait for what was taken. */
    private static final int BATCH = 20;

    private static final Set<DeliveryState> RETRIED =
            EnumSet.of(DeliveryState.RETRY, DeliveryState.BLOCKED, DeliveryState.DEAD);

    private final Connectors connectors;
    private final NodeConnectors here;
    private final TaskQueue queue;
    private final Dispatch dispatch;
    private final IncomingLog incoming;
    private final Supplier<BroughtItems> items;
    private final Housekeeping housekeeping;
    private final Unkept unkept = new Unkept();
    private final Consumer<String> outside;
    private final RandomGenerator random;

    /** @param outside refuses what has transactions of its own in a unit of work; is given what that is */
    Integration(
            Connectors connectors,
            NodeConnectors here,
            TaskQueue queue,
            Dispatch dispatch,
            IncomingLog incoming,
            Supplier<BroughtItems> items,
            Housekeeping housekeeping,
            Consumer<String> outside,
            RandomGenerator random) {
        this.connectors = connectors;
        this.here = here;
        this.queue = queue;
        this.dispatch = dispatch;
        this.incoming = incoming;
        this.items = items;
        this.housekeeping = housekeeping;
        this.outside = outside;
        this.random = random;
    }

    /** The connectors of the store. */
    public Connectors connectors() {
        return connectors;
    }

    /**
     * What the system of a connector calls items; what is bound is so at once.
     *
     * @throws ProblemsException if there is no such connector
     */
    public IdTranslator ids(String connector) {
        connectors.get(connector);
        return new StoredIds(connector, queue, dispatch::now);
    }

    @Override
    public boolean receive(String connector, IncomingTask task) {
        connectors.register();
        if (here.find(connector).isEmpty()) {
            connectors.get(connector);
        }
        return incoming.receive(connector, task);
    }

    /** The tasks of connectors, in their order, behind a task. */
    public List<ConnectorTask> tasks(ConnectorTaskFilter filter, long after, int limit) {
        List<StoredDelivery> deliveries = new ArrayList<>();
        for (TaskDirection direction : filter.directions()) {
            String channel = filter.connector().map(direction::channel).orElse(null);
            deliveries.addAll(queue.page(new TaskQueue.Filter(direction, channel, filter.states()), after, limit));
        }
        List<StoredDelivery> page = deliveries.stream()
                .sorted((one, other) -> Long.compare(one.task(), other.task()))
                .limit(limit)
                .toList();
        return page.isEmpty() ? List.of() : tasks(page);
    }

    /** One that was forgotten meanwhile is left out. */
    private List<ConnectorTask> tasks(List<StoredDelivery> deliveries) {
        Map<Long, StoredDelivery> byTask = new HashMap<>();
        deliveries.forEach(delivery -> byTask.put(delivery.task(), delivery));
        List<Long> ids = deliveries.stream().map(StoredDelivery::task).toList();
        return queue.working(work -> work.tasks(ids)).stream()
                .map(task -> ConnectorTask.of(task, Objects.requireNonNull(byTask.get(task.id()))))
                .toList();
    }

    /**
     * A task as it stands.
     *
     * @throws ProblemsException if there is none
     */
    public ConnectorTask task(long id) {
        Optional<StoredTask> task = queue.task(id).filter(each -> each.direction() != TaskDirection.STAGING);
        return task.flatMap(each ->
                        queue.deliveries(id).stream().findFirst().map(delivery -> ConnectorTask.of(each, delivery)))
                .orElseThrow(() -> new ProblemsException(
                        new Problem(
                                ProblemCode.UNKNOWN_TASK,
                                Long.toString(id),
                                "there is no task " + id + " of a connector",
                                "see integration tasks"),
                        null));
    }

    /**
     * Runs a task now, be it not due yet; what it needs, and what is ahead of it, goes first.
     *
     * @return what became of it
     * @throws ProblemsException if there is no such task, this node lacks the code of its connector, or the database fails
     */
    public ConnectorTask run(long id) {
        outside.accept("a run of tasks");
        ConnectorTask task = task(id);
        ChannelRun run = run(task.direction(), connectors.get(task.connector()));
        if (task.delivery().waiting()) {
            run.one(task.task());
        }
        return task(id);
    }

    /** What is due of a task and of what it needs, for a save that waits for it. */
    RunSummary atOnce(StoredTask task, Duration longest) {
        ConnectorChannel channel = connectors.get(task(task.id()).connector());
        return run(TaskDirection.OUTGOING, channel).oneIfDue(task, longest);
    }

    /** The present moment, as tasks have it. */
    Instant now() {
        return dispatch.now();
    }

    /**
     * Runs all tasks of a connector that are due, what has come from there first, until none is left or the other system cannot
     * be reached; none while it is disabled.
     *
     * @param told is told of each that was run
     * @return what became of them
     * @throws ProblemsException if there is no such connector, this node lacks its code, or the database fails
     */
    public RunSummary runAll(String connector, Consumer<ConnectorTask> told) {
        outside.accept("a run of tasks");
        ConnectorChannel channel = connectors.get(connector);
        Consumer<Done> each = done -> told.accept(ConnectorTask.of(done.claim().task(), done.delivery()));
        ChannelRun out = run(TaskDirection.OUTGOING, channel);
        RunSummary summary = run(TaskDirection.INCOMING, channel).all(each).and(out.all(each));
        housekeeping.doAside();
        return summary;
    }

    /**
     * Has what failed or is blocked of a connector's tasks, and is to be tried again later, count as due now.
     *
     * @throws ProblemsException if there is no such connector
     */
    public void hasten(String connector) {
        outside.accept("a decision about tasks");
        String name = connectors.get(connector).name();
        for (TaskDirection direction : List.of(TaskDirection.INCOMING, TaskDirection.OUTGOING)) {
            dispatch.decisions().hasten(direction.channel(name));
        }
    }

    private ChannelRun run(TaskDirection direction, ConnectorChannel channel) {
        String name = channel.name();
        Connector connector = here.find(name).orElseThrow(() -> elsewhere(name));
        return new ChannelRun(
                direction.channel(name),
                () -> connectors.find(name).map(found -> treatment(direction, connector, found)),
                queue,
                dispatch,
                channel.retries());
    }

    private Treatment treatment(TaskDirection direction, Connector connector, ConnectorChannel channel) {
        boolean out = direction == TaskDirection.OUTGOING;
        Dispatch taking = dispatch.carrying(out ? new SameMeaning(channel.interests()) : Carrying.NONE);
        Failing failing = new Failing(channel.retries(), channel.failures(), taking, random);
        Settling settling = new Settling(channel.name(), queue, taking, failing);
        Deed deed = out
                ? Deed.each(new OutgoingDeed(connector, queue, settling, unkept)::run)
                : Deed.each(new IncomingDeed(connector, queue, settling, items)::run);
        boolean open = channel.enabled() && !channel.held();
        return new Treatment(open, channel.failures(), channel.retries(), taking, BATCH, deed);
    }

    private static ProblemsException elsewhere(String name) {
        return new ProblemsException(
                Problem.of(ProblemCode.CONNECTOR_ELSEWHERE, name, "the code of the connector " + name + " is not here"),
                null);
    }

    /** What is to be seen to in the background: of the connectors whose code is here those that are enabled, and that nobody holds. */
    public List<Round> rounds() {
        List<Round> rounds = new ArrayList<>();
        if (!here.names().isEmpty()) {
            connectors.list().stream()
                    .filter(channel -> here.find(channel.name()).isPresent())
                    .filter(channel -> channel.enabled() && !channel.held())
                    .forEach(channel -> {
                        rounds.add(run(TaskDirection.INCOMING, channel));
                        rounds.add(run(TaskDirection.OUTGOING, channel));
                    });
        }
        return rounds;
    }

    /** When the next task of a connector is due; empty where none is. */
    public Optional<Instant> nextDue(String connector) {
        Optional<Instant> in = queue.nextDue(TaskDirection.INCOMING.channel(connector));
        Optional<Instant> out = queue.nextDue(TaskDirection.OUTGOING.channel(connector));
        return in.isEmpty() || out.isPresent() && out.get().isBefore(in.get()) ? out : in;
    }

    /**
     * Has a task tried anew, as if it never had been; one that is done stays so.
     *
     * @throws ProblemsException if there is no such task, or it has come from the other system, was skipped, and a later one of
     *     its key was done since
     */
    public ConnectorTask retry(long id) {
        return decide(id, (work, delivery) -> {
            if (wouldUndo(work, delivery)) {
                throw new ProblemsException(
                        new Problem(
                                ProblemCode.NOTHING_TO_TELL,
                                Long.toString(id),
                                "the task " + id
                                        + " was skipped, and a later one of its key was done since, which it would undo",
                                "have the other system send anew what it holds now, under a new id"),
                        null);
            }
            return delivery.revived(dispatch.now());
        });
    }

    /** What a connector is told, it can tell from later ones by the revision; what it tells us would be taken for news. */
    private static boolean wouldUndo(Work work, StoredDelivery delivery) {
        return TaskDirection.of(delivery.channel()) == TaskDirection.INCOMING
                && !delivery.waiting()
                && work.isOvertaken(delivery);
    }

    /**
     * Has all tasks of a connector tried anew that are in some states, as if they never had been, such as those that are dead once
     * their cause is mended. What has come from the other system and was skipped stays so where a later one of its key was done.
     *
     * @param states at least one of {@code RETRY}, {@code BLOCKED} and {@code DEAD}
     * @param told is told of each
     * @throws ProblemsException if there is no such connector
     * @throws IllegalArgumentException if there is no state, or one in which nothing can be tried anew
     */
    public void retryAll(String connector, Set<DeliveryState> states, Consumer<ConnectorTask> told) {
        outside.accept("a decision about tasks");
        if (states.isEmpty() || !RETRIED.containsAll(states)) {
            throw new IllegalArgumentException("tasks are tried anew that are among " + RETRIED + ", not " + states);
        }
        String name = connectors.get(connector).name();
        for (TaskDirection direction : List.of(TaskDirection.INCOMING, TaskDirection.OUTGOING)) {
            dispatch.decisions()
                    .reviveAll(
                            direction.channel(name),
                            states,
                            (work, delivery) -> !wouldUndo(work, delivery),
                            revived -> queue.task(revived.task())
                                    .ifPresent(task -> told.accept(ConnectorTask.of(task, revived))));
        }
    }

    /** Has a task not done, for good; one that is done stays so. */
    public ConnectorTask drop(long id) {
        return decide(
                id, (work, delivery) -> delivery.ended(DeliveryState.DROPPED, dispatch.now(), delivery.outcome()));
    }

    private ConnectorTask decide(long id, BiFunction<Work, StoredDelivery, StoredDelivery> change) {
        outside.accept("a decision about a task");
        ConnectorTask task = task(id);
        dispatch.decisions()
                .decide(
                        id,
                        task.delivery().channel(),
                        (work, found) -> found.waiting() || found.state() == DeliveryState.DEAD
                                ? change.apply(work, found)
                                : found);
        return task(id);
    }

    /** The names of the connectors of which this node has the code. */
    public Set<String> here() {
        return here.names();
    }
}
