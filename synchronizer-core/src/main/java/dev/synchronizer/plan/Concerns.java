package dev.synchronizer.plan;

import dev.synchronizer.diff.ChangeState;
import dev.synchronizer.diff.Grade;
import dev.synchronizer.diff.PropertyDiff;
import dev.synchronizer.diff.Reason;
import dev.synchronizer.diff.SettingChange;
import dev.synchronizer.diff.TypeDiff;
import dev.synchronizer.model.ItemUse;
import dev.synchronizer.model.Misfits;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.StoredProperty;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.model.Usage;
import dev.synchronizer.model.ValueUse;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Tells of changes what they do to the content that is there (C5): nothing where none is concerned, and the worst where
 * nobody counted.
 */
final class Concerns {
    private final Usage usage;
    private final Embedders embedders;

    Concerns(Usage usage, Embedders embedders) {
        this.usage = usage;
        this.embedders = embedders;
    }

    boolean areCounted() {
        return usage.isKnown();
    }

    /** Of a setting of a type. */
    Concern ofSetting(TypeDiff type, SettingChange change) {
        if (!usage.isKnown()) {
            return worst(change.grade());
        }
        boolean harms = change.grade() != Grade.COMPATIBLE;
        return harms && type.stored() != null
                ? Concern.breaking(usage.itemsOf(type.stored().id()).total(), 0)
                : Concern.NONE;
    }

    /** Of a setting of a property. */
    Concern ofSetting(TypeDiff type, PropertyDiff property, SettingChange change) {
        if (!usage.isKnown()) {
            return worst(change.grade());
        }
        StoredProperty stored = property.stored();
        if (stored == null) {
            return Concern.NONE;
        }
        ValueUse use = usage.valuesOf(stored.id());
        if (change.key() == SettingKey.DATA_TYPE) {
            return ofConversion(property, change, use);
        }
        return change.grade() == Grade.COMPATIBLE ? Concern.NONE : ofHarm(type, change, use);
    }

    private Concern ofHarm(TypeDiff type, SettingChange change, ValueUse use) {
        return switch (change.key()) {
            case LOCALIZED -> ofTranslations(type, use);
            case REQUIRED -> ofLacking(type, use);
            case VISIBLE, ALLOWED_TYPES -> Concern.breaking(use.items(), use.total());
            default -> ofRule(use, use.misfits(change.key()));
        };
    }

    private static Concern worst(Grade grade) {
        return Concern.of(grade, BlastRadius.NOTHING);
    }

    /** What an application keeps elsewhere nobody can hold against a data type, or a rule. */
    private static Concern ofConversion(PropertyDiff property, SettingChange change, ValueUse use) {
        if (use.total() == 0) {
            return Concern.NONE;
        }
        boolean unknown =
                DataTypeChange.of(property).map(DataTypeChange::before).isEmpty();
        Misfits misfits = use.misfits(SettingKey.DATA_TYPE);
        boolean loses = change.grade() != Grade.COMPATIBLE && (unknown || use.elsewhere() > 0 || misfits.values() > 0);
        BlastRadius radius = new BlastRadius(use.items(), use.total());
        return Concern.withMisfits(loses ? Grade.LOSSY : Grade.COMPATIBLE, radius, misfits);
    }

    private static Concern ofRule(ValueUse use, Misfits misfits) {
        BlastRadius radius = new BlastRadius(misfits.items(), misfits.values() + use.elsewhere());
        return radius.isNothing() ? Concern.NONE : Concern.withMisfits(Grade.BREAKING, radius, misfits);
    }

    private static Concern ofTranslations(TypeDiff type, ValueUse use) {
        long translations = use.translations() + use.elsewhere();
        if (translations == 0) {
            return Concern.NONE;
        }
        boolean inBlocks = UsageQuestioning.isBlock(type);
        long items = inBlocks ? use.misfits(SettingKey.LOCALIZED).items() : use.items();
        TreeMap<String, Long> byLanguage = new TreeMap<>(use.byLanguage());
        byLanguage.remove("");
        boolean severalInOne = inBlocks || use.elsewhere() > 0 || use.values() > use.items();
        return new Concern(Grade.LOSSY, new BlastRadius(items, translations), Misfits.NONE, byLanguage, severalInOne);
    }

    private Concern ofLacking(TypeDiff type, ValueUse use) {
        if (type.stored() == null) {
            return Concern.NONE;
        }
        long elsewhere = usage.itemsOf(type.stored().id()).elsewhere() - use.elsewhere();
        Concern lacking = Concern.breaking(use.lacking() + Math.max(0, elsewhere), 0);
        // How many blocks lack a value nobody counts.
        return lacking.grade() == Grade.COMPATIBLE && UsageQuestioning.isBlock(type)
                ? ofBlocks(type.stored(), use)
                : lacking;
    }

    private Concern ofBlocks(StoredType block, ValueUse use) {
        long values = 0;
        long items = 0;
        for (Embedders.Embedder each : embedders.of(block.name())) {
            ValueUse embedding = usage.valuesOf(each.property());
            values += embedding.total();
            items = Math.max(items, embedding.items());
        }
        return Concern.breaking(items, Math.max(0, values - use.total()));
    }

    /** Of a property as a whole, beyond its settings. */
    Concern ofItself(TypeDiff type, PropertyDiff property, Action action) {
        if (!usage.isKnown()) {
            return worst(property.grade());
        }
        if (action == Action.DELETE) {
            return Concern.NONE;
        }
        if (property.state() == ChangeState.NEW && property.grade() != Grade.COMPATIBLE && type.stored() != null) {
            return ofAllItems(type, type.stored());
        }
        StoredProperty stored = property.stored();
        if (stored == null) {
            return Concern.NONE;
        }
        ValueUse use = usage.valuesOf(stored.id());
        if (property.state() == ChangeState.ORPHANED) {
            boolean hidden = isHidden(stored.orphanedSince()) || isHidden(type);
            return ofHiding(hidden, use.items(), use.total());
        }
        return returnsRequired(property) ? ofLacking(type, use) : Concern.NONE;
    }

    private Concern ofAllItems(TypeDiff type, StoredType stored) {
        ItemUse items = usage.itemsOf(stored.id());
        return UsageQuestioning.isBlock(type) && items.total() == 0
                ? ofBlocks(stored, ValueUse.NONE)
                : Concern.breaking(items.total(), 0);
    }

    /** Of an orphaned type, with all that its items hold; of one that goes, no value is left that does not go itself. */
    Concern ofOrphan(StoredType stored, Action action) {
        if (!usage.isKnown() || action == Action.DELETE) {
            return Concern.NONE;
        }
        long values = stored.properties().stream()
                .mapToLong(property -> usage.valuesOf(property.id()).total())
                .sum();
        return ofHiding(
                isHidden(stored.orphanedSince()), usage.itemsOf(stored.id()).total(), values);
    }

    private static boolean isHidden(@Nullable Instant orphanedSince) {
        return orphanedSince != null;
    }

    private static boolean isHidden(TypeDiff type) {
        return type.stored() != null && isHidden(type.stored().orphanedSince());
    }

    /** What was out of use before breaks nothing by staying so. */
    private static Concern ofHiding(boolean hiddenBefore, long items, long values) {
        Concern concern = Concern.breaking(items, values);
        return hiddenBefore ? Concern.of(Grade.COMPATIBLE, concern.radius()) : concern;
    }

    /** Whether items may be left without a value that they have to have from now on. */
    static boolean mayLack(PropertyDiff property, List<SettingChange> changes) {
        return returnsRequired(property)
                || changes.stream()
                        .anyMatch(change -> change.key() == SettingKey.REQUIRED && change.grade() != Grade.COMPATIBLE);
    }

    /** What was saved while it was out of use has no value of it. */
    private static boolean returnsRequired(PropertyDiff property) {
        return property.reasons().contains(Reason.RETURNED)
                && property.after() != null
                && property.after().flag(SettingKey.REQUIRED);
    }
}
