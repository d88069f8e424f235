package dev.synchronizer.staging;

import dev.synchronizer.problem.SafeWords;
import dev.synchronizer.store.TaskDirection;
import dev.synchronizer.store.TaskQueue;
import dev.synchronizer.task.ChannelRun;
import dev.synchronizer.task.Dispatch;
import dev.synchronizer.task.Failing;
import dev.synchronizer.task.ServerChannel;
import dev.synchronizer.task.Treatment;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Knows how tasks are run at servers. Safe for use by many threads. */
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

    ChannelRun at(ServerChannel server) {
        String name = server.name();
        return new ChannelRun(
                TaskDirection.STAGING.channel(name), () -> treatment(name), queue, dispatch, server.retries());
    }

    private Optional<Treatment> treatment(String name) {
        return servers.list().stream()
                .filter(server -> server.name().equals(name) && server.isTarget())
                .findFirst()
                .map(this::treatment);
    }

    private Treatment treatment(ServerChannel server) {
        Failing failing = new Failing(server.retries(), server.failures(), dispatch, random);
        return new Treatment(
                server.enabled() && !server.held(),
                server.failures(),
                server.retries(),
                dispatch,
                BATCH,
                new SendingDeed(server.conflicts(), () -> transports.to(known(server)), dispatch, failing, sparing));
    }

    /**
     * Who a server is, is remembered when it is first told something: what comes from there is never told to it again. It is asked
     * by who tells it: one that is slow holds up nobody else.
     */
    private ServerChannel known(ServerChannel server) {
        if (server.server() != null) {
            return server;
        }
        try {
            String identity = transports.to(server).identity();
            return identity.equals(self.get()) ? server : servers.know(server.name(), identity);
        } catch (DeliveryException e) {
            throw new DeliveryException(SafeWords.of(e), false, e);
        }
    }
}
