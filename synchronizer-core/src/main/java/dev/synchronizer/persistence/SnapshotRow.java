package dev.synchronizer.persistence;

import dev.synchronizer.model.ModelJson;
import dev.synchronizer.model.StoredModule;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A module's snapshot as Hibernate writes it: canonical JSON, compressed. */
@Entity
@Table(name = "ct_module_snapshot")
class SnapshotRow {
    @Id
    String module = "";

    byte[] snapshot = {};

    static SnapshotRow of(StoredModule module) {
        SnapshotRow row = withModule(module.name());
        row.snapshot = Compressed.json(out -> ModelJson.write(module.snapshot(), out));
        return row;
    }

    /** A row that can be deleted. */
    static SnapshotRow withModule(String module) {
        SnapshotRow row = new SnapshotRow();
        row.module = module;
        return row;
    }
}
