package dev.synchronizer.value;

import dev.synchronizer.json.JsonIn;
import dev.synchronizer.json.JsonOut;
import dev.synchronizer.model.PropertyType;
import org.jspecify.annotations.Nullable;

/** Values as JSON for people and other programs, in which blocks stand by the names of their properties. */
public final class ValueJson {
    private ValueJson() {}

    /** Writes a canonical value in the one form that it has. */
    public static void write(PropertyType type, Object value, BlockParts parts, JsonOut out) {
        new NameForm(parts).write(type, value, out);
    }

    /**
     * Reads a value in any order of its members and of a set's elements.
     *
     * @return the canonical value; null where there is none, as in {@code null} and {@code []}
     * @throws UnfitValueException if it is none of the data type
     */
    public static @Nullable Object read(PropertyType type, JsonIn in, BlockParts parts) {
        return new NameForm(parts).read(type, in);
    }
}
