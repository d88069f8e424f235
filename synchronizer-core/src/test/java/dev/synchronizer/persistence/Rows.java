package dev.synchronizer.persistence;

import dev.synchronizer.model.ModuleModel;
import dev.synchronizer.model.Origin;
import dev.synchronizer.model.StoredModule;
import dev.synchronizer.model.StoredProperty;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.store.ChangeRecord;
import dev.synchronizer.store.RowChanges;
import dev.synchronizer.store.RowChanges.OwnedProperty;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Rows to write, in few words. */
final class Rows {
    private final List<StoredType> insertTypes = new ArrayList<>();
    private final List<StoredType> updateTypes = new ArrayList<>();
    private final List<StoredType> deleteTypes = new ArrayList<>();
    private final List<OwnedProperty> insertProperties = new ArrayList<>();
    private final List<OwnedProperty> updateProperties = new ArrayList<>();
    private final List<Long> deleteProperties = new ArrayList<>();
    private final List<StoredModule> saveModules = new ArrayList<>();
    private final List<String> deleteModules = new ArrayList<>();

    static StoredType type(long id, String name, StoredProperty... properties) {
        return new StoredType(
                id, new UUID(1, id), name, "com.acme." + name, null, Origin.CODE, false, null, List.of(properties));
    }

    static StoredType inModule(StoredType t, String module) {
        return new StoredType(
                t.id(),
                t.guid(),
                t.name(),
                t.className(),
                module,
                t.origin(),
                t.adopted(),
                t.orphanedSince(),
                t.properties());
    }

    static StoredType withGuid(StoredType t, UUID guid) {
        return new StoredType(
                t.id(),
                guid,
                t.name(),
                t.className(),
                t.module(),
                t.origin(),
                t.adopted(),
                t.orphanedSince(),
                t.properties());
    }

    static StoredProperty property(long id, String name) {
        return new StoredProperty(id, name, "STRING", Origin.CODE, false, null);
    }

    /** A change as of an override of some type. */
    static ChangeRecord change() {
        return new ChangeRecord(
                0, Instant.EPOCH, "ann", ChangeRecord.Kind.SET, null, 1L, "Article", null, null, null, null);
    }

    static StoredModule module(String name, String version) {
        return new StoredModule(new ModuleModel(name, version, List.of()), "fingerprint of " + name);
    }

    Rows insert(StoredType... types) {
        insertTypes.addAll(List.of(types));
        return this;
    }

    Rows insert(List<StoredType> types) {
        insertTypes.addAll(types);
        return this;
    }

    Rows update(StoredType... types) {
        updateTypes.addAll(List.of(types));
        return this;
    }

    Rows delete(StoredType... types) {
        deleteTypes.addAll(List.of(types));
        return this;
    }

    Rows insert(long typeId, StoredProperty property) {
        insertProperties.add(new OwnedProperty(typeId, property));
        return this;
    }

    Rows update(long typeId, StoredProperty property) {
        updateProperties.add(new OwnedProperty(typeId, property));
        return this;
    }

    Rows delete(long propertyId) {
        deleteProperties.add(propertyId);
        return this;
    }

    Rows save(StoredModule... modules) {
        saveModules.addAll(List.of(modules));
        return this;
    }

    Rows deleteModule(String name) {
        deleteModules.add(name);
        return this;
    }

    RowChanges changes() {
        return new RowChanges(
                insertTypes,
                updateTypes,
                deleteTypes,
                insertProperties,
                updateProperties,
                deleteProperties,
                saveModules,
                deleteModules);
    }

    /** Commits these rows alone, and gives the revision. */
    long writeTo(JdbcStore store) {
        return store.inTransaction(transaction -> transaction.write(changes(), (rows, total) -> {}));
    }
}
