package dev.synchronizer.content;

import dev.synchronizer.content.Violations.Place;
import dev.synchronizer.json.JsonIn;
import dev.synchronizer.lookup.UnknownNames;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.store.StoredItem;
import dev.synchronizer.value.Languages;
import dev.synchronizer.value.UnfitValueException;
import dev.synchronizer.value.ValueJson;
import dev.synchronizer.value.ValueKey;
import dev.synchronizer.value.Values;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An item as a line of an import has it, with all that is wrong with that line alone.
 *
 * @param line the number of the line
 */
record ImportedItem(long line, ImportedRow row, ItemType type, Values own, Values orphaned, Violations violations) {
    /**
     * Reads a line.
     *
     * @throws UnfitValueException if it is no item
     * @throws ProblemsException if it is an item of a type or name that cannot be
     */
    static ImportedItem read(long number, String text, NewIds ids, TypeView types) {
        ImportLine line = ImportLine.read(text);
        ItemType type = type(line.require("type"), types);
        Violations violations = new Violations(type.name());
        Map<ValueKey, Object> own = new TreeMap<>();
        Map<ValueKey, Object> orphaned = new TreeMap<>();
        line.values()
                .forEach((name, json) -> type.property(name)
                        .ifPresentOrElse(
                                property -> read(property, json, types, property.inUse() ? own : orphaned, violations),
                                () -> GivenValues.unknown(type, name, new Place(name, ""), violations)));
        UUID id = line.id("id");
        ImportedRow row = new ImportedRow(
                id == null ? ids.next() : id,
                type.id(),
                ItemProblems.checkedName(line.require("name")),
                line.id("parent"),
                line.revision(),
                line.instant("createdAt"),
                line.actor("createdBy"),
                line.instant("savedAt"),
                line.actor("savedBy"),
                line.deleted());
        return new ImportedItem(number, row, type, Values.of(own), Values.of(orphaned), violations);
    }

    /**
     * The rows of values that make this item of the one that is there.
     *
     * @param held the item that is there; null where there is none
     * @param itsRow its own row, as it is to be
     */
    Changes changes(@Nullable HeldItem held, StoredItem itsRow, TypeView types) {
        HeldItem from = held == null ? new HeldItem(itsRow, type, List.of(), Values.none(), Values.none()) : held;
        return Changes.between(from, own, orphaned, types, violations);
    }

    private static ItemType type(String name, TypeView types) {
        return types.type(name).orElseThrow(() -> {
            String near = UnknownNames.nearest(name, types.names());
            return new ProblemsException(
                    new Problem(
                            ProblemCode.NOT_STORED,
                            name,
                            "no type \"" + name + "\" is stored",
                            near.isEmpty() ? ProblemCode.NOT_STORED.fix() : "write " + near),
                    null);
        });
    }

    private static void read(
            ItemProperty property, String json, TypeView types, Map<ValueKey, Object> values, Violations violations) {
        try {
            read(property, json, types, values);
        } catch (UnfitValueException e) {
            unfit(property, String.valueOf(e.getMessage()), violations);
        } catch (UncheckedIOException e) {
            unfit(property, JsonIn.excess(e).orElseThrow(() -> e), violations);
        }
    }

    private static void unfit(ItemProperty property, String fault, Violations violations) {
        violations.add(
                ProblemCode.UNFIT_VALUE,
                new Place(property.name(), ""),
                "",
                property.type().toString(),
                "the value " + fault);
    }

    private static void read(ItemProperty property, String text, TypeView types, Map<ValueKey, Object> values) {
        JsonIn.read(text, in -> {
            if (!property.localized()) {
                put(property, "", ValueJson.read(property.type(), in, types), values);
            } else if (in.peek() == JsonIn.Kind.OBJECT) {
                in.object(language -> put(
                        property, Languages.canonical(language), ValueJson.read(property.type(), in, types), values));
            } else {
                throw new UnfitValueException("is no object with values by language");
            }
            return values;
        });
    }

    private static void put(
            ItemProperty property, String language, @Nullable Object value, Map<ValueKey, Object> values) {
        if (value != null && values.put(new ValueKey(property.name(), language), value) != null) {
            throw new UnfitValueException("is given twice in the language " + language);
        }
    }
}
