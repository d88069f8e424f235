package dev.synchronizer.value;

import dev.synchronizer.annotation.DataType;
import dev.synchronizer.json.JsonIn;
import dev.synchronizer.json.JsonOut;
import dev.synchronizer.model.PropertyType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values as canonical JSON; how blocks stand in it is left open. */
abstract class JsonForm {
    abstract void writeBlock(Block block, String blockType, JsonOut out);

    abstract Block readBlock(String blockType, JsonIn in);

    final void write(PropertyType type, Object value, JsonOut out) {
        switch (type.cardinality()) {
            case SINGLE -> writeOne(type, value, out);
            case LIST -> out.array((Collection<?>) value, each -> writeOne(type, each, out));
            case SET -> out.array(sortedTexts(type, (Collection<?>) value), out::json);
        }
    }

    private void writeOne(PropertyType type, Object value, JsonOut out) {
        String blockType = type.blockType();
        if (blockType != null) {
            writeBlock((Block) value, blockType, out);
        } else {
            Scalars.of(type.base()).write(value, out);
        }
    }

    /**
     * Each form sorts by itself: in the store by ids, so that a rename changes no document, elsewhere by names, so that two
     * stores write the same.
     */
    private List<String> sortedTexts(PropertyType type, Collection<?> values) {
        return values.stream()
                .map(value -> JsonOut.compact(each -> writeOne(type, value, each)))
                .sorted()
                .distinct()
                .toList();
    }

    /** The canonical value, or null for none at all: {@code null} or an empty array. */
    final @Nullable Object read(PropertyType type, JsonIn in) {
        if (in.peek() == JsonIn.Kind.NOTHING) {
            in.skip();
            return null;
        }
        if (!type.isMany()) {
            return readOne(type, in);
        }
        if (in.peek() != JsonIn.Kind.ARRAY) {
            throw new UnfitValueException(
                    "is " + in.peek().words() + ", and a value of the data type " + type + " is an array");
        }
        List<Object> elements = new ArrayList<>();
        in.elements(() -> elements.add(readElement(type, elements.size() + 1, in)));
        return Elements.of(type, elements);
    }

    private Object readElement(PropertyType type, int position, JsonIn in) {
        try {
            return readOne(type, in);
        } catch (UnfitValueException e) {
            throw e.within("position " + position);
        }
    }

    private Object readOne(PropertyType type, JsonIn in) {
        String blockType = type.blockType();
        if (blockType == null) {
            return Scalars.of(type.base()).read(in);
        }
        if (in.peek() != JsonIn.Kind.OBJECT) {
            throw new UnfitValueException(
                    "is " + in.peek().words() + ", and a value of the data type " + DataType.BLOCK + " is an object");
        }
        return readBlock(blockType, in);
    }
}
