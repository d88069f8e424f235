package dev.synchronizer.value;

import org.jspecify.annotations.Nullable;

/**
 * An embedded item, which belongs to the value that it is. Which type it is of, the property says that embeds it.
 *
 * @param values what it holds
 */
public record Block(Values values) {
    private static final Block EMPTY = new Block(Values.none());

    /** A block that holds nothing yet. */
    public static Block empty() {
        return EMPTY;
    }

    /** This block with another value, of no language in particular; null takes it away. */
    public Block with(String property, @Nullable Object value) {
        return new Block(values.with(property, value));
    }
}
