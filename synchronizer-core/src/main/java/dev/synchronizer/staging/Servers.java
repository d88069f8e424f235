package dev.synchronizer.staging;

import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.store.StoredChannel;
import dev.synchronizer.store.TaskDirection;
import dev.synchronizer.store.TaskQueue;
import dev.synchronizer.task.ChannelJson;
import dev.synchronizer.task.ChannelSaving;
import dev.synchronizer.task.ServerChannel;
import java.time.Clock;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The servers that changes are told, and those that tell theirs. Each change of them waits for the saves that are under way:
 * what is committed before is not told, and what is committed behind it is. Safe for use by many threads.
 */
public final class Servers {
    private final ChannelSaving channels;
    private final TaskQueue queue;
    private final Clock clock;
    private final String actor;

    /** Those of a store; the actor is recorded where it comes to be known who a server is. */
    Servers(ChannelSaving channels, TaskQueue queue, Clock clock, String actor) {
        this.actor = actor;
        this.channels = channels;
        this.queue = queue;
        this.clock = clock;
    }

    /** All of them, by name. */
    public List<ServerChannel> list() {
        return channels.all().servers();
    }

    /**
     * The server of a name.
     *
     * @throws ProblemsException if there is none
     */
    public ServerChannel get(String name) {
        return require(name, list());
    }

    static ServerChannel require(String name, List<ServerChannel> all) {
        return all.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow(() -> {
            List<String> names = all.stream().map(ServerChannel::name).toList();
            return new ProblemsException(
                    new Problem(
                            ProblemCode.UNKNOWN_SERVER,
                            name,
                            "there is no server " + name,
                            names.isEmpty()
                                    ? "add it by staging servers add"
                                    : "name one that there is: " + String.join(", ", names)),
                    null);
        });
    }

    /**
     * Adds a server, or saves it otherwise than it was.
     *
     * @throws ProblemsException if it is to be known under no name that can be used, or its place is none
     */
    public void save(String actor, ServerChannel server) {
        ServerChecks.check(server);
        channels.save(actor, (at, by) -> ChannelJson.row(server, at, by));
    }

    /** Has changes logged for a server from now on, and those delivered that are. */
    public ServerChannel enable(String actor, String name) {
        return with(actor, name, server -> server.withEnabled(true).withHeld(false));
    }

    /** Has no more changes logged for a server, nor taken in from it; what is logged stays, and is delivered when it is enabled again. */
    public ServerChannel disable(String actor, String name) {
        return with(actor, name, server -> server.withEnabled(false));
    }

    /** Remembers who a server is. */
    ServerChannel know(String name, String identity) {
        return with(actor, name, server -> server.known(identity));
    }

    ServerChannel with(String actor, String name, UnaryOperator<ServerChannel> edit) {
        ServerChannel server = edit.apply(get(name));
        save(actor, server);
        return server;
    }

    /**
     * Removes a server. What is logged for it is dropped: one that is added under its name later is told none of that.
     *
     * @return how many tasks are dropped
     * @throws ProblemsException if there is none
     */
    public int remove(String actor, String name) {
        get(name);
        channels.remove(actor, StoredChannel.Kind.SERVER, name);
        return queue.drop(TaskDirection.STAGING.channel(name), clock.instant());
    }
}
