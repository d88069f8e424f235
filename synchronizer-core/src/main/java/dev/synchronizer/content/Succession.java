package dev.synchronizer.content;

import dev.synchronizer.catalog.EffectiveProperty;
import dev.synchronizer.content.Violations.Place;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.value.BlockParts;
import dev.synchronizer.value.ValueConversion;
import dev.synchronizer.value.ValueForm;
import dev.synchronizer.value.ValueKey;
import dev.synchronizer.value.Values;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Lets deprecated properties show what their successors have, and hands on what is saved under their names (F3). */
final class Succession {
    private final List<Line> lines = new ArrayList<>();

    /**
     * A deprecated property and those that replace it, one after the other.
     *
     * @param property the deprecated property
     * @param heirs the next one first
     */
    private record Line(EffectiveProperty property, List<EffectiveProperty> heirs) {
        EffectiveProperty last() {
            return heirs.get(heirs.size() - 1);
        }
    }

    private final BlockParts parts;

    Succession(ItemType type, BlockParts parts) {
        this.parts = parts;
        for (ItemProperty property : type.properties()) {
            EffectiveProperty effective = type.effective(property.name());
            List<EffectiveProperty> heirs = effective == null ? List.of() : heirs(type, effective);
            if (effective != null && !heirs.isEmpty()) {
                lines.add(new Line(effective, heirs));
            }
        }
        // What is saved under the name of a nearer predecessor is of more weight.
        lines.sort(Comparator.comparing((Line line) -> -line.heirs().size())
                .thenComparing(line -> line.property().name()));
    }

    private static List<EffectiveProperty> heirs(ItemType type, EffectiveProperty deprecated) {
        Set<EffectiveProperty> heirs = new LinkedHashSet<>();
        EffectiveProperty next = heir(type, deprecated);
        while (next != null && !next.equals(deprecated) && heirs.add(next)) {
            next = heir(type, next);
        }
        return List.copyOf(heirs);
    }

    private static @Nullable EffectiveProperty heir(ItemType type, EffectiveProperty property) {
        String name = property.settings().text(SettingKey.REPLACED_BY);
        return name == null ? null : type.effective(name);
    }

    /** What is seen of what an item holds. */
    Values seen(Values own) {
        Values seen = own;
        for (Line line : lines) {
            Set<String> languages = new TreeSet<>();
            line.heirs().forEach(heir -> languages.addAll(own.languages(heir.name())));
            for (String language : languages) {
                Optional<Object> shown = shown(line, own, language);
                if (shown.isPresent()) {
                    seen = seen.with(line.property().name(), language, shown.get());
                }
            }
        }
        return seen;
    }

    private Optional<Object> shown(Line line, Values own, String language) {
        for (int i = line.heirs().size() - 1; i >= 0; i--) {
            EffectiveProperty heir = line.heirs().get(i);
            Optional<Object> value = own.get(heir.name(), language);
            if (value.isPresent()) {
                return converted(heir, line.property(), value.get());
            }
        }
        return Optional.empty();
    }

    private Optional<Object> converted(EffectiveProperty from, EffectiveProperty to, Object value) {
        return from.type().equals(to.type())
                ? Optional.of(value)
                : ValueConversion.between(from.type(), to.type(), parts).convertValue(value);
    }

    /**
     * What an item is to hold when somebody who saw one thing saves another.
     *
     * @param own what it holds
     * @param given what was saved, over what {@link #seen} shows
     * @param violations is told of what a successor cannot take over
     */
    Values saved(Values own, Values given, Violations violations) {
        Values before = seen(own);
        Values after = given;
        for (Line line : lines) {
            Set<String> languages =
                    new TreeSet<>(before.languages(line.property().name()));
            languages.addAll(given.languages(line.property().name()));
            for (String language : languages) {
                after = saved(line, language, own, before, given, after, violations);
            }
        }
        return after;
    }

    private Values saved(
            Line line, String language, Values own, Values before, Values given, Values after, Violations violations) {
        ValueKey old = new ValueKey(line.property().name(), language);
        ValueKey heir = new ValueKey(line.last().name(), language);
        Optional<Object> value = given.get(old);
        if (given.isSameAt(old, before)) {
            return after.with(old, own.get(old).orElse(null));
        }
        boolean heirIsGiven = given.get(heir).isPresent() && !given.isSameAt(heir, before);
        if (heirIsGiven) {
            return after.with(old, null);
        }
        if (!language.isEmpty() && !line.last().isLocalized()) {
            value.ifPresent(one -> noHeir(line, old, one, ProblemCode.WRONG_LANGUAGE, "is not localized", violations));
            return after;
        }
        Optional<Object> handedOn = value.flatMap(one -> converted(line.property(), line.last(), one));
        if (value.isPresent() && handedOn.isEmpty()) {
            String type = "is " + line.last().type() + ", to which it does not convert";
            noHeir(line, old, value.get(), ProblemCode.UNFIT_VALUE, type, violations);
        }
        return after.with(old, null).with(heir, handedOn.orElse(null));
    }

    /** It would be hidden by what the successor has, or comes to have. */
    private static void noHeir(
            Line line, ValueKey old, Object value, ProblemCode code, String why, Violations violations) {
        String shown = ValueForm.shown(value);
        violations.add(
                code,
                new Place(old.property(), old.language()),
                shown,
                SettingKey.REPLACED_BY,
                "the value " + shown + " is handed on to " + line.last().name() + ", which " + why,
                "save it under " + line.last().name());
    }

    /** Whether a value is not seen, since a successor has one. */
    boolean hides(ValueKey key, Values own) {
        return lines.stream()
                .filter(line -> line.property().name().equals(key.property()))
                .anyMatch(line -> line.heirs().stream()
                        .anyMatch(heir -> own.get(heir.name(), key.language()).isPresent()));
    }
}
