package dev.synchronizer.validate;

import dev.synchronizer.model.PropertyModel;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.value.BlockParts;
import dev.synchronizer.value.UnfitValueException;
import dev.synchronizer.value.ValueForm;
import dev.synchronizer.value.ValueRules;
import java.util.stream.Stream;

/** B7: a default value is a value of its data type, and satisfies the property's own constraints. */
final class ImpossibleDefaultValue implements PropertyRule {
    @Override
    public Stream<Problem> violations(PropertyModel property) {
        return property.settings().text(SettingKey.DEFAULT_VALUE).stream()
                .filter(value -> SettingApplicability.applies(SettingKey.DEFAULT_VALUE, property.type()))
                .flatMap(value -> flaws(value, property)
                        .map(flaw -> new Problem(
                                ProblemCode.CONTRADICTORY_CONSTRAINTS,
                                ModelIndex.place(property),
                                "the default value " + Wording.quote(value) + " " + flaw,
                                "change the default value, or what it has to satisfy")));
    }

    private static Stream<String> flaws(String text, PropertyModel property) {
        try {
            Object value = ValueForm.parse(property.type(), text, BlockParts.none());
            return value == null
                    ? Stream.empty()
                    : ValueRules.violations(property.type(), property.settings()::get, value).stream()
                            .map(ValueRules.Violation::message);
        } catch (UnfitValueException e) {
            return Stream.of(e.getMessage());
        }
    }
}
