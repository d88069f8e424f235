package dev.synchronizer.staging;

import dev.synchronizer.store.StoredTask;
import dev.synchronizer.store.TaskDirection;
import dev.synchronizer.store.TaskQueue;
import dev.synchronizer.task.Claim;
import dev.synchronizer.task.ConflictPolicy;
import dev.synchronizer.task.Dispatch;
import dev.synchronizer.task.Failing;
import dev.synchronizer.task.FailurePolicy;
import dev.synchronizer.task.RetryPolicy;
import dev.synchronizer.task.Round;
import dev.synchronizer.task.ServerChannel;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Runs tasks at servers: those that are due, or one with all that it needs. Safe for use by many threads. */
final class TargetRuns {
    private static final int BATCH = 100;

    private final Supplier<String> self;
    private final Servers servers;
    private final TaskQueue queue;
    private final Dispatch dispatch;
    private final Transports transports;
    private final RandomGenerator random;
    private final Sparing sparing;

    TargetRuns(
            Supplier<String> self,
            Servers servers,
            TaskQueue queue,
            Dispatch dispatch,
            Transports transports,
            RandomGenerator random,
            Sparing sparing) {
        this.sparing = sparing;
        this.self = self;
        this.servers = servers;
        this.queue = queue;
        this.dispatch = dispatch;
        this.transports = transports;
        this.random = random;
    }

    private static String channel(ServerChannel target) {
        return TaskDirection.STAGING.channel(target.name());
    }

    private TargetRun run(ServerChannel target) {
        Failing failing = new Failing(target.retries(), target.failures(), dispatch, random);
        return new TargetRun(target, transports.to(target), dispatch, failing, sparing);
    }

    /** Who a server is, is remembered when it is first told something: what comes from there is never told to it again. */
    private ServerChannel known(ServerChannel target) {
        if (target.server() != null) {
            return target;
        }
        try {
            String identity = transports.to(target).identity();
            return identity.equals(self.get()) ? target : servers.know(target.name(), identity);
        } catch (DeliveryException e) {
            // It cannot be told anything now, and is asked again then.
            return target;
        }
    }

    /** Runs a task with all that it needs and is on its way, until it was tried or something else stands in its way. */
    void run(StoredTask task, ServerChannel server) {
        ServerChannel target = known(server);
        boolean goesOn = true;
        while (goesOn) {
            List<Claim> claims = dispatch.takeNow(channel(target), dispatch.keys(task, channel(target)), BATCH);
            List<TaskResult> results =
                    claims.isEmpty() ? List.of() : run(target).send(claims);
            boolean tried = results.stream().anyMatch(result -> result.task() >= task.id() && isOf(task, result));
            goesOn = !tried && results.stream().anyMatch(TaskResult::isDone);
        }
    }

    private boolean isOf(StoredTask task, TaskResult result) {
        return result.task() == task.id()
                || queue.task(result.task())
                        .filter(other -> other.key().equals(task.key()))
                        .isPresent();
    }

    /** Runs one that somebody has decided about, as they have. */
    void run(long task, ServerChannel target, ConflictPolicy policy) {
        List<Claim> claims = dispatch.takeDecided(task, channel(target));
        if (!claims.isEmpty()) {
            run(target).send(claims, policy);
        }
    }

    /** What became of those that were due, and whether the server was reached. */
    record DueRun(RunSummary summary, boolean reached) {}

    DueRun runDue(ServerChannel server, Consumer<TaskResult> told) {
        ServerChannel target = dispatch.hasDue(channel(server)) ? known(server) : server;
        RunSummary summary = RunSummary.NOTHING;
        boolean reached = true;
        while (reached && !isStopped(target) && dispatch.hasDue(channel(target))) {
            List<Claim> claims = dispatch.take(channel(target), BATCH);
            List<TaskResult> results =
                    claims.isEmpty() ? List.of() : run(target).send(claims);
            results.forEach(told);
            summary = summary.and(results);
            reached = results.isEmpty()
                    || results.stream().anyMatch(result -> result.answer().isPresent());
        }
        return new DueRun(summary, reached);
    }

    /** Where one has failed for good, all wait for somebody to decide about it. */
    private boolean isStopped(ServerChannel target) {
        return target.failures() == FailurePolicy.STOP && queue.isParked(channel(target));
    }

    Round round(ServerChannel server) {
        return new ServerRound(server);
    }

    /** The tasks of one server. */
    private final class ServerRound implements Round {
        private final ServerChannel server;

        ServerRound(ServerChannel server) {
            this.server = server;
        }

        @Override
        public String channel() {
            return TargetRuns.channel(server);
        }

        @Override
        public boolean isDue() {
            return dispatch.hasDue(channel()) && !isStopped(server);
        }

        @Override
        public boolean run() {
            return runDue(server, result -> {}).reached();
        }

        @Override
        public void reachedAgain() {
            dispatch.hasten(channel());
        }

        @Override
        public RetryPolicy retries() {
            return server.retries();
        }
    }
}
