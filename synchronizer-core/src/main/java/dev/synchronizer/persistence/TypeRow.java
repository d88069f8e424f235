package dev.synchronizer.persistence;

import dev.synchronizer.model.Origin;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.seal.TypeSeal;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A type's row as Hibernate writes it. */
@Entity
@Table(name = "ct_type")
class TypeRow {
    @Id
    long id;

    String guid = "";
    String name = "";

    @Column(name = "class_name")
    @Nullable
    String className;

    @Nullable
    String module;

    @Enumerated(EnumType.STRING)
    Origin origin = Origin.CODE;

    boolean adopted;

    @Column(name = "orphaned_since")
    @Nullable
    LocalDateTime orphanedSince;

    @Column(name = "own_settings")
    @Nullable
    String ownSettings;

    /** Of a new type. Where one is updated, it is written once all of its rows are. */
    @Column(updatable = false)
    @Nullable
    Long checksum;

    static TypeRow of(StoredType type) {
        TypeRow row = new TypeRow();
        row.id = type.id();
        row.guid = type.guid().toString();
        row.name = type.name();
        row.className = type.className();
        row.module = type.module();
        row.origin = type.origin();
        row.adopted = type.adopted();
        row.orphanedSince = Moments.storedOrNull(type.orphanedSince());
        row.ownSettings = DefinitionRows.json(type.ownSettings());
        row.checksum = TypeSeal.of(type, List.of());
        return row;
    }
}
