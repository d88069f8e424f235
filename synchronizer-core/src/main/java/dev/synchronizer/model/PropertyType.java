package dev.synchronizer.model;

import dev.synchronizer.annotation.DataType;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The resolved data type of a property.
 *
 * @param cardinality one value, or several
 * @param base the data type of each value, never {@code AUTO}
 * @param blockType for a {@code BLOCK}, the name of the embedded type, otherwise null
 */
public record PropertyType(
        Cardinality cardinality, DataType base, @Nullable String blockType) {
    private static final Pattern FORM = Pattern.compile("(?:(LIST|SET)<)?([A-Z_]+)(?:<([^<>]+)>)?(>)?");

    /** How many values a property holds, and whether their order matters. */
    public enum Cardinality {
        SINGLE,
        LIST,
        SET
    }

    public PropertyType {
        if (base == DataType.AUTO) {
            throw new IllegalArgumentException("a resolved data type is never AUTO");
        }
        if ((base == DataType.BLOCK) != (blockType != null)) {
            throw new IllegalArgumentException("a BLOCK, and nothing else, names the type that it embeds");
        }
    }

    public static PropertyType single(DataType base) {
        return new PropertyType(Cardinality.SINGLE, base, null);
    }

    public static PropertyType list(DataType base) {
        return new PropertyType(Cardinality.LIST, base, null);
    }

    public static PropertyType set(DataType base) {
        return new PropertyType(Cardinality.SET, base, null);
    }

    public static PropertyType block(String type) {
        return new PropertyType(Cardinality.SINGLE, DataType.BLOCK, type);
    }

    public boolean isMany() {
        return cardinality != Cardinality.SINGLE;
    }

    public PropertyType withCardinality(Cardinality other) {
        return new PropertyType(other, base, blockType);
    }

    public PropertyType withBlockType(String other) {
        return new PropertyType(cardinality, base, other);
    }

    /** Reads the form that {@link #toString} gives. */
    public static PropertyType parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches() || (matcher.group(1) == null) != (matcher.group(4) == null)) {
            throw new IllegalArgumentException("not a data type: " + text);
        }
        Cardinality cardinality = matcher.group(1) == null ? Cardinality.SINGLE : Cardinality.valueOf(matcher.group(1));
        return new PropertyType(cardinality, DataType.valueOf(matcher.group(2)), matcher.group(3));
    }

    /** Such as {@code STRING}, {@code LIST<STRING>}, {@code BLOCK<Teaser>} or {@code LIST<BLOCK<Teaser>>}. */
    @Override
    public String toString() {
        String one = blockType == null ? base.name() : base.name() + "<" + blockType + ">";
        return cardinality == Cardinality.SINGLE ? one : cardinality.name() + "<" + one + ">";
    }

    /** What the database has to know: the form without the embedded type, which a rename may change. */
    public String storedForm() {
        return cardinality == Cardinality.SINGLE ? base.name() : cardinality.name() + "<" + base.name() + ">";
    }
}
