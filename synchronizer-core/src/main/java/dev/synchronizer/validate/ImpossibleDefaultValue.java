package dev.synchronizer.validate;

import dev.synchronizer.annotation.DataType;
import dev.synchronizer.model.PropertyModel;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.ValueText;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** B7: a default value is a value of its data type, and satisfies the property's own constraints. */
final class ImpossibleDefaultValue implements PropertyRule {
    @Override
    public Stream<Problem> violations(PropertyModel property) {
        return property.settings().text(SettingKey.DEFAULT_VALUE).stream()
                .filter(value -> SettingApplicability.applies(SettingKey.DEFAULT_VALUE, property.type()))
                .flatMap(value -> flaws(value, property)
                        .map(flaw -> new Problem(
                                ProblemCode.CONTRADICTORY_CONSTRAINTS,
                                ModelIndex.place(property),
                                "the default value " + Wording.quote(value) + " " + flaw,
                                "change the default value, or what it has to satisfy")));
    }

    private static Stream<String> flaws(String value, PropertyModel property) {
        DataType type = property.type().base();
        Optional<String> malformed = ValueText.problemOf(value, type);
        if (malformed.isPresent()) {
            return malformed.stream();
        }
        return switch (type) {
            case INTEGER, LONG, DECIMAL, DOUBLE -> ofNumber(number(value, type), property);
            case STRING, TEXT, RICH_TEXT, URI -> ofText(value, property);
            case ENUM -> ofConstant(value, property.settings().texts(SettingKey.ALLOWED_VALUES));
            default -> Stream.empty();
        };
    }

    private static BigDecimal number(String value, DataType type) {
        return type == DataType.DOUBLE ? BigDecimal.valueOf(Double.parseDouble(value)) : new BigDecimal(value);
    }

    private static Stream<String> ofNumber(BigDecimal value, PropertyModel property) {
        Stream<String> range = beyond(Limit.ofNumber(property), value);
        int fraction = value.signum() == 0 ? 0 : value.stripTrailingZeros().scale();
        Stream<String> digits = property.settings().number(SettingKey.FRACTION_DIGITS).stream()
                .filter(most -> most.compareTo(BigDecimal.valueOf(fraction)) < 0 && fraction > 0)
                .map(most -> "does not satisfy fractionDigits " + most.toPlainString());
        return Stream.concat(range, digits);
    }

    private static Stream<String> ofText(String value, PropertyModel property) {
        Stream<String> length = beyond(Limit.ofLength(property), BigDecimal.valueOf(value.length()));
        Stream<String> pattern = property.settings().text(SettingKey.PATTERN).stream()
                .filter(regex -> BrokenPattern.flaw(regex).isEmpty())
                .flatMap(regex -> PatternMatch.flaw(value, regex).stream());
        return Stream.concat(length, pattern);
    }

    private static Stream<String> ofConstant(String value, List<String> allowed) {
        return allowed.isEmpty() || allowed.contains(value)
                ? Stream.empty()
                : Stream.of("is none of " + Wording.all(allowed));
    }

    private static Stream<String> beyond(List<Limit> limits, BigDecimal value) {
        return limits.stream().filter(limit -> !limit.admits(value)).map(limit -> "does not satisfy " + limit.name());
    }
}
