package dev.synchronizer.staging;

import dev.synchronizer.exchange.RefusedException;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.store.StoredChannel;
import dev.synchronizer.store.TaskDirection;
import dev.synchronizer.task.ChannelJson;
import dev.synchronizer.task.ChannelSaving;
import dev.synchronizer.task.Channels;
import dev.synchronizer.task.ServerChannel;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The servers that changes are told, and those that tell theirs. Each change of them waits for the saves that are under way:
 * what is committed before is not told, and what is committed behind it is. Safe for use by many threads.
 */
public final class Servers {
    private final ChannelSaving channels;
    private final String actor;

    /** Those of a store; the actor is recorded where it comes to be known who a server is. */
    Servers(ChannelSaving channels, String actor) {
        this.actor = actor;
        this.channels = channels;
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

    /** Remembers that a server writes to this database by itself. */
    void meet(String identity) {
        channels.edit(
                actor,
                true,
                all -> all.servers().stream()
                        .filter(server -> identity.equals(server.server()))
                        .findFirst()
                        .orElseGet(() -> ServerChannel.within(identity)),
                ChannelJson::row);
    }

    /** Remembers who a server is. No save is waited for: what is told by those that are under way is taken in once anyway. */
    ServerChannel know(String name, String identity) {
        return edit(actor, name, false, all -> require(name, all.servers()).known(identity));
    }

    /**
     * Remembers who it is that sends under a name.
     *
     * @throws RefusedException if another one is known under that name, or that identity is another server's
     */
    void introduce(String name, String identity) {
        ServerChannel known = get(name);
        if (identity.equals(known.server())) {
            return;
        }
        edit(actor, name, false, all -> {
            ServerChannel server = require(name, all.servers());
            if (server.server() != null && !identity.equals(server.server())) {
                throw new RefusedException(
                        "the server " + name + " is not the one that it was; remove it,"
                                + " and add it anew, if that is meant",
                        null);
            }
            requireNobodyElses(identity, name, all.servers());
            return server.known(identity);
        });
    }

    /** Its changes would be taken for those of that one, and so not be told to it, nor those of that one be taken in. */
    private static void requireNobodyElses(String identity, String name, List<ServerChannel> all) {
        all.stream()
                .filter(other -> !other.name().equals(name) && identity.equals(other.server()))
                .filter(other -> other.isTarget() || other.accepted())
                .findFirst()
                .ifPresent(other -> {
                    throw new RefusedException(
                            "the server " + name + " has the identity of " + other.name() + "; have that one accepted"
                                    + " if it is the same server, or else see whether its database is a copy",
                            null);
                });
    }

    ServerChannel with(String by, String name, UnaryOperator<ServerChannel> edit) {
        return edit(by, name, true, all -> edit.apply(require(name, all.servers())));
    }

    private ServerChannel edit(String by, String name, boolean telling, Function<Channels, ServerChannel> edit) {
        get(name);
        return channels.edit(
                by,
                telling,
                all -> {
                    ServerChannel server = edit.apply(all);
                    ServerChecks.check(server);
                    return server;
                },
                ChannelJson::row);
    }

    /**
     * Removes a server. What is logged for it is dropped: one that is added under its name later is told none of that.
     *
     * @return how many tasks are dropped
     * @throws ProblemsException if there is none
     */
    public int remove(String actor, String name) {
        get(name);
        return channels.remove(actor, StoredChannel.Kind.SERVER, name, List.of(TaskDirection.STAGING.channel(name)));
    }
}
