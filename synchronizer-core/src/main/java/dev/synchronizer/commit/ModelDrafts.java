package dev.synchronizer.commit;

import dev.synchronizer.diff.Reason;
import dev.synchronizer.diff.SettingChange;
import dev.synchronizer.model.Address;
import dev.synchronizer.model.PropertyModel;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.SettingValue;
import dev.synchronizer.model.StoredProperty;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.plan.Action;
import dev.synchronizer.plan.FollowingRow;
import dev.synchronizer.plan.PropertyPlan;
import dev.synchronizer.plan.SettingPlan;
import dev.synchronizer.plan.SyncPlan;
import dev.synchronizer.plan.TypePlan;
import dev.synchronizer.saving.Change;
import dev.synchronizer.saving.ChangeSet;
import dev.synchronizer.saving.ChangedPlace;
import dev.synchronizer.saving.SaveOperation;
import dev.synchronizer.saving.Subject;
import dev.synchronizer.saving.SubjectKind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a plan does to types and properties, as those see it who look at saves. */
final class ModelDrafts {
    private static final ChangedPlace ORIGIN = new ChangedPlace(ChangedPlace.Kind.FIELD, "origin", "");
    private static final ChangedPlace DATA_TYPE = ChangedPlace.setting(SettingKey.DATA_TYPE.label());
    private static final ChangedPlace ORPHANED_SINCE = new ChangedPlace(ChangedPlace.Kind.FIELD, "orphanedSince", "");

    private final String actor;
    private final List<ModelDraft> drafts = new ArrayList<>();

    private ModelDrafts(String actor) {
        this.actor = actor;
    }

    /**
     * Collects them: each type before its properties, sorted by name; then what follows the rename of a type.
     *
     * @param observed says of the name of a type whether anybody looks at it
     */
    static List<ModelDraft> of(SyncPlan plan, String actor, Predicate<String> observed) {
        ModelDrafts collected = new ModelDrafts(actor);
        plan.types().stream()
                .filter(type -> type.action().isPending() && observed.test(nameBefore(type)))
                .forEach(collected::add);
        plan.following().stream()
                .filter(row -> observed.test(row.type().name()))
                .forEach(collected::add);
        return collected.drafts;
    }

    private static String nameBefore(TypePlan type) {
        StoredType before = type.diff().stored();
        return before == null ? type.name() : before.name();
    }

    private void add(TypePlan type) {
        StoredType before = type.diff().stored();
        StoredType after = type.rowAfter();
        List<Change> changes = changes(type.settings());
        at(ChangedPlace.NAME, StoredType::name, before, after, changes);
        if (before != null && after != null) {
            at(ORIGIN, StoredType::origin, before, after, changes);
            at(ORPHANED_SINCE, StoredType::orphanedSince, before, after, changes);
        }
        String name = nameBefore(type);
        add(Address.ofType(name), operation(type.action(), type.diff().reasons()), changes);
        type.properties().stream()
                .filter(property -> property.action().isPending())
                .forEach(property -> add(name, property));
    }

    private void add(String type, PropertyPlan property) {
        StoredProperty before = property.diff().stored();
        StoredProperty after = property.rowAfter();
        List<Change> changes = changes(property.settings());
        at(ChangedPlace.NAME, StoredProperty::name, before, after, changes);
        if (before == null || after == null) {
            // A plan tells it as what the property is, and not as a setting that changes.
            at(
                    DATA_TYPE,
                    ModelDrafts::dataType,
                    property.diff().before(),
                    property.diff().after(),
                    changes);
        } else {
            at(ORIGIN, StoredProperty::origin, before, after, changes);
            at(ORPHANED_SINCE, StoredProperty::orphanedSince, before, after, changes);
        }
        Address address = Address.ofProperty(type, before == null ? property.name() : before.name());
        add(address, operation(property.action(), property.diff().reasons()), changes);
    }

    private void add(FollowingRow row) {
        StoredProperty property = row.property();
        String type = row.type().name();
        List<SettingChange> settings = property == null
                ? SettingChange.between(row.type().ownSettings(), row.settings(), SettingKey.Scope.TYPE)
                : SettingChange.between(property.ownSettings(), row.settings(), SettingKey.Scope.PROPERTY);
        Address address = property == null ? Address.ofType(type) : Address.ofProperty(type, property.name());
        add(address, SaveOperation.UPDATE, of(settings));
    }

    /** Where only properties of a type change, there is nothing to be said of itself. */
    private void add(Address address, SaveOperation operation, List<Change> changes) {
        if (!changes.isEmpty()) {
            drafts.add(new ModelDraft(Subject.of(SubjectKind.MODEL, address), operation, actor, ChangeSet.of(changes)));
        }
    }

    private static Object dataType(PropertyModel property) {
        return property.type().toString();
    }

    private static SaveOperation operation(Action action, List<Reason> reasons) {
        return switch (action) {
            case CREATE -> SaveOperation.CREATE;
            case DELETE -> SaveOperation.DELETE;
            case UPDATE, KEEP, NONE -> reasons.contains(Reason.RENAMED) ? SaveOperation.RENAME : SaveOperation.UPDATE;
        };
    }

    private static List<Change> changes(List<SettingPlan> settings) {
        return of(settings.stream().map(SettingPlan::change).toList());
    }

    private static List<Change> of(List<SettingChange> settings) {
        List<Change> changes = new ArrayList<>();
        for (SettingChange change : settings) {
            if (change.key() != SettingKey.NAME) {
                ChangeSet.at(ChangedPlace.setting(change.key().label()), plain(change.from()), plain(change.to()))
                        .ifPresent(changes::add);
            }
        }
        return changes;
    }

    private static @Nullable Object plain(@Nullable SettingValue value) {
        return value == null ? null : value.plain();
    }

    private static <R> void at(
            ChangedPlace place,
            Function<R, @Nullable Object> field,
            @Nullable R before,
            @Nullable R after,
            List<Change> changes) {
        Object from = before == null ? null : field.apply(before);
        Object to = after == null ? null : field.apply(after);
        ChangeSet.at(place, from, to).ifPresent(changes::add);
    }
}
