package dev.synchronizer.task;

import dev.synchronizer.model.StoredType;
import dev.synchronizer.store.ChangeRecord;
import dev.synchronizer.store.StoredChannel;
import dev.synchronizer.store.StoredReads;
import dev.synchronizer.store.SyncStore;
import dev.synchronizer.store.SyncTransaction;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Saves servers and connectors. Each change waits for the saves that are under way: what is committed before is not told to
 * who comes, and what is committed behind it is. Safe for use by many threads.
 */
public final class ChannelSaving {
    private final SyncStore store;
    private final Clock clock;
    private final LongConsumer committed;

    /** @param committed is given the number of the last change once it is committed */
    public ChannelSaving(SyncStore store, Clock clock, LongConsumer committed) {
        this.store = store;
        this.clock = clock;
        this.committed = committed;
    }

    /** All of them, as of one moment. */
    public Channels all() {
        return Channels.of(store.reading(StoredReads::channels));
    }

    /**
     * Saves one, in place of the one of its name if there is one.
     *
     * @param row makes its row of the moment and the actor
     */
    public void save(String actor, BiFunction<Instant, String, StoredChannel> row) {
        store.prepare();
        StoredChannel channel = row.apply(now(), actor);
        change(actor, channel.kind(), channel.name(), channel.definition(), transaction -> {
            transaction.requireSelf();
            transaction.saveChannel(channel);
        });
    }

    /**
     * Saves one as an edit makes it of what stands there, which nobody else changes meanwhile. Where nothing is otherwise
     * then, nothing is written.
     *
     * @param telling whether what is told of saves changes by it, so that it waits for those that are under way
     * @param edit what it is to be, of all that there are
     * @param row makes its row of the moment and the actor
     */
    public <T> T edit(String actor, boolean telling, Function<Channels, T> edit, Row<T> row) {
        store.prepare();
        Edited<T> edited = store.inTransaction(transaction -> {
            T channel = edit.apply(Channels.of(transaction.channels()));
            StoredChannel after = row.of(channel, now(), actor);
            StoredChannel before =
                    before(transaction, after.kind(), after.name()).orElse(null);
            if (before != null && isSame(before, after)) {
                return new Edited<>(channel, OptionalLong.empty());
            }
            if (telling) {
                lockTypes(transaction);
            }
            transaction.requireSelf();
            transaction.saveChannel(after);
            long number = log(transaction, actor, after.name(), before, after.definition());
            return new Edited<>(channel, OptionalLong.of(number));
        });
        edited.number().ifPresent(committed);
        return edited.channel();
    }

    private record Edited<T>(T channel, OptionalLong number) {}

    /** Makes the row of a channel. */
    @FunctionalInterface
    public interface Row<T> {
        StoredChannel of(T channel, Instant at, String by);
    }

    private static boolean isSame(StoredChannel one, StoredChannel other) {
        return one.enabled() == other.enabled()
                && one.held() == other.held()
                && one.definition().equals(other.definition());
    }

    /**
     * Removes one, and drops what is on its way to it in the same moment.
     *
     * @param channels where tasks go to it
     * @return how many tasks are dropped
     */
    public int remove(String actor, StoredChannel.Kind kind, String name, Collection<String> channels) {
        AtomicInteger dropped = new AtomicInteger();
        change(actor, kind, name, null, transaction -> {
            transaction.deleteChannel(kind, name);
            channels.forEach(channel ->
                    dropped.addAndGet(transaction.content().tasks().work().drop(channel, now())));
        });
        return dropped.get();
    }

    private void change(
            String actor,
            StoredChannel.Kind kind,
            String name,
            @Nullable String after,
            Consumer<SyncTransaction> change) {
        committed.accept(store.inTransaction(transaction -> {
            lockTypes(transaction);
            StoredChannel before = before(transaction, kind, name).orElse(null);
            change.accept(transaction);
            return log(transaction, actor, name, before, after);
        }));
    }

    private static void lockTypes(SyncTransaction transaction) {
        transaction.lockTypes(
                transaction.load().types().stream().map(StoredType::id).toList());
    }

    private static Optional<StoredChannel> before(SyncTransaction transaction, StoredChannel.Kind kind, String name) {
        return transaction.channels().stream()
                .filter(row -> row.kind() == kind && row.name().equals(name))
                .findFirst();
    }

    private long log(
            SyncTransaction transaction,
            String actor,
            String name,
            @Nullable StoredChannel before,
            @Nullable String after) {
        String was = before == null ? null : before.definition();
        return transaction.log(List.of(ChangeRecord.ofChannel(now(), actor, name, was, after)));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
