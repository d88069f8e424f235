package dev.synchronizer.value;

import dev.synchronizer.annotation.DataType;
import dev.synchronizer.json.JsonIn;
import dev.synchronizer.model.PropertyType;
import dev.synchronizer.value.BlockParts.Part;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The Java form of values: one for each value, whatever form it is given in. */
public final class ValueForm {
    private ValueForm() {}

    /**
     * A value in its canonical form.
     *
     * @return null where it is none, as an empty list is
     * @throws UnfitValueException if it is none of the data type
     */
    public static @Nullable Object canonical(PropertyType type, Object given, BlockParts parts) {
        if (!type.isMany()) {
            return single(type, given, parts);
        }
        if (!(given instanceof Collection<?> many)) {
            throw new UnfitValueException("is of the Java class "
                    + given.getClass().getName() + ", and a value of the data type " + type + " is a collection");
        }
        List<Object> elements = new ArrayList<>(many.size());
        many.forEach(element -> elements.add(element(type, element, elements.size() + 1, parts)));
        return Elements.of(type, elements);
    }

    private static Object element(PropertyType type, @Nullable Object given, int position, BlockParts parts) {
        try {
            if (given == null) {
                throw new UnfitValueException("is null");
            }
            return single(type, given, parts);
        } catch (UnfitValueException e) {
            throw e.within("position " + position);
        }
    }

    private static Object single(PropertyType type, Object given, BlockParts parts) {
        String blockType = type.blockType();
        if (blockType == null) {
            return Scalars.of(type.base()).canonical(given);
        }
        if (given instanceof Block block) {
            return block(blockType, block, parts);
        }
        throw new UnfitValueException("is of the Java class " + given.getClass().getName()
                + ", which has no values of the data type " + DataType.BLOCK);
    }

    private static Block block(String blockType, Block given, BlockParts parts) {
        Map<ValueKey, Object> values = new TreeMap<>();
        given.values().forEach((key, value) -> {
            Part part = parts.require(blockType, key.property());
            Object canonical = partValue(part, key, value, parts);
            if (canonical != null) {
                values.put(key, canonical);
            }
        });
        return new Block(Values.of(values));
    }

    private static @Nullable Object partValue(Part part, ValueKey key, Object value, BlockParts parts) {
        if (!key.language().isEmpty() && !part.localized()) {
            throw new UnfitValueException("holds values of " + part.name() + " by language, and that is not localized");
        }
        try {
            Languages.requireTag(key.language());
            return canonical(part.type(), value, parts);
        } catch (UnfitValueException e) {
            throw e.within(part.name());
        }
    }

    /**
     * Reads a value as people write it: a single one by the forms of {@link dev.synchronizer.model.ValueText}, lists, sets
     * and blocks as JSON, in which blocks stand by the names of their properties.
     *
     * @return the canonical value; null where it is none, as an empty list is
     * @throws UnfitValueException if it is none of the data type
     */
    public static @Nullable Object parse(PropertyType type, String text, BlockParts parts) {
        if (ValueColumn.of(type) != ValueColumn.DOCUMENT) {
            return Scalars.of(type.base()).parse(text);
        }
        try {
            return JsonIn.read(text, in -> ValueJson.read(type, in, parts));
        } catch (UncheckedIOException e) {
            throw new UnfitValueException(JsonIn.excess(e)
                    .orElseGet(() -> "is no JSON, in which a value of the data type " + type + " is written"));
        }
    }

    /** A canonical value for people, as far as a message can show it: texts in quotes, lists, sets and blocks as JSON. */
    public static String shown(Object canonical) {
        return ShownText.of(canonical);
    }

    /** The same without quotes around a text, for those who quote it themselves. */
    public static String shownUnquoted(Object canonical) {
        return ShownText.unquoted(canonical);
    }
}
