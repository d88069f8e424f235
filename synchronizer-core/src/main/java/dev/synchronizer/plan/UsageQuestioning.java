package dev.synchronizer.plan;

import dev.synchronizer.annotation.ContentKind;
import dev.synchronizer.diff.ChangeState;
import dev.synchronizer.diff.Grade;
import dev.synchronizer.diff.ModelDiff;
import dev.synchronizer.diff.PropertyDiff;
import dev.synchronizer.diff.SettingChange;
import dev.synchronizer.diff.TypeDiff;
import dev.synchronizer.model.Address;
import dev.synchronizer.model.PropertyModel;
import dev.synchronizer.model.PropertyType;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.StoredProperty;
import dev.synchronizer.model.StoredType;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Collects what has to be counted before a comparison can be planned. */
final class UsageQuestioning {
    /** What a change of these does to values can be told of each. */
    private static final Set<SettingKey> RULES = EnumSet.of(
            SettingKey.MIN_LENGTH,
            SettingKey.MAX_LENGTH,
            SettingKey.MIN_ITEMS,
            SettingKey.MAX_ITEMS,
            SettingKey.MIN,
            SettingKey.MAX,
            SettingKey.EXCLUSIVE_MIN,
            SettingKey.EXCLUSIVE_MAX,
            SettingKey.INTEGER_DIGITS,
            SettingKey.FRACTION_DIGITS,
            SettingKey.PATTERN,
            SettingKey.ALLOWED_VALUES);

    private final OwnSettings ownSettings;
    private final Embedders embedders;
    private final Map<Long, UsageQuestions.OfType> types = new TreeMap<>();
    private final Map<Long, UsageQuestions.OfProperty> properties = new TreeMap<>();

    private UsageQuestioning(ModelDiff diff) {
        ownSettings = new OwnSettings(diff.stored());
        embedders = new Embedders(diff.stored());
    }

    static UsageQuestions of(ModelDiff diff) {
        UsageQuestioning questioning = new UsageQuestioning(diff);
        diff.types().forEach(questioning::add);
        return new UsageQuestions(
                List.copyOf(questioning.types.values()), List.copyOf(questioning.properties.values()));
    }

    private void add(TypeDiff type) {
        StoredType stored = type.stored();
        if (stored == null) {
            return;
        }
        switch (type.state()) {
            case ORPHANED -> {
                addItems(stored);
                type.properties().forEach(property -> addOrphan(stored, property));
            }
            case UPDATED, IDENTICAL -> {
                boolean harms = SaidDifferently.of(type, ownSettings).grade() != Grade.COMPATIBLE;
                if (harms) {
                    addItems(stored);
                }
                type.properties().forEach(property -> add(type, stored, property));
            }
            case NEW, GATED, CONFLICT, ABSENT -> {
                // Nothing that is stored changes.
            }
        }
    }

    private void addItems(StoredType stored) {
        types.put(stored.id(), new UsageQuestions.OfType(stored.id(), Address.ofType(stored.name())));
    }

    private void add(TypeDiff type, StoredType stored, PropertyDiff property) {
        if (property.state() == ChangeState.NEW && property.grade() != Grade.COMPATIBLE) {
            addLacking(type, stored);
        } else if (property.state() == ChangeState.ORPHANED) {
            addOrphan(stored, property);
        } else if (property.state() == ChangeState.UPDATED && property.stored() != null) {
            addChanged(type, stored, property, property.stored());
        }
    }

    private void addOrphan(StoredType type, PropertyDiff orphan) {
        if (orphan.state() == ChangeState.ORPHANED && orphan.stored() != null) {
            put(UsageQuestions.OfProperty.counted(
                    type.id(),
                    orphan.stored().id(),
                    Address.ofProperty(type.name(), orphan.stored().name())));
        }
    }

    /** Of all the items of a type, those of a block are the values that embed it. */
    private void addLacking(TypeDiff type, StoredType stored) {
        addItems(stored);
        if (isBlock(type)) {
            for (Embedders.Embedder each : embedders.of(stored.name())) {
                put(UsageQuestions.OfProperty.counted(each.type(), each.property(), each.address()));
            }
        }
    }

    static boolean isBlock(TypeDiff type) {
        return type.before() != null && type.before().kind() == ContentKind.BLOCK
                || type.after() != null && type.after().kind() == ContentKind.BLOCK;
    }

    private void addChanged(TypeDiff type, StoredType owner, PropertyDiff property, StoredProperty stored) {
        SaidDifferently said = SaidDifferently.of(type, property, ownSettings);
        boolean lacking = Concerns.mayLack(property, said.changes());
        if (lacking) {
            addLacking(type, owner);
        }
        DataTypeChange conversion = DataTypeChange.of(property).orElse(null);
        if (lacking || conversion != null || said.grade() != Grade.COMPATIBLE) {
            put(new UsageQuestions.OfProperty(
                    stored.id(),
                    owner.id(),
                    Address.ofProperty(owner.name(), stored.name()),
                    lacking,
                    checks(type, said.changes(), conversion),
                    conversion == null ? typeOfValues(property) : conversion.before(),
                    conversion == null ? null : conversion.after(),
                    said.after()));
        }
    }

    private static @Nullable PropertyType typeOfValues(PropertyDiff unchanged) {
        PropertyModel code = unchanged.after() == null ? unchanged.before() : unchanged.after();
        return code == null ? null : code.type();
    }

    /** In what languages blocks have values only the values themselves tell. */
    private static Set<SettingKey> checks(
            TypeDiff type, List<SettingChange> changes, @Nullable DataTypeChange conversion) {
        Set<SettingKey> checks = EnumSet.noneOf(SettingKey.class);
        boolean comparable = conversion == null || conversion.before() != null;
        for (SettingChange change : changes) {
            boolean checked = change.key() == SettingKey.DATA_TYPE
                    || change.key() == SettingKey.LOCALIZED && isBlock(type)
                    || RULES.contains(change.key());
            if (checked && comparable && change.grade() != Grade.COMPATIBLE) {
                checks.add(change.key());
            }
        }
        return checks;
    }

    /** What is asked of an embedding property for its block's sake alone gives way to what is asked for its own. */
    private void put(UsageQuestions.OfProperty question) {
        properties.merge(question.property(), question, (one, other) -> asksMore(one, other) ? one : other);
    }

    private static boolean asksMore(UsageQuestions.OfProperty one, UsageQuestions.OfProperty other) {
        return one.checks().size() + (one.lacking() ? 1 : 0) > other.checks().size() + (other.lacking() ? 1 : 0);
    }
}
