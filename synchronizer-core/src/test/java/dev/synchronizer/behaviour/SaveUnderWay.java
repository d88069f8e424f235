package dev.synchronizer.behaviour;

import dev.synchronizer.model.StoredModel;
import dev.synchronizer.model.StoredProperty;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.persistence.JdbcStore;
import dev.synchronizer.store.StoredItem;
import dev.synchronizer.value.StoredForm;
import dev.synchronizer.value.StoredParts;
import dev.synchronizer.value.StoredValue;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** An item that another connection has written, and not committed yet. */
final class SaveUnderWay implements AutoCloseable {
    static final UUID ITEM = new UUID(7, 7);

    private final ExecutorService editor = Executors.newSingleThreadExecutor();
    private final CountDownLatch written = new CountDownLatch(1);
    private final CountDownLatch committing = new CountDownLatch(1);
    private final Future<?> save;

    private SaveUnderWay(Node node, StoredType type, List<StoredValue> values) {
        save = editor.submit(() -> {
            try (JdbcStore store = new JdbcStore(node.database().dataSource())) {
                store.writingContent(content -> {
                    content.keepTypes(List.of(type.id()));
                    content.insertItems(List.of(item(type)));
                    content.insertValues(values);
                    written.countDown();
                    await(committing);
                    return type;
                });
            }
        });
        await(written);
    }

    static SaveUnderWay of(Node node, String type) {
        return new SaveUnderWay(node, Editor.type(node.stored(), type), List.of());
    }

    /** With a text in a property that an administrator made. */
    static SaveUnderWay of(Node node, String type, String property, String text) {
        StoredModel stored = node.stored();
        StoredType row = Editor.type(stored, type);
        StoredProperty of = row.property(property).orElseThrow();
        StoredValue value = StoredForm.toStored(ITEM, of.id(), "", of.ownType(), text, new StoredParts(stored));
        return new SaveUnderWay(node, row, List.of(value));
    }

    private static StoredItem item(StoredType type) {
        return new StoredItem(ITEM, type.id(), "Just now", null, 1, Instant.EPOCH, "eve", Instant.EPOCH, "eve", null);
    }

    void commits() {
        committing.countDown();
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(1, TimeUnit.MINUTES)) {
                throw new IllegalStateException("nothing happened for a minute");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        committing.countDown();
        try {
            save.get(1, TimeUnit.MINUTES);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        } finally {
            editor.shutdown();
        }
    }
}
