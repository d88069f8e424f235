package dev.synchronizer.plan;

import dev.synchronizer.diff.ChangeState;
import dev.synchronizer.diff.ModelDiff;
import dev.synchronizer.diff.PropertyDiff;
import dev.synchronizer.diff.TypeDiff;
import dev.synchronizer.model.Origin;
import dev.synchronizer.model.PropertyType;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.Settings;
import dev.synchronizer.model.StoredProperty;
import dev.synchronizer.model.StoredType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What properties refer to of which no snapshot tells after a run: those that administrators made, those that go back to
 * them, and what is kept of code in the administrators' types.
 */
final class AdminMadeReferences {
    private final Orphans orphans;
    private final OwnSettings ownSettings;
    private final List<Reference> found = new ArrayList<>();

    /**
     * What one property refers to.
     *
     * @param type the type that has the property, by the name under which it is stored
     * @param name the property's own name
     * @param settings what its row says
     * @param blockType the block that it embeds, or null
     * @param inUse whether it is part of the effective model, and not kept as an orphan or with one
     */
    record Reference(
            String type,
            String name,
            Settings settings,
            @Nullable String blockType,
            boolean inUse) {
        /** The property, as {@code Type.property}. */
        String property() {
            return type + "." + name;
        }
    }

    private AdminMadeReferences(Orphans orphans, OwnSettings ownSettings) {
        this.orphans = orphans;
        this.ownSettings = ownSettings;
    }

    static List<Reference> in(ModelDiff diff, Orphans orphans, OwnSettings ownSettings) {
        AdminMadeReferences references = new AdminMadeReferences(orphans, ownSettings);
        Map<Long, TypeDiff> compared = new HashMap<>();
        for (TypeDiff type : diff.types()) {
            if (type.stored() != null) {
                compared.put(type.stored().id(), type);
            }
        }
        diff.stored().types().forEach(type -> references.add(type, compared.get(type.id())));
        return references.found;
    }

    /** What administrators added to a type stays with it as an orphan, and is there again when the type returns. */
    private void add(StoredType type, @Nullable TypeDiff diff) {
        boolean inUse = isInUse(type, diff);
        type.properties().stream()
                .filter(property -> isOrWasMade(type, property))
                .forEach(property -> add(type, diff, property, inUse));
    }

    /** Of all others, which are nearly all, snapshots tell. */
    private static boolean isOrWasMade(StoredType type, StoredProperty property) {
        return property.origin() == Origin.ADMIN
                || property.adopted()
                || type.origin() == Origin.ADMIN
                || type.adopted();
    }

    private static boolean isInUse(StoredType type, @Nullable TypeDiff diff) {
        boolean compared =
                diff != null && (diff.state() == ChangeState.UPDATED || diff.state() == ChangeState.IDENTICAL);
        boolean orphaned = diff != null && diff.state() == ChangeState.ORPHANED;
        return compared || !orphaned && type.orphanedSince() == null;
    }

    private void add(StoredType type, @Nullable TypeDiff typeDiff, StoredProperty stored, boolean typeInUse) {
        PropertyDiff diff = typeDiff == null ? null : diffOf(typeDiff, stored);
        Settings settings = settingsAfter(type, typeDiff, stored, diff);
        if (settings != null) {
            String dataType = settings.text(SettingKey.DATA_TYPE).orElse(null);
            found.add(new Reference(
                    type.name(),
                    stored.name(),
                    settings,
                    dataType == null ? null : PropertyType.parse(dataType).blockType(),
                    typeInUse && (stored.origin() == Origin.ADMIN || diff != null && diff.goesToAdministrators())));
        }
    }

    private static @Nullable PropertyDiff diffOf(TypeDiff type, StoredProperty stored) {
        return type.properties().stream()
                .filter(property ->
                        property.stored() != null && property.stored().id() == stored.id())
                .findFirst()
                .orElse(null);
    }

    /** Those in the row after the run; null where the row does not tell what the property refers to. */
    private @Nullable Settings settingsAfter(
            StoredType type, @Nullable TypeDiff typeDiff, StoredProperty stored, @Nullable PropertyDiff diff) {
        if (stored.origin() == Origin.ADMIN) {
            boolean declared = diff != null && diff.after() != null && diff.state() != ChangeState.GATED;
            return declared ? null : stored.ownSettings();
        }
        if (typeDiff == null || diff == null) {
            return type.origin() == Origin.ADMIN ? stored.ownSettings() : null;
        }
        if (diff.goesToAdministrators()) {
            return ownSettings.ofReturned(stored, diff.before());
        }
        boolean staysWithAdministrators = typeDiff.after() == null
                && (type.origin() == Origin.ADMIN || typeDiff.goesToAdministrators())
                && !orphans.deletes(diff);
        return staysWithAdministrators ? OwnSettings.ofOrphan(stored, diff.before()) : null;
    }
}
