package dev.synchronizer.diff;

import dev.synchronizer.model.Origin;
import dev.synchronizer.model.PropertyModel;
import dev.synchronizer.model.StoredProperty;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.model.TypeModel;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which stored property each declared property of a type is: by declared rename first, then by name (C1). */
final class PropertyMatching {
    private final Map<String, StoredProperty> unclaimed = new LinkedHashMap<>();
    private final Map<String, StoredProperty> matches = new HashMap<>();

    private PropertyMatching() {}

    static PropertyMatching match(StoredType stored, TypeModel code) {
        PropertyMatching matching = new PropertyMatching();
        stored.properties().forEach(property -> matching.unclaimed.put(property.name(), property));
        for (PropertyModel property : code.properties()) {
            if (!property.formerNames().isEmpty()) {
                matching.claimRenamed(property);
            }
        }
        for (PropertyModel property : code.properties()) {
            if (!matching.matches.containsKey(property.name())) {
                matching.claim(property, matching.unclaimed.get(property.name()));
            }
        }
        return matching;
    }

    /** An orphan that was kept is not what a property was renamed from, once the property stands under its new name. */
    private void claimRenamed(PropertyModel property) {
        boolean standsUnderItsName = unclaimed.containsKey(property.name());
        List<String> names = property.formerNames();
        for (int i = names.size() - 1; i >= 0; i--) {
            StoredProperty stored = unclaimed.get(names.get(i));
            if (stored != null
                    && stored.origin() == Origin.CODE
                    && !(standsUnderItsName && stored.orphanedSince() != null)) {
                claim(property, stored);
                return;
            }
        }
    }

    private void claim(PropertyModel property, @Nullable StoredProperty stored) {
        if (stored != null) {
            matches.put(property.name(), stored);
            unclaimed.remove(stored.name());
        }
    }

    /** Whether a property that was found under another name would get one that an administrator's keeps. */
    boolean isNameTaken(PropertyModel property) {
        StoredProperty holder = unclaimed.get(property.name());
        return holder != null && holder.origin() == Origin.ADMIN;
    }

    @Nullable
    StoredProperty storedOf(PropertyModel property) {
        return matches.get(property.name());
    }

    /** Stored properties that no declared property is, in the order of their names. */
    Iterable<StoredProperty> unclaimed() {
        return unclaimed.values();
    }
}
