package dev.synchronizer.rule;

import dev.synchronizer.catalog.EffectiveProperty;
import dev.synchronizer.catalog.EffectiveType;
import dev.synchronizer.lookup.UnknownNames;
import dev.synchronizer.model.ColumnText;
import dev.synchronizer.value.BlockParts;
import dev.synchronizer.value.UnfitValueException;
import dev.synchronizer.value.ValueForm;
import dev.synchronizer.value.ValueKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Holds the actions of a rule against a type. */
final class ActionFitting {
    private final String rule;
    private final EffectiveType type;
    private final BlockParts parts;

    ActionFitting(String rule, EffectiveType type, BlockParts parts) {
        this.rule = rule;
        this.type = type;
        this.parts = parts;
    }

    /** @throws UnfitActionException if it is none for items of the type */
    FittedAction fit(RuleAction action) {
        if (action instanceof RuleAction.Set set) {
            return set(set);
        }
        if (action instanceof RuleAction.Clear clear) {
            Place place = place(clear.property(), clear.language());
            return run -> run.put(rule, place.in(run), null);
        }
        if (action instanceof RuleAction.Copy copy) {
            return copy(copy);
        }
        if (action instanceof RuleAction.Append append) {
            Place place = place(append.property(), append.language());
            return Appending.to(place.property(), append.value(), parts).in(rule, place);
        }
        RuleEffect effect = effect(action);
        return run -> run.add(effect);
    }

    private FittedAction set(RuleAction.Set set) {
        Place place = place(set.property(), set.language());
        Object value = parse(place.property(), set.value());
        return run -> run.put(rule, place.in(run), value);
    }

    private @Nullable Object parse(EffectiveProperty property, String text) {
        try {
            return ValueForm.parse(property.type(), text, parts);
        } catch (UnfitValueException e) {
            throw new UnfitActionException(
                    "the value " + ColumnText.quoted(text) + " for " + property.name() + " " + e.getMessage(),
                    "write a value of the data type " + property.type());
        }
    }

    private FittedAction copy(RuleAction.Copy copy) {
        Place from = place(copy.from(), copy.language());
        Place to = place(copy.to(), copy.language());
        if (!from.property().type().equals(to.property().type())) {
            throw new UnfitActionException(
                    from + " is of the data type " + from.property().type() + ", and " + to + " of "
                            + to.property().type(),
                    "copy between properties of one data type");
        }
        return run -> run.put(rule, to.in(run), run.value(from.in(run)));
    }

    private RuleEffect effect(RuleAction action) {
        if (action instanceof RuleAction.ValidateAs finding) {
            return new RuleEffect.Reported(rule, finding.severity(), finding.message());
        }
        if (action instanceof RuleAction.Veto veto) {
            return new RuleEffect.Vetoed(rule, veto.code(), veto.message());
        }
        if (action instanceof RuleAction.Log log) {
            return new RuleEffect.Logged(rule, log.level(), log.message());
        }
        if (action instanceof RuleAction.Named named) {
            return new RuleEffect.Asked(rule, named.name(), named.arguments());
        }
        throw new IllegalArgumentException("no effect alone: " + action);
    }

    private Place place(String name, String language) {
        EffectiveProperty property = type.property(name)
                .orElseThrow(() -> new UnfitActionException(
                        type.name() + " has no property " + ColumnText.quoted(name), nearest(name)));
        if (!language.isEmpty() && !property.isLocalized()) {
            throw new UnfitActionException(
                    name + " is not localized, and the action names the language " + language,
                    "leave the language out");
        }
        return new Place(property, language);
    }

    private String nearest(String name) {
        List<String> names =
                type.properties().stream().map(EffectiveProperty::name).toList();
        String near = UnknownNames.nearest(name, names);
        return near.isEmpty() ? "" : "write " + near;
    }

    /** Where an action reads or writes. */
    record Place(EffectiveProperty property, String language) {
        ValueKey in(RuleRun run) {
            if (!property.isLocalized()) {
                return ValueKey.of(property.name());
            }
            return new ValueKey(
                    property.name(), language.isEmpty() ? run.facts().lang() : language);
        }

        @Override
        public String toString() {
            return property.name();
        }
    }
}
