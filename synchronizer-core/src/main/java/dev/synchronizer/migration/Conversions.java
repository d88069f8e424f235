package dev.synchronizer.migration;

import dev.synchronizer.model.PropertyType;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.StoredModel;
import dev.synchronizer.plan.Action;
import dev.synchronizer.plan.DataTypeChange;
import dev.synchronizer.plan.PropertyPlan;
import dev.synchronizer.plan.SettingPlan;
import dev.synchronizer.plan.SyncPlan;
import dev.synchronizer.plan.TypePlan;
import dev.synchronizer.store.ContentTransaction;
import dev.synchronizer.store.LostValue;
import dev.synchronizer.value.BlockParts;
import dev.synchronizer.value.StoredParts;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Carries out what a plan does to values: those of properties that get another data type are converted, and of those that
 * cease to be localized one in each item stays (D6). What finds no place was consented to be lost, and is handed out.
 */
public final class Conversions {
    private final ContentTransaction content;
    private final Consumer<List<LostValue>> lost;
    private final ContentProgress progress;
    private final StoredParts parts;

    private Conversions(
            StoredModel stored, ContentTransaction content, Consumer<List<LostValue>> lost, ContentProgress progress) {
        this.content = content;
        this.lost = lost;
        this.progress = progress;
        parts = new StoredParts(stored);
    }

    /**
     * Works on content as it is before the rows of the plan are written: a block that nothing embeds any more goes with
     * them.
     *
     * @param lost is handed the values that find no place, batch by batch
     */
    public static void carryOut(
            SyncPlan plan,
            StoredModel stored,
            ContentTransaction content,
            Consumer<List<LostValue>> lost,
            ContentProgress progress) {
        Conversions conversions = new Conversions(stored, content, lost, progress);
        for (TypePlan type : plan.types()) {
            type.properties().stream()
                    .filter(property -> type.action() == Action.UPDATE && property.action() == Action.UPDATE)
                    .forEach(property -> conversions.carryOut(type, property));
        }
    }

    private void carryOut(TypePlan type, PropertyPlan property) {
        long id = Objects.requireNonNull(property.diff().stored()).id();
        for (SettingPlan setting : property.settings()) {
            BlockParts.Part now = parts.of(id);
            if (now != null && !setting.concern().radius().isNothing()) {
                String name = type.name() + "." + property.name();
                long values = setting.concern().radius().values();
                carryOut(
                        setting.change().key(),
                        property,
                        now.type(),
                        new ConvertedProperty(id, name, now.type().toString(), values, lost, progress));
            }
        }
    }

    private void carryOut(SettingKey key, PropertyPlan property, PropertyType now, ConvertedProperty values) {
        if (key == SettingKey.DATA_TYPE) {
            DataTypeChange.of(property.diff()).ifPresent(change -> {
                DataTypeChange stored = change.beforeRenames(now);
                new DataTypeConversion(values, now, stored, content, parts).run();
                parts.converted(values.id(), stored.after());
            });
        } else if (key == SettingKey.LOCALIZED) {
            new Delocalization(values, now, content, parts).run();
        }
    }
}
