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
        for (SettingPlan setting : property.settings()) {
            boolean concerns = !setting.concern().radius().isNothing();
            if (concerns && setting.change().key() == SettingKey.DATA_TYPE) {
                DataTypeChange.of(property.diff()).ifPresent(change -> convert(type, property, change, setting));
            }
            if (concerns && setting.change().key() == SettingKey.LOCALIZED) {
                ConvertedProperty converted = converted(type, property, typeNow(property), setting);
                new Delocalization(converted, content, parts).run();
            }
        }
    }

    private void convert(TypePlan type, PropertyPlan property, DataTypeChange change, SettingPlan setting) {
        PropertyType before = change.before();
        ConvertedProperty converted = converted(type, property, before == null ? typeNow(property) : before, setting);
        new DataTypeConversion(converted, change.after(), content, parts).run();
        parts.converted(converted.id(), change.after());
    }

    private PropertyType typeNow(PropertyPlan property) {
        long id = Objects.requireNonNull(property.diff().stored()).id();
        return Objects.requireNonNull(parts.of(id)).type();
    }

    private ConvertedProperty converted(
            TypePlan type, PropertyPlan property, PropertyType dataType, SettingPlan setting) {
        return new ConvertedProperty(
                Objects.requireNonNull(property.diff().stored()).id(),
                type.name() + "." + property.name(),
                dataType,
                setting.concern().radius().values(),
                lost,
                progress);
    }
}
