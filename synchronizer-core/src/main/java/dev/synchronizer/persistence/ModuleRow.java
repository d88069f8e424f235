package dev.synchronizer.persistence;

import dev.synchronizer.model.StoredModule;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A module's row as Hibernate writes it. */
@Entity
@Table(name = "ct_module")
class ModuleRow {
    @Id
    String name = "";

    @Nullable
    String version;

    String fingerprint = "";

    static ModuleRow of(StoredModule module) {
        ModuleRow row = withName(module.name());
        row.version = module.version();
        row.fingerprint = module.fingerprint();
        return row;
    }

    /** A row that can be deleted. */
    static ModuleRow withName(String name) {
        ModuleRow row = new ModuleRow();
        row.name = name;
        return row;
    }
}
