package dev.synchronizer.staging;

import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.store.ChangeRecord;
import dev.synchronizer.store.StoredChannel;
import dev.synchronizer.store.StoredReads;
import dev.synchronizer.store.SyncStore;
import dev.synchronizer.store.SyncTransaction;
import dev.synchronizer.task.ChannelJson;
import dev.synchronizer.task.Channels;
import dev.synchronizer.task.ServerChannel;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.function.UnaryOperator;

/**
 * The servers that changes are told, and those that tell theirs. Each change of them waits for the saves that are under way:
 * what is committed before is not told, and what is committed behind it is. Safe for use by many threads.
 */
public final class Servers {
    private final SyncStore store;
    private final Clock clock;
    private final LongConsumer committed;

    /** @param committed is given the number of the last change once it is committed */
    Servers(SyncStore store, Clock clock, LongConsumer committed) {
        this.store = store;
        this.clock = clock;
        this.committed = committed;
    }

    /** All of them, by name. */
    public List<ServerChannel> list() {
        return Channels.of(store.reading(StoredReads::channels)).servers();
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
        store.prepare();
        change(actor, server.name(), transaction -> {
            transaction.requireSelf();
            StoredChannel row = ChannelJson.row(server, now(), actor);
            transaction.saveChannel(row);
            return row.definition();
        });
    }

    /** Has changes logged for a server from now on, and those delivered that are. */
    public ServerChannel enable(String actor, String name) {
        return with(actor, name, server -> server.withEnabled(true).withHeld(false));
    }

    /** Has no more changes logged for a server, nor taken in from it; what is logged stays, and is delivered when it is enabled again. */
    public ServerChannel disable(String actor, String name) {
        return with(actor, name, server -> server.withEnabled(false));
    }

    ServerChannel with(String actor, String name, UnaryOperator<ServerChannel> edit) {
        ServerChannel server = edit.apply(get(name));
        save(actor, server);
        return server;
    }

    /**
     * Removes a server. What is logged for it is never delivered, and forgotten by and by.
     *
     * @throws ProblemsException if there is none
     */
    public void remove(String actor, String name) {
        get(name);
        change(actor, name, transaction -> {
            transaction.deleteChannel(StoredChannel.Kind.SERVER, name);
            return null;
        });
    }

    private interface Change {
        @org.jspecify.annotations.Nullable
        String in(SyncTransaction transaction);
    }

    private void change(String actor, String name, Change change) {
        long number = store.inTransaction(transaction -> {
            transaction.lockTypes(
                    transaction.load().types().stream().map(type -> type.id()).toList());
            String before = transaction.channels().stream()
                    .filter(row -> row.kind() == StoredChannel.Kind.SERVER
                            && row.name().equals(name))
                    .map(StoredChannel::definition)
                    .findFirst()
                    .orElse(null);
            String after = change.in(transaction);
            return transaction.log(List.of(ChangeRecord.ofChannel(now(), actor, name, before, after)));
        });
        committed.accept(number);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
