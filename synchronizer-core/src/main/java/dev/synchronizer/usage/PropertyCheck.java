package dev.synchronizer.usage;

import dev.synchronizer.model.Misfits;
import dev.synchronizer.model.PropertyType;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.plan.UsageQuestions.OfProperty;
import dev.synchronizer.value.BlockParts;
import dev.synchronizer.value.StoredForm;
import dev.synchronizer.value.StoredValue;
import dev.synchronizer.value.ValueConversion;
import dev.synchronizer.value.ValueRules;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Holds what changes of one property against its values. */
final class PropertyCheck {
    private final PropertyType before;
    private final BlockParts parts;
    private final @Nullable ValueConversion conversion;
    private final ValueRules rules;
    private final Map<SettingKey, MisfitTally> tallies = new EnumMap<>(SettingKey.class);

    PropertyCheck(OfProperty question, BlockParts parts) {
        before = Objects.requireNonNull(question.before(), "what the values are is not known");
        PropertyType after = question.after() == null ? before : question.after();
        this.parts = parts;
        conversion = after.equals(before) ? null : ValueConversion.between(before, after, parts);
        rules = ValueRules.of(
                after, key -> question.checks().contains(key) ? question.said().get(key) : null);
        question.checks().forEach(key -> tallies.put(key, new MisfitTally()));
    }

    void hold(StoredValue value) {
        hold(value.item(), value.language(), StoredForm.fromStored(before, value, parts));
    }

    void hold(UUID item, String language, String json) {
        hold(item, language, StoredForm.fromJson(before, json, parts));
    }

    /** What does not convert comes under no rule any more. */
    private void hold(UUID item, String language, Object value) {
        if (!language.isEmpty()) {
            add(SettingKey.LOCALIZED, item, language, value);
        }
        Object converted =
                conversion == null ? value : conversion.convertValue(value).orElse(null);
        if (converted == null) {
            add(SettingKey.DATA_TYPE, item, language, value);
        } else {
            rules.violations(converted).forEach(violation -> add(violation.rule(), item, language, value));
        }
    }

    private void add(SettingKey key, UUID item, String language, Object value) {
        MisfitTally tally = tallies.get(key);
        if (tally != null) {
            tally.add(item, language, value);
        }
    }

    void collectItems(Collection<UUID> items) {
        tallies.values().forEach(tally -> tally.collectItems(items));
    }

    Checked found(Map<UUID, String> names) {
        Map<SettingKey, Misfits> found = new EnumMap<>(SettingKey.class);
        tallies.forEach((key, tally) -> tally.found(names).ifPresent(misfits -> found.put(key, misfits)));
        MisfitTally translated = tallies.get(SettingKey.LOCALIZED);
        return new Checked(found, translated == null ? null : translated.byLanguage());
    }
}
