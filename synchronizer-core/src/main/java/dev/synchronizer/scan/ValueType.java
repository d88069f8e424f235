package dev.synchronizer.scan;

import dev.synchronizer.model.PropertyType;
import java.util.List;

/** The data type that follows from a Java type, and the values that an enum allows. */
record ValueType(PropertyType type, List<String> allowedValues) {
    ValueType withCardinality(PropertyType.Cardinality cardinality) {
        return new ValueType(type.withCardinality(cardinality), allowedValues);
    }
}
