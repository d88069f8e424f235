package dev.synchronizer.behaviour;

import dev.synchronizer.fixtures.OwnRows;
import dev.synchronizer.model.Origin;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.SettingOverride;
import dev.synchronizer.model.SettingValue;
import dev.synchronizer.model.Settings;
import dev.synchronizer.model.StoredModel;
import dev.synchronizer.model.StoredProperty;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.persistence.JdbcStore;
import dev.synchronizer.store.SyncTransaction;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Somebody called Ann, who saves and defines what she likes in the database of a {@link Node}. */
final class Administrator {
    static final String NAME = "ann";
    static final Instant SAVED_AT = Instant.parse("2026-03-01T12:00:00Z");

    private final Node node;

    private Administrator(Node node) {
        this.node = node;
    }

    static Administrator of(Node node) {
        return new Administrator(node);
    }

    /** Saves a setting of a property such as {@code Article.teaser}, or of a type. */
    Administrator saves(String owner, String setting, @Nullable SettingValue value) {
        return saves(owner, setting, value, null);
    }

    Administrator saves(
            String owner, String setting, @Nullable SettingValue value, @Nullable SettingValue defaultThen) {
        return inTransaction(transaction -> {
            StoredModel stored = transaction.load();
            String[] names = owner.split("\\.", -1);
            StoredType type = OwnRows.type(stored, names[0]);
            Long property = names.length == 1
                    ? null
                    : Long.valueOf(type.property(names[1]).orElseThrow().id());
            transaction.saveOverrides(
                    List.of(new SettingOverride(type.id(), property, setting, value, NAME, SAVED_AT, defaultThen)));
        });
    }

    /** Makes a type of a kind, with properties such as {@code title:STRING} or {@code teasers:LIST<BLOCK<Teaser>>}. */
    Administrator defines(String type, String kind, String... properties) {
        return inTransaction(transaction -> OwnRows.insertType(
                transaction, type, Settings.none().with(SettingKey.KIND, SettingValue.of(kind)), properties));
    }

    /** Adds a property such as {@code teasers:LIST<BLOCK<Teaser>>} to a type, with more that she says of it. */
    Administrator adds(String type, String property, Settings more) {
        return inTransaction(transaction -> OwnRows.insertProperty(transaction, type, property, more));
    }

    private Administrator inTransaction(Consumer<SyncTransaction> work) {
        try (JdbcStore store = new JdbcStore(node.database().dataSource())) {
            store.prepare();
            store.inTransaction(transaction -> {
                work.accept(transaction);
                return null;
            });
        }
        return this;
    }

    static List<SettingOverride> saved(Node node) {
        return node.stored().overrides();
    }

    static StoredType stored(Node node, String type) {
        return OwnRows.type(node.stored(), type);
    }

    static StoredProperty stored(Node node, String type, String property) {
        return stored(node, type).property(property).orElseThrow();
    }

    static boolean isAdminMade(StoredType type) {
        return type.origin() == Origin.ADMIN && type.className() == null && type.module() == null;
    }
}
