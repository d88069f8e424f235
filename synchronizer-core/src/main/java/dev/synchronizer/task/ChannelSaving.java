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
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
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

    public void remove(String actor, StoredChannel.Kind kind, String name) {
        change(actor, kind, name, null, transaction -> transaction.deleteChannel(kind, name));
    }

    private void change(
            String actor,
            StoredChannel.Kind kind,
            String name,
            @Nullable String after,
            Consumer<SyncTransaction> change) {
        committed.accept(store.inTransaction(transaction -> {
            transaction.lockTypes(
                    transaction.load().types().stream().map(StoredType::id).toList());
            String before = transaction.channels().stream()
                    .filter(row -> row.kind() == kind && row.name().equals(name))
                    .map(StoredChannel::definition)
                    .findFirst()
                    .orElse(null);
            change.accept(transaction);
            return transaction.log(List.of(ChangeRecord.ofChannel(now(), actor, name, before, after)));
        }));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
