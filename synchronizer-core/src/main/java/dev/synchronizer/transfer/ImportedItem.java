package dev.synchronizer.transfer;

import dev.synchronizer.content.BulkWriting;
import dev.synchronizer.content.HeldItem;
import dev.synchronizer.content.ItemProperty;
import dev.synchronizer.content.ItemType;
import dev.synchronizer.content.Violations;
import dev.synchronizer.json.JsonIn;
import dev.synchronizer.store.StoredItem;
import dev.synchronizer.value.BlockParts;
import dev.synchronizer.value.Languages;
import dev.synchronizer.value.UnfitValueException;
import dev.synchronizer.value.ValueJson;
import dev.synchronizer.value.ValueKey;
import dev.synchronizer.value.Values;
import java.io.UncheckedIOException;
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
     * @throws dev.synchronizer.problem.ProblemsException if there is no such type
     */
    static ImportedItem read(long number, String text, BulkWriting content) {
        ImportLine line = ImportLine.read(text);
        ItemType type = content.type(line.require("type"));
        Violations violations = new Violations(type.name());
        Map<ValueKey, Object> own = new TreeMap<>();
        Map<ValueKey, Object> orphaned = new TreeMap<>();
        line.values()
                .forEach((name, json) -> type.property(name)
                        .ifPresentOrElse(
                                property -> read(
                                        property,
                                        json,
                                        content.blocks(),
                                        property.inUse() ? own : orphaned,
                                        violations),
                                () -> violations.addUnknownProperty(type, name)));
        violations.checkName(line.require("name"));
        UUID id = line.id("id");
        ImportedRow row = new ImportedRow(
                id == null ? content.newId() : id,
                type.id(),
                line.require("name"),
                line.id("parent"),
                line.revision(),
                line.instant("createdAt"),
                line.actor("createdBy"),
                line.instant("savedAt"),
                line.actor("savedBy"),
                line.deleted());
        return new ImportedItem(number, row, type, Values.of(own), Values.of(orphaned), violations);
    }

    /** @param itsRow its own row, as it is to be */
    HeldItem wanted(StoredItem itsRow) {
        return HeldItem.wanted(itsRow, type, own, orphaned);
    }

    private static void read(
            ItemProperty property,
            String json,
            BlockParts blocks,
            Map<ValueKey, Object> values,
            Violations violations) {
        try {
            read(property, json, blocks, values);
        } catch (UnfitValueException e) {
            violations.addUnfit(property, "", "", e.getMessage());
        } catch (UncheckedIOException e) {
            violations.addUnfit(property, "", "", JsonIn.excess(e).orElseThrow(() -> e));
        }
    }

    private static void read(ItemProperty property, String text, BlockParts blocks, Map<ValueKey, Object> values) {
        JsonIn.read(text, in -> {
            if (!property.localized()) {
                put(property, "", ValueJson.read(property.type(), in, blocks), values);
            } else if (in.peek() == JsonIn.Kind.OBJECT) {
                in.object(language -> put(
                        property, Languages.canonical(language), ValueJson.read(property.type(), in, blocks), values));
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
