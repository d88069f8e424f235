package dev.synchronizer.migration;

import dev.synchronizer.lookup.UnknownNames;
import dev.synchronizer.model.ColumnText;
import dev.synchronizer.model.StoredModel;
import dev.synchronizer.model.StoredProperty;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.plan.Action;
import dev.synchronizer.plan.PropertyPlan;
import dev.synchronizer.plan.SyncPlan;
import dev.synchronizer.plan.TypePlan;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The types and properties by the names under which a migration step finds them, with the ids of their rows. */
final class StepNames {
    /** Stands for a row that is yet to be inserted, so that nothing belongs to it. */
    private static final long YET_TO_COME = 0;

    private final Map<String, Type> types = new HashMap<>();

    private StepNames() {}

    /** A type with the ids of its properties by their names. */
    record Type(long id, String name, Map<String, Long> properties) {
        long property(String property) {
            Long found = properties.get(property);
            if (found == null) {
                String what = "the type " + name + " has no property " + ColumnText.quoted(property);
                throw unknown(what, property, properties.keySet(), "has(type, property)");
            }
            return found;
        }
    }

    /** As everything is called at the moment. */
    static StepNames of(StoredModel stored) {
        StepNames names = new StepNames();
        stored.types().forEach(type -> names.types.put(type.name(), of(type)));
        return names;
    }

    /** As everything will be called once a plan is carried out. */
    static StepNames after(SyncPlan plan, StoredModel stored) {
        Map<Long, StoredType> left = new HashMap<>();
        stored.types().forEach(type -> left.put(type.id(), type));
        StepNames names = new StepNames();
        for (TypePlan type : plan.types()) {
            StoredType row = type.diff().stored();
            if (row != null) {
                left.remove(row.id());
            }
            if (type.action() != Action.DELETE) {
                names.types.put(type.name(), after(type, row));
            }
        }
        left.values().forEach(type -> names.types.put(type.name(), of(type)));
        return names;
    }

    private static Type of(StoredType type) {
        Map<String, Long> properties = new HashMap<>();
        type.properties().forEach(property -> properties.put(property.name(), property.id()));
        return new Type(type.id(), type.name(), properties);
    }

    private static Type after(TypePlan plan, @Nullable StoredType row) {
        Map<String, Long> properties = row == null ? new HashMap<>() : of(row).properties();
        for (PropertyPlan property : plan.properties()) {
            StoredProperty stored = property.diff().stored();
            if (stored != null) {
                properties.remove(stored.name());
            }
        }
        for (PropertyPlan property : plan.properties()) {
            StoredProperty stored = property.diff().stored();
            if (property.action() != Action.DELETE) {
                properties.put(property.name(), stored == null ? YET_TO_COME : stored.id());
            }
        }
        return new Type(row == null ? YET_TO_COME : row.id(), plan.name(), properties);
    }

    boolean has(String type) {
        return types.containsKey(type);
    }

    boolean has(String type, String property) {
        Type found = types.get(type);
        return found != null && found.properties().containsKey(property);
    }

    Type type(String name) {
        Type found = types.get(name);
        if (found == null) {
            throw unknown("there is no type " + ColumnText.quoted(name), name, types.keySet(), "has(type)");
        }
        return found;
    }

    private static IllegalArgumentException unknown(
            String what, String name, Collection<String> names, String question) {
        String nearest = UnknownNames.nearest(name, names);
        String meant = nearest.isEmpty() ? "" : "; it may be " + nearest + " that is meant";
        return new IllegalArgumentException(
                what + meant + "; a step that may meet content without it has to ask " + question + " first");
    }
}
