package dev.synchronizer.persistence;

import dev.synchronizer.model.Origin;
import dev.synchronizer.model.StoredProperty;
import dev.synchronizer.store.RowChanges.OwnedProperty;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** A property's row as Hibernate writes it. */
@Entity
@Table(name = "ct_property")
class PropertyRow {
    @Id
    long id;

    @Column(name = "type_id")
    long typeId;

    String name = "";

    @Column(name = "data_type")
    String dataType = "";

    @Enumerated(EnumType.STRING)
    Origin origin = Origin.CODE;

    boolean adopted;

    @Column(name = "orphaned_since")
    @Nullable
    LocalDateTime orphanedSince;

    @Column(name = "own_settings")
    @Nullable
    String ownSettings;

    static PropertyRow of(OwnedProperty owned) {
        StoredProperty property = owned.property();
        PropertyRow row = withId(property.id());
        row.typeId = owned.typeId();
        row.name = property.name();
        row.dataType = property.dataType();
        row.origin = property.origin();
        row.adopted = property.adopted();
        row.orphanedSince = Moments.storedOrNull(property.orphanedSince());
        row.ownSettings = DefinitionRows.json(property.ownSettings());
        return row;
    }

    /** A row that can be deleted. */
    static PropertyRow withId(long id) {
        PropertyRow row = new PropertyRow();
        row.id = id;
        return row;
    }
}
