package dev.synchronizer.content;

import dev.synchronizer.content.Violations.Place;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.value.BlockParts;
import dev.synchronizer.value.UnfitValueException;
import dev.synchronizer.value.ValueForm;
import dev.synchronizer.value.ValueKey;
import dev.synchronizer.value.Values;
import java.util.Map;
import java.util.TreeMap;

/** Reads values as people write them, by the data types of their properties. */
final class WrittenValues {
    private WrittenValues() {}

    /**
     * What is written as nothing, such as an empty list, is left out.
     *
     * @throws InvalidItemException if a property does not exist, or a text is no value of its data type
     */
    static Values read(ItemType type, Map<ValueKey, String> texts, BlockParts parts) {
        Violations violations = new Violations(type.name());
        Map<ValueKey, Object> read = new TreeMap<>();
        texts.forEach((key, text) -> {
            Place place = new Place(key.property(), key.language());
            ItemProperty property = GivenValues.require(type, place, violations);
            if (property != null && GivenValues.hasLanguage(property, place, violations)) {
                try {
                    Object value = ValueForm.parse(property.type(), text, parts);
                    if (value != null) {
                        read.put(key, value);
                    }
                } catch (UnfitValueException e) {
                    violations.add(
                            ProblemCode.UNFIT_VALUE,
                            place,
                            ValueForm.shown(text),
                            property.type().toString(),
                            ValueForm.shown(text) + " " + e.getMessage());
                }
            }
        });
        violations.throwIfAny();
        return Values.of(read);
    }
}
