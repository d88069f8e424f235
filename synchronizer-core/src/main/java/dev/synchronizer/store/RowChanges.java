package dev.synchronizer.store;

import dev.synchronizer.model.StoredModule;
import dev.synchronizer.model.StoredProperty;
import dev.synchronizer.model.StoredType;
import java.util.List;

/**
 * The minimal rows of one commit. They are carried out so that no intermediate state breaks a constraint: deletions
 * first, then renames (which may swap names), then insertions.
 *
 * @param insertTypes types to insert, each with all of its properties
 * @param updateTypes types whose own row changes, by id; their properties are not looked at
 * @param deleteTypes types to delete with all of their properties
 * @param insertProperties properties to insert into types that are already stored
 * @param updateProperties properties whose row changes, by id
 * @param deleteProperties ids of properties to delete
 * @param saveModules modules whose row and snapshot are inserted or replaced
 * @param deleteModules names of modules to delete
 */
public record RowChanges(
        List<StoredType> insertTypes,
        List<StoredType> updateTypes,
        List<StoredType> deleteTypes,
        List<OwnedProperty> insertProperties,
        List<OwnedProperty> updateProperties,
        List<Long> deleteProperties,
        List<StoredModule> saveModules,
        List<String> deleteModules) {

    /**
     * A property with the type that it belongs to.
     *
     * @param typeId the id of the type
     * @param property the property
     */
    public record OwnedProperty(long typeId, StoredProperty property) {}

    /** How many rows of types and properties are inserted, updated or deleted. */
    public int rowsWritten() {
        return withProperties(insertTypes)
                + updateTypes.size()
                + withProperties(deleteTypes)
                + insertProperties.size()
                + updateProperties.size()
                + deleteProperties.size();
    }

    private static int withProperties(List<StoredType> types) {
        return types.stream().mapToInt(type -> 1 + type.properties().size()).sum();
    }
}
