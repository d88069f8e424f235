package dev.synchronizer.validate;

import dev.synchronizer.annotation.DataType;
import dev.synchronizer.model.PropertyModel;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.validate.Limit.Side;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/** B7: some number lies within the range, some text within the lengths, some count of items within the counts. */
final class ContradictoryLimits implements PropertyRule {
    private static final Set<SettingKey> LIMITS =
            Collections.unmodifiableSet(EnumSet.range(SettingKey.MIN_LENGTH, SettingKey.FRACTION_DIGITS));

    @Override
    public Stream<Problem> violations(PropertyModel property) {
        if (LIMITS.stream().noneMatch(property.settings()::says)) {
            return Stream.empty();
        }
        return Stream.of(
                        contradiction(Limit.ofNumber(property), fractionDigits(property), "value"),
                        contradiction(Limit.ofLength(property), OptionalInt.of(0), "text"),
                        contradiction(
                                Limit.ofItems(property),
                                OptionalInt.of(0),
                                property.type().toString()))
                .flatMap(Optional::stream)
                .map(message -> Problem.of(ProblemCode.CONTRADICTORY_CONSTRAINTS, ModelIndex.place(property), message));
    }

    private static OptionalInt fractionDigits(PropertyModel property) {
        if (property.type().base() == DataType.INTEGER || property.type().base() == DataType.LONG) {
            return OptionalInt.of(0);
        }
        return property.settings()
                .number(SettingKey.FRACTION_DIGITS)
                .filter(digits -> digits.abs().compareTo(BigDecimal.valueOf(Limit.MAX_DIGITS)) <= 0)
                .map(digits -> OptionalInt.of(digits.intValue()))
                .orElse(OptionalInt.empty());
    }

    private static Optional<String> contradiction(List<Limit> limits, OptionalInt fractionDigits, String what) {
        Optional<Limit> lower = tightest(limits, Side.LOWER, fractionDigits);
        Optional<Limit> upper = tightest(limits, Side.UPPER, fractionDigits);
        if (lower.isEmpty() || upper.isEmpty()) {
            return Optional.empty();
        }
        int order = lower.get().value().compareTo(upper.get().value());
        boolean open = lower.get().exclusive() || upper.get().exclusive();
        return order > 0 || order == 0 && open
                ? Optional.of("no %s satisfies both %s and %s"
                        .formatted(what, lower.get().name(), upper.get().name()))
                : Optional.empty();
    }

    private static Optional<Limit> tightest(List<Limit> limits, Side side, OptionalInt fractionDigits) {
        Comparator<Limit> byValue = Comparator.comparing(Limit::value);
        return limits.stream()
                .filter(limit -> limit.side() == side)
                .map(limit -> fractionDigits.isPresent() ? onGrid(limit, fractionDigits.getAsInt()) : limit)
                .max((side == Side.LOWER ? byValue : byValue.reversed()).thenComparing(Limit::exclusive));
    }

    /** The limit as an inclusive one, where only numbers with so many fraction digits count. */
    private static Limit onGrid(Limit limit, int fractionDigits) {
        boolean lower = limit.side() == Side.LOWER;
        BigDecimal end = limit.value().setScale(fractionDigits, lower ? RoundingMode.CEILING : RoundingMode.FLOOR);
        if (limit.exclusive() && end.compareTo(limit.value()) == 0) {
            end = lower ? end.add(end.ulp()) : end.subtract(end.ulp());
        }
        return new Limit(limit.name(), end, limit.side(), false);
    }
}
