package dev.synchronizer.behaviour;

import dev.synchronizer.databases.TestDatabase;
import dev.synchronizer.model.Origin;
import dev.synchronizer.model.SettingOverride;
import dev.synchronizer.model.SettingValue;
import dev.synchronizer.model.StoredProperty;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.persistence.JdbcStore;
import dev.synchronizer.store.ChangeRecord;
import dev.synchronizer.store.RowChanges;
import dev.synchronizer.store.SyncTransaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What administrators do on another node, row by row. */
final class Saves {
    private static final Instant AT = Instant.parse("2026-02-03T04:05:06Z");

    private final TestDatabase database;

    private Saves(TestDatabase database) {
        this.database = database;
    }

    static Saves in(TestDatabase database) {
        return new Saves(database);
    }

    /** Overrides one setting of a type. */
    void set(String type, String setting, @Nullable SettingValue value) {
        set(type, null, setting, value);
    }

    /** Overrides one setting of a property. */
    void set(String type, @Nullable String property, String setting, @Nullable SettingValue value) {
        work(transaction -> {
            transaction.saveOverrides(List.of(override(transaction, type, property, setting, value)));
            transaction.log(List.of(change(transaction, type, ChangeRecord.Kind.SET)));
        });
    }

    /** Overrides several settings of a type in one transaction. */
    void set(String type, Map<String, SettingValue> values) {
        work(transaction -> {
            List<SettingOverride> overrides = new ArrayList<>();
            values.forEach((setting, value) -> overrides.add(override(transaction, type, null, setting, value)));
            transaction.saveOverrides(overrides);
            transaction.log(List.of(change(transaction, type, ChangeRecord.Kind.SET)));
        });
    }

    /** Takes an override back. */
    void revert(String type, String setting) {
        work(transaction -> {
            transaction.deleteOverrides(List.of(override(transaction, type, null, setting, null)));
            transaction.log(List.of(change(transaction, type, ChangeRecord.Kind.REVERT)));
        });
    }

    /** Makes a type with text properties. */
    void define(String name, String... properties) {
        work(transaction -> {
            long id = transaction.reserveIds(1 + properties.length);
            List<StoredProperty> rows = new ArrayList<>();
            for (String property : properties) {
                rows.add(property(id + 1 + rows.size(), property));
            }
            UUID guid = UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            StoredType type = new StoredType(id, guid, name, null, null, Origin.ADMIN, false, null, rows);
            transaction.write(
                    new RowChanges(
                            List.of(type), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of()),
                    (written, total) -> {});
            transaction.log(List.of(change(transaction, name, ChangeRecord.Kind.DEFINE)));
        });
    }

    /** Adds a text property to a type that code declares. */
    void defineProperty(String type, String name) {
        work(transaction -> {
            RowChanges.OwnedProperty property = new RowChanges.OwnedProperty(
                    transaction.type(type).orElseThrow().id(), property(transaction.reserveIds(1), name));
            transaction.write(
                    new RowChanges(
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of(property),
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of()),
                    (written, total) -> {});
            transaction.log(List.of(change(transaction, type, ChangeRecord.Kind.DEFINE)));
        });
    }

    private static StoredProperty property(long id, String name) {
        return new StoredProperty(id, name, "STRING", Origin.ADMIN, false, null);
    }

    private static SettingOverride override(
            SyncTransaction transaction,
            String type,
            @Nullable String property,
            String setting,
            @Nullable SettingValue value) {
        StoredType stored = transaction.type(type).orElseThrow();
        Long propertyId = property == null
                ? null
                : Long.valueOf(stored.property(property).orElseThrow().id());
        return new SettingOverride(stored.id(), propertyId, setting, value, "ann", AT, null);
    }

    private static ChangeRecord change(SyncTransaction transaction, String type, ChangeRecord.Kind kind) {
        long id = transaction.type(type).orElseThrow().id();
        return new ChangeRecord(0, AT, "ann", kind, null, id, type, null, null, null, null);
    }

    private void work(java.util.function.Consumer<SyncTransaction> work) {
        try (JdbcStore store = new JdbcStore(database.dataSource())) {
            store.inTransaction(transaction -> {
                work.accept(transaction);
                return transaction.changeNumber();
            });
        }
    }
}
