package dev.synchronizer.content;

import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.saving.Finding;
import dev.synchronizer.saving.Fix;
import dev.synchronizer.value.ValueForm;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a validator offers to do about an item.
 *
 * @param validator its name
 * @param fix what it offers
 */
public record Offer(String validator, Fix fix) {
    /** What built-in validators offer, and then others in the order of what they found. */
    static List<Offer> all(ItemType type, Violations violations, List<Finding> findings, TypeView types) {
        List<Offer> offers = new ArrayList<>();
        for (Violation violation : violations.all()) {
            Fix fix = defaultFor(type, violation, types);
            if (fix != null) {
                offers.add(new Offer(violation.rule(), fix));
            }
        }
        for (Finding finding : findings) {
            finding.fix().ifPresent(fix -> offers.add(new Offer(finding.validator(), fix)));
        }
        return offers;
    }

    /** A value that is required and missing can be the default, where the property has one; within blocks nothing has. */
    private static @Nullable Fix defaultFor(ItemType type, Violation violation, TypeView types) {
        ItemProperty property = violation.code() == ProblemCode.VALUE_MISSING
                ? type.property(violation.property()).orElse(null)
                : null;
        String text = property == null ? null : Creating.defaultOf(type.effective(property.name()));
        return property == null || text == null
                ? null
                : Fix.of("give it the default").set(property.name(), ValueForm.parse(property.type(), text, types));
    }
}
