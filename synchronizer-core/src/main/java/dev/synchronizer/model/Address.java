package dev.synchronizer.model;

import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.Problems;
import dev.synchronizer.problem.ProblemsException;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Names a type, a property, or a setting of either: {@code Article}, {@code Article.teaser},
 * {@code Article.teaser.required}, {@code Article..displayName}.
 *
 * <p>{@code Article.displayName} is read as a property until it is {@link #resolve resolved} against the type.
 *
 * @param type the name of the type
 * @param property the name of the property, or null where it is about the type itself
 * @param setting the name of the setting, or null where it is about no single one
 */
public record Address(
        String type, @Nullable String property, @Nullable String setting) implements Comparable<Address> {
    private static final int MOST_PARTS = 3;

    public static Address ofType(String type) {
        return new Address(type, null, null);
    }

    public static Address ofProperty(String type, String property) {
        return new Address(type, property, null);
    }

    /**
     * Reads the form {@code NAME[.property[.setting]]}, in which an empty property stands for the type itself.
     *
     * @throws ProblemsException if the text has another form
     */
    public static Address parse(String text) {
        List<String> parts = List.of(text.split("\\.", -1));
        boolean fine = parts.size() <= MOST_PARTS
                && !parts.get(0).isEmpty()
                && !parts.get(parts.size() - 1).isEmpty();
        if (!fine) {
            String message = ColumnText.quoted(text) + " names no type, property or setting";
            throw new ProblemsException(Problems.of(Problem.of(ProblemCode.MALFORMED_ADDRESS, "address", message)));
        }
        return new Address(parts.get(0), part(parts, 1), part(parts, 2));
    }

    private static @Nullable String part(List<String> parts, int position) {
        return position < parts.size() && !parts.get(position).isEmpty() ? parts.get(position) : null;
    }

    /** What it names in a type: {@code Article.displayName} is the type's own setting unless a property has that name. */
    public Address resolve(StoredType stored) {
        return resolve(name -> stored.property(name).isPresent());
    }

    /**
     * What it names in a type that has certain properties.
     *
     * @param isProperty whether the type has a property of a name
     */
    public Address resolve(Predicate<String> isProperty) {
        if (property == null || setting != null || isProperty.test(property)) {
            return this;
        }
        SettingKey key = SettingKey.byLabel(property);
        return key != null && key.appliesTo(SettingKey.Scope.TYPE) ? new Address(type, null, property) : this;
    }

    /** What the setting belongs to. */
    public SettingKey.Scope scope() {
        return property == null ? SettingKey.Scope.TYPE : SettingKey.Scope.PROPERTY;
    }

    /** The address of the type or property itself. */
    public Address owner() {
        return new Address(type, property, null);
    }

    public Address withSetting(String other) {
        return new Address(type, property, other);
    }

    @Override
    public int compareTo(Address other) {
        return toString().compareTo(other.toString());
    }

    /** The form that {@link #parse} reads, in which nothing depends on the type's properties. */
    @Override
    public String toString() {
        String owner = property == null ? type : type + "." + property;
        if (setting == null) {
            return owner;
        }
        return owner + (property == null ? ".." : ".") + setting;
    }
}
