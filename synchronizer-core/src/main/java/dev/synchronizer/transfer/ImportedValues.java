package dev.synchronizer.transfer;

import dev.synchronizer.content.ItemProperty;
import dev.synchronizer.content.ItemType;
import dev.synchronizer.content.Violations;
import dev.synchronizer.json.JsonIn;
import dev.synchronizer.json.JsonOut;
import dev.synchronizer.value.BlockParts;
import dev.synchronizer.value.Languages;
import dev.synchronizer.value.UnfitValueException;
import dev.synchronizer.value.ValueJson;
import dev.synchronizer.value.ValueKey;
import dev.synchronizer.value.Values;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;

/** The values of a line of an import, read by the data types of their properties; what is wrong with each is said of it. */
final class ImportedValues {
    private final ItemType type;
    private final BlockParts blocks;
    private final Violations violations;
    private final Map<ValueKey, Object> own = new TreeMap<>();
    private final Map<ValueKey, Object> orphaned = new TreeMap<>();

    ImportedValues(ItemType type, BlockParts blocks, Violations violations) {
        this.type = type;
        this.blocks = blocks;
        this.violations = violations;
    }

    /** Those of properties in use. */
    Values own() {
        return Values.of(own);
    }

    /** Those of properties that are out of use. */
    Values orphaned() {
        return Values.of(orphaned);
    }

    void read(String name, String json) {
        type.property(name)
                .ifPresentOrElse(property -> read(property, json), () -> violations.addUnknownProperty(type, name));
    }

    private void read(ItemProperty property, String json) {
        if (property.localized()) {
            readLanguages(property, json);
        } else {
            read(property, "", json);
        }
    }

    private void readLanguages(ItemProperty property, String json) {
        JsonIn.read(json, in -> {
            if (in.peek() == JsonIn.Kind.OBJECT) {
                in.object(language -> read(property, language, JsonOut.compact(in::copyTo)));
            } else {
                violations.addUnfit(property, "", "", "is no object with values by language");
                in.skip();
            }
            return in;
        });
    }

    private void read(ItemProperty property, String language, String json) {
        try {
            ValueKey key = new ValueKey(property.name(), Languages.canonical(language));
            JsonIn.read(json, in -> {
                Object value = ValueJson.read(property.type(), in, blocks);
                if (value != null && (property.inUse() ? own : orphaned).put(key, value) != null) {
                    throw new UnfitValueException("is given twice");
                }
                return in;
            });
        } catch (UnfitValueException e) {
            violations.addUnfit(property, language, "", e.getMessage());
        } catch (UncheckedIOException e) {
            violations.addUnfit(property, language, "", JsonIn.excess(e).orElseThrow(() -> e));
        }
    }
}
