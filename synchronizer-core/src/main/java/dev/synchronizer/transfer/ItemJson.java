package dev.synchronizer.transfer;

import dev.synchronizer.content.HeldItem;
import dev.synchronizer.content.ItemProperty;
import dev.synchronizer.content.ItemType;
import dev.synchronizer.json.JsonOut;
import dev.synchronizer.store.StoredItem;
import dev.synchronizer.value.BlockParts;
import dev.synchronizer.value.ValueJson;
import dev.synchronizer.value.Values;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** Items as lines of JSON: canonical, with values under their own names, and those of localized properties by language. */
final class ItemJson {
    private ItemJson() {}

    static String line(HeldItem held, BlockParts blocks) {
        StoredItem row = held.row();
        return JsonOut.compact(out -> out.object(() -> {
            out.text("id", row.id().toString());
            out.text("type", held.type().name());
            out.text("name", row.name());
            if (row.parent() != null) {
                out.text("parent", row.parent().toString());
            }
            out.number("revision", row.revision());
            out.text("createdAt", row.createdAt().toString());
            out.text("createdBy", row.createdBy());
            out.text("savedAt", row.savedAt().toString());
            out.text("savedBy", row.savedBy());
            writeDeleted(row.deleted(), out);
            out.object("values", () -> write(held.type(), held.own(), blocks, out));
            if (!held.orphaned().isEmpty()) {
                out.object("orphaned", () -> write(held.type(), held.orphaned(), blocks, out));
            }
        }));
    }

    private static void writeDeleted(StoredItem.@Nullable Deleted deleted, JsonOut out) {
        if (deleted != null) {
            out.object("deleted", () -> {
                out.text("at", deleted.at().toString());
                out.text("by", deleted.by());
                out.text("with", deleted.with().toString());
            });
        }
    }

    private static void write(ItemType type, Values values, BlockParts blocks, JsonOut out) {
        for (String name : values.properties()) {
            ItemProperty property = type.property(name).orElseThrow();
            SortedSet<String> languages = values.languages(name);
            out.name(name);
            if (property.localized()) {
                out.object(() ->
                        languages.forEach(language -> write(property, values, language, blocks, out.name(language))));
            } else {
                // One that is not localized has no other.
                write(property, values, languages.first(), blocks, out);
            }
        }
    }

    private static void write(ItemProperty property, Values values, String language, BlockParts blocks, JsonOut out) {
        ValueJson.write(property.type(), values.get(property.name(), language).orElseThrow(), blocks, out);
    }
}
