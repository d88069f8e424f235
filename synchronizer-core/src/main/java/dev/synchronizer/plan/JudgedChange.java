package dev.synchronizer.plan;

import dev.synchronizer.diff.Grade;
import dev.synchronizer.diff.ModelDiff;
import dev.synchronizer.diff.PropertyDiff;
import dev.synchronizer.diff.SettingChange;
import dev.synchronizer.diff.TypeDiff;
import dev.synchronizer.model.Address;
import dev.synchronizer.model.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A change that no run makes, judged as a plan would judge it (C5).
 *
 * @param address the type or property that changes
 * @param property how the property compares; null where the type itself changes
 * @param change the setting that changes; null where the property is new
 * @param concern what it does to the content that is there
 */
public record JudgedChange(
        Address address,
        @Nullable PropertyDiff property,
        @Nullable SettingChange change,
        Concern concern) {

    /** Those of a comparison, given what was counted for {@link UsageQuestions#of(ModelDiff) its questions}. */
    public static List<JudgedChange> of(ModelDiff diff, Usage usage) {
        Concerns concerns = new Concerns(usage, new Embedders(diff.stored()));
        List<JudgedChange> judged = new ArrayList<>();
        for (TypeDiff type : diff.types()) {
            Address address = Address.ofType(type.name());
            type.settings()
                    .forEach(change ->
                            judged.add(new JudgedChange(address, null, change, concerns.ofSetting(type, change))));
            type.properties().forEach(property -> add(type, property, concerns, judged));
        }
        return judged;
    }

    private static void add(TypeDiff type, PropertyDiff property, Concerns concerns, List<JudgedChange> judged) {
        Address address = Address.ofProperty(type.name(), property.name());
        if (property.stored() == null) {
            Concern concern = concerns.ofItself(type, property, Action.CREATE);
            judged.add(new JudgedChange(address, property, null, concern));
        } else {
            property.settings()
                    .forEach(change -> judged.add(
                            new JudgedChange(address, property, change, concerns.ofSetting(type, property, change))));
        }
    }

    public Grade grade() {
        return concern.grade();
    }

    /** Which values would be lost by a change of a property that is lossy. */
    public String loss() {
        return Losses.inWords(Objects.requireNonNull(change), concern);
    }
}
