package dev.synchronizer.diff;

import static dev.synchronizer.annotation.DataType.BLOCK;
import static dev.synchronizer.annotation.DataType.DATE;
import static dev.synchronizer.annotation.DataType.DATE_TIME;
import static dev.synchronizer.annotation.DataType.DECIMAL;
import static dev.synchronizer.annotation.DataType.DOUBLE;
import static dev.synchronizer.annotation.DataType.ENUM;
import static dev.synchronizer.annotation.DataType.INTEGER;
import static dev.synchronizer.annotation.DataType.LONG;
import static dev.synchronizer.annotation.DataType.REFERENCE;
import static dev.synchronizer.annotation.DataType.RICH_TEXT;
import static dev.synchronizer.annotation.DataType.STRING;
import static dev.synchronizer.annotation.DataType.TEXT;
import static dev.synchronizer.annotation.DataType.URI;

import dev.synchronizer.annotation.DataType;
import dev.synchronizer.model.PropertyType;
import dev.synchronizer.model.PropertyType.Cardinality;
import java.util.EnumSet;
import java.util.Set;

/** Which data types hold every value of another one (D6). */
final class Conversions {
    private static final Set<DataType> LONGER_THAN_A_STRING = EnumSet.of(TEXT, RICH_TEXT, URI);

    private Conversions() {}

    /** {@code COMPATIBLE} where every value converts without loss, otherwise {@code LOSSY}. */
    static Grade grade(PropertyType from, PropertyType to) {
        boolean holds = holdsCardinality(from.cardinality(), to.cardinality()) && holdsBase(from, to);
        return holds ? Grade.COMPATIBLE : Grade.LOSSY;
    }

    private static boolean holdsCardinality(Cardinality from, Cardinality to) {
        return from == to || from == Cardinality.SINGLE || from == Cardinality.SET && to == Cardinality.LIST;
    }

    private static boolean holdsBase(PropertyType from, PropertyType to) {
        DataType base = from.base();
        if (base == BLOCK || to.base() == BLOCK) {
            return base == to.base() && String.valueOf(from.blockType()).equals(to.blockType());
        }
        if (base == to.base()) {
            return true;
        }
        return switch (to.base()) {
            case LONG -> base == INTEGER;
            case DOUBLE -> base == INTEGER;
            case DECIMAL -> base == INTEGER || base == LONG || base == DOUBLE;
            case DATE_TIME -> base == DATE;
            case TEXT -> base != REFERENCE;
            case RICH_TEXT -> base == STRING || base == TEXT || base == ENUM;
            case STRING -> base != REFERENCE && base != DECIMAL && !LONGER_THAN_A_STRING.contains(base);
            default -> false;
        };
    }
}
