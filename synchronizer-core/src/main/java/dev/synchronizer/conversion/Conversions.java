package dev.synchronizer.conversion;

import dev.synchronizer.diff.PropertyDiff;
import dev.synchronizer.diff.SettingChange;
import dev.synchronizer.model.PropertyType;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.StoredModel;
import dev.synchronizer.plan.Action;
import dev.synchronizer.plan.Concern;
import dev.synchronizer.plan.DataTypeChange;
import dev.synchronizer.plan.SyncPlan;
import dev.synchronizer.plan.TypePlan;
import dev.synchronizer.store.ContentProgress;
import dev.synchronizer.store.ContentTransaction;
import dev.synchronizer.store.LostValue;
import dev.synchronizer.value.BlockParts;
import dev.synchronizer.value.StoredParts;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Does to values what changes of their properties ask for: those of properties that get another data type are converted,
 * and of those that cease to be localized one in each item stays (D6). What finds no place was consented to be lost, and
 * is handed out.
 *
 * <p>It works on content as it is before any row is written: a block that nothing embeds any more goes with the rows.
 */
public final class Conversions {
    private final ContentTransaction content;
    private final Consumer<List<LostValue>> lost;
    private final ContentProgress progress;
    private final StoredParts parts;

    /**
     * Prepares to convert.
     *
     * @param stored what is stored of types, and was when the changes were judged
     * @param lost is handed the values that find no place, batch by batch
     */
    public Conversions(
            StoredModel stored, ContentTransaction content, Consumer<List<LostValue>> lost, ContentProgress progress) {
        this.content = content;
        this.lost = lost;
        this.progress = progress;
        parts = new StoredParts(stored);
    }

    /** Carries out all that a plan does to values. */
    public void carryOut(SyncPlan plan) {
        for (TypePlan type : plan.types()) {
            type.properties().stream()
                    .filter(property -> type.action() == Action.UPDATE && property.action() == Action.UPDATE)
                    .forEach(property -> property.settings()
                            .forEach(setting ->
                                    carryOut(type.name(), property.diff(), setting.change(), setting.concern())));
        }
    }

    /**
     * Carries out what one change of a stored property does to its values.
     *
     * @param concern how many it concerns; where it concerns none, nothing is done
     */
    public void carryOut(String type, PropertyDiff property, SettingChange change, Concern concern) {
        long id = Objects.requireNonNull(property.stored()).id();
        BlockParts.Part now = parts.of(id);
        if (now != null && !concern.radius().isNothing()) {
            String name = type + "." + property.name();
            long values = concern.radius().values();
            carryOut(
                    change.key(),
                    property,
                    now.type(),
                    new ConvertedProperty(id, name, now.type().toString(), values, lost, progress));
        }
    }

    private void carryOut(SettingKey key, PropertyDiff property, PropertyType now, ConvertedProperty values) {
        if (key == SettingKey.DATA_TYPE) {
            DataTypeChange.of(property).ifPresent(change -> {
                DataTypeChange stored = change.beforeRenames(now);
                new DataTypeConversion(values, now, stored, content, parts).run();
                parts.converted(values.id(), stored.after());
            });
        } else if (key == SettingKey.LOCALIZED) {
            new Delocalization(values, now, content, parts).run();
        }
    }
}
