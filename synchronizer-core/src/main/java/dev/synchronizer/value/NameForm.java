package dev.synchronizer.value;

import dev.synchronizer.json.JsonIn;
import dev.synchronizer.json.JsonOut;
import dev.synchronizer.value.BlockParts.Part;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Blocks by the names of their properties; those that are localized hold an object with the values by language. */
final class NameForm extends JsonForm {
    private final BlockParts parts;

    NameForm(BlockParts parts) {
        this.parts = parts;
    }

    @Override
    void writeBlock(Block block, String blockType, JsonOut out) {
        Values values = block.values();
        out.object(() -> values.properties().forEach(property -> {
            Part part = parts.require(blockType, property);
            out.name(property);
            if (part.localized()) {
                out.object(() -> values.languages(property)
                        .forEach(language -> writeValue(part, values, language, out.name(language))));
            } else {
                writeValue(part, values, "", out);
            }
        }));
    }

    private void writeValue(Part part, Values values, String language, JsonOut out) {
        Object value = values.get(part.name(), language)
                .orElseThrow(() -> new UnfitValueException(
                        "holds values of " + part.name() + " by language, and that is not localized"));
        write(part.type(), value, out);
    }

    @Override
    Block readBlock(String blockType, JsonIn in) {
        Map<ValueKey, Object> values = new TreeMap<>();
        Set<String> seen = new HashSet<>();
        in.object(name -> {
            if (!seen.add(name)) {
                throw new UnfitValueException("holds " + name + " more than once");
            }
            readMember(parts.require(blockType, name), in, values);
        });
        return new Block(Values.of(values));
    }

    private void readMember(Part part, JsonIn in, Map<ValueKey, Object> values) {
        if (!part.localized()) {
            put(ValueKey.of(part.name()), readValue(part, in), values);
        } else if (in.peek() == JsonIn.Kind.OBJECT) {
            in.object(language ->
                    put(new ValueKey(part.name(), Languages.canonical(language)), readValue(part, in), values));
        } else {
            throw new UnfitValueException("holds for " + part.name() + ", which is localized, "
                    + in.peek().words() + " instead of an object with its values by language");
        }
    }

    private @Nullable Object readValue(Part part, JsonIn in) {
        try {
            return read(part.type(), in);
        } catch (UnfitValueException e) {
            throw e.within(part.name());
        }
    }

    private static void put(ValueKey key, @Nullable Object value, Map<ValueKey, Object> values) {
        if (value != null && values.put(key, value) != null) {
            throw new UnfitValueException("holds " + key + " more than once");
        }
    }
}
