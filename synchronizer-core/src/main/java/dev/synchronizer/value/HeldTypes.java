package dev.synchronizer.value;

import static dev.synchronizer.annotation.DataType.BLOCK;
import static dev.synchronizer.annotation.DataType.BOOLEAN;
import static dev.synchronizer.annotation.DataType.DATE;
import static dev.synchronizer.annotation.DataType.DATE_TIME;
import static dev.synchronizer.annotation.DataType.DECIMAL;
import static dev.synchronizer.annotation.DataType.DOUBLE;
import static dev.synchronizer.annotation.DataType.INTEGER;
import static dev.synchronizer.annotation.DataType.LONG;
import static dev.synchronizer.annotation.DataType.REFERENCE;
import static dev.synchronizer.annotation.DataType.RICH_TEXT;
import static dev.synchronizer.annotation.DataType.TEXT;
import static dev.synchronizer.annotation.DataType.URI;
import static dev.synchronizer.annotation.DataType.UUID;

import dev.synchronizer.annotation.DataType;
import dev.synchronizer.model.PropertyType;
import dev.synchronizer.model.PropertyType.Cardinality;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/** Which data types hold every value of another one (D6), and which do so in the very same form. */
final class HeldTypes {
    private static final Set<DataType> LONGER_THAN_A_STRING = EnumSet.of(TEXT, RICH_TEXT, URI, BLOCK);
    private static final Set<DataType> NOT_TEXT_IN_JSON = EnumSet.of(BOOLEAN, INTEGER, LONG, DOUBLE, DECIMAL, BLOCK);

    private HeldTypes() {}

    static boolean holdsEvery(PropertyType from, PropertyType to) {
        return holdsCardinality(from.cardinality(), to.cardinality()) && holdsBase(from, to);
    }

    private static boolean holdsCardinality(Cardinality from, Cardinality to) {
        return from == to || from == Cardinality.SINGLE || from == Cardinality.SET && to == Cardinality.LIST;
    }

    private static boolean holdsBase(PropertyType from, PropertyType to) {
        DataType base = from.base();
        if (base == to.base()) {
            return Objects.equals(from.blockType(), to.blockType());
        }
        return switch (to.base()) {
            case LONG, DOUBLE -> base == INTEGER;
            case DECIMAL -> base == INTEGER || base == LONG;
            case DATE_TIME -> base == DATE;
            case TEXT, RICH_TEXT -> true;
            case STRING -> !LONGER_THAN_A_STRING.contains(base);
            case UUID -> base == REFERENCE;
            case REFERENCE -> base == UUID;
            default -> false;
        };
    }

    /** Whether every value stands in its column as it did before. */
    static boolean keepsColumn(PropertyType from, PropertyType to) {
        if (ValueColumn.of(from) == ValueColumn.DOCUMENT) {
            return keepsJson(from, to);
        }
        return holdsEvery(from, to) && ValueColumn.of(from) == ValueColumn.of(to);
    }

    /** Whether the JSON of every value stays as it was. */
    static boolean keepsJson(PropertyType from, PropertyType to) {
        return holdsEvery(from, to)
                && from.isMany() == to.isMany()
                && hasSameJson(from.base(), to.base())
                && !putsInOrder(from, to);
    }

    /** A list of blocks has the order in which their set was shown, which is by names; in its document it was by ids. */
    private static boolean putsInOrder(PropertyType from, PropertyType to) {
        return from.base() == BLOCK && from.cardinality() == Cardinality.SET && to.cardinality() == Cardinality.LIST;
    }

    /** A text that holds another one says it in the same words, and so does a number. */
    private static boolean hasSameJson(DataType from, DataType to) {
        boolean midnight = from == DATE && to == DATE_TIME;
        return from == to || isTextInJson(from) == isTextInJson(to) && !midnight;
    }

    private static boolean isTextInJson(DataType type) {
        return !NOT_TEXT_IN_JSON.contains(type);
    }
}
