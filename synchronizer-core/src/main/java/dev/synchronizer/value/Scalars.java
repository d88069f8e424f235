package dev.synchronizer.value;

import dev.synchronizer.annotation.DataType;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;

/** The values of each data type. */
final class Scalars {
    private static final Map<DataType, Scalar<?>> BY_TYPE = new EnumMap<>(DataType.class);

    static {
        Stream.of(
                        new FlagScalar(),
                        NumberScalar.ofIntegers(),
                        NumberScalar.ofLongs(),
                        NumberScalar.ofDoubles(),
                        NumberScalar.ofDecimals(),
                        new TextScalar(DataType.STRING),
                        new TextScalar(DataType.TEXT),
                        new TextScalar(DataType.RICH_TEXT),
                        new TextScalar(DataType.ENUM),
                        new DayScalar(),
                        new TimeScalar(),
                        new MomentScalar(),
                        new InstantScalar(),
                        new UuidScalar(),
                        new ReferenceScalar(),
                        new UriScalar(),
                        new LocaleScalar())
                .forEach(scalar -> BY_TYPE.put(scalar.type(), scalar));
    }

    private Scalars() {}

    static Scalar<?> of(DataType type) {
        Scalar<?> scalar = BY_TYPE.get(type);
        if (scalar == null) {
            throw new IllegalArgumentException(type + " has no single values");
        }
        return scalar;
    }

    static boolean isNumber(DataType type) {
        return BY_TYPE.get(type) instanceof NumberScalar;
    }
}
