package dev.synchronizer.content;

import dev.synchronizer.catalog.EffectiveProperty;
import dev.synchronizer.catalog.EffectiveType;
import dev.synchronizer.content.Violations.Place;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.value.ValueForm;
import dev.synchronizer.value.ValueRules;
import dev.synchronizer.value.Values;

/** Holds what an item is to have against the effective settings of its properties, and of those of its blocks. */
final class ItemRules implements ValueWalk.Visitor {
    private final Violations violations;

    private ItemRules(Violations violations) {
        this.violations = violations;
    }

    /** @param own what the item is to hold, each under its own name */
    static void check(ItemType type, Values own, TypeView types, Violations violations) {
        Succession succession = new Succession(type, types);
        ItemRules rules = new ItemRules(violations);
        rules.required(type, "", succession.seen(own), "");
        ValueWalk walk = new ValueWalk(types, rules);
        own.forEach((key, value) -> {
            if (!succession.hides(key, own)) {
                walk.value(type, key, value);
            }
        });
    }

    private void required(ItemType type, String path, Values seen, String language) {
        EffectiveType effective = type.effective();
        if (effective == null) {
            return;
        }
        for (EffectiveProperty property : effective.properties()) {
            if (property.settings().flag(SettingKey.REQUIRED)
                    && !seen.properties().contains(property.name())) {
                violations.add(
                        ProblemCode.VALUE_MISSING,
                        new Place(path + property.name(), language),
                        "",
                        SettingKey.REQUIRED,
                        "it is required, and there is no value");
            }
        }
    }

    @Override
    public void value(ItemType owner, ItemProperty property, Place place, Object value) {
        EffectiveProperty effective = owner.effective(property.name());
        if (effective == null) {
            return;
        }
        for (ValueRules.Violation violation : owner.rules(effective).violations(value)) {
            String shown = ValueForm.shown(value);
            violations.add(
                    ProblemCode.RULE_BROKEN,
                    place,
                    shown,
                    violation.rule(),
                    "the value " + shown + " " + violation.message());
        }
    }

    @Override
    public void block(ItemType type, Place place, Values values) {
        required(type, place.path() + ".", values, place.language());
    }
}
