package dev.synchronizer.scan;

import dev.synchronizer.model.SettingKey;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads the constraints of Jakarta (or Java EE) Bean Validation and of Hibernate Validator by their names. Those that belong to groups other than
 * the default one are left out, and so are those that say nothing of single values.
 */
final class ConstraintReader {
    private static final String SEVERAL = "$List";
    private static final String DEFAULT_GROUP = ".validation.groups.Default";

    private final boolean many;
    private final Consumer<String> mistakes;
    private final Constraints constraints = new Constraints();

    /**
     * @param many whether the property holds a list or set
     * @param mistakes takes what is wrong with a constraint itself
     */
    ConstraintReader(boolean many, Consumer<String> mistakes) {
        this.many = many;
        this.mistakes = mistakes;
    }

    void read(List<Annotation> annotations) {
        for (Annotation annotation : annotations) {
            if (annotation.name().endsWith(SEVERAL)) {
                annotation.annotations("value").forEach(this::read);
            } else {
                read(annotation);
            }
        }
    }

    /** What all that were read ask for. */
    Constraints constraints() {
        return constraints;
    }

    private void read(Annotation constraint) {
        if (constraint.ours() || !inDefaultGroup(constraint)) {
            return;
        }
        switch (constraint.name()) {
            case "NotNull" -> constraints.require();
            case "NotBlank", "NotEmpty" -> constraints.requireContent();
            case "Size" -> {
                number(constraint, "min", many ? SettingKey.MIN_ITEMS : SettingKey.MIN_LENGTH);
                number(constraint, "max", many ? SettingKey.MAX_ITEMS : SettingKey.MAX_LENGTH);
            }
            case "Length" -> {
                number(constraint, "min", SettingKey.MIN_LENGTH);
                number(constraint, "max", SettingKey.MAX_LENGTH);
            }
            case "Range" -> {
                if (constraint.says("min")) {
                    number(constraint, "min", SettingKey.MIN);
                } else {
                    // Here, what is left out means that nothing is below zero.
                    constraints.bound(SettingKey.MIN, BigDecimal.ZERO);
                }
                number(constraint, "max", SettingKey.MAX);
            }
            case "Min" -> number(constraint, "value", SettingKey.MIN);
            case "Max" -> number(constraint, "value", SettingKey.MAX);
            case "DecimalMin" -> decimal(constraint, SettingKey.MIN, SettingKey.EXCLUSIVE_MIN);
            case "DecimalMax" -> decimal(constraint, SettingKey.MAX, SettingKey.EXCLUSIVE_MAX);
            case "Positive" -> constraints.bound(SettingKey.EXCLUSIVE_MIN, BigDecimal.ZERO);
            case "PositiveOrZero" -> constraints.bound(SettingKey.MIN, BigDecimal.ZERO);
            case "Negative" -> constraints.bound(SettingKey.EXCLUSIVE_MAX, BigDecimal.ZERO);
            case "NegativeOrZero" -> constraints.bound(SettingKey.MAX, BigDecimal.ZERO);
            case "Digits" -> {
                number(constraint, "integer", SettingKey.INTEGER_DIGITS);
                number(constraint, "fraction", SettingKey.FRACTION_DIGITS);
            }
            case "Pattern", "Email" -> pattern(constraint);
            default -> {
                // the others, such as Past, are no settings
            }
        }
    }

    private static boolean inDefaultGroup(Annotation constraint) {
        List<JavaType> groups = constraint.classes("groups");
        return groups.isEmpty()
                || groups.stream().anyMatch(group -> group.erasure().endsWith(DEFAULT_GROUP));
    }

    private void number(Annotation constraint, String element, SettingKey key) {
        Number number = constraint.number(element);
        if (number != null) {
            constraints.bound(key, BigDecimal.valueOf(number.longValue()));
        }
    }

    private void decimal(Annotation constraint, SettingKey inclusive, SettingKey exclusive) {
        String value = constraint.text("value");
        try {
            boolean excluded = Boolean.FALSE.equals(constraint.flag("inclusive"));
            constraints.bound(excluded ? exclusive : inclusive, new BigDecimal(value));
        } catch (NumberFormatException e) {
            mistakes.accept("@" + constraint.name() + "(\"" + value + "\") is not a number");
        }
    }

    private void pattern(Annotation constraint) {
        boolean email = constraint.name().equals("Email");
        if (email) {
            constraints.pattern(PatternText.EMAIL);
        }
        if (!email || constraint.says("regexp")) {
            constraints.pattern(PatternText.withFlags(constraint.text("regexp"), constraint.texts("flags")));
        }
    }
}
