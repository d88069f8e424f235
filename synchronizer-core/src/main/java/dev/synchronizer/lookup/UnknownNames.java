package dev.synchronizer.lookup;

import dev.synchronizer.diff.Likeness;
import dev.synchronizer.model.Address;
import dev.synchronizer.model.ColumnText;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.StoredProperty;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/** What to say of a name under which nothing is stored, with the names that may be meant. */
public final class UnknownNames {
    private static final int NEAREST = 3;

    private UnknownNames() {}

    /** Says that nothing is stored under the name of a type. */
    public static Problem type(String name, Collection<StoredType> types) {
        if (types.isEmpty()) {
            // A wrong database is likelier than a wrong name.
            return Problem.of(ProblemCode.NO_STORE, "database", "no type at all is stored in it");
        }
        return typeAmong(name, types.stream().map(StoredType::name).toList());
    }

    /** Says that nothing is stored under the name of a type, where others are. */
    public static Problem typeAmong(String name, Collection<String> names) {
        return notStored(name, "no type " + ColumnText.quoted(name) + " is stored", write(nearest(name, names)));
    }

    static Problem property(Address address, StoredType type) {
        String name = String.valueOf(address.property());
        List<String> names =
                type.properties().stream().map(StoredProperty::name).toList();
        List<String> near = Likeness.nearest(name, names, NEAREST).stream()
                .map(property -> Address.ofProperty(type.name(), property).toString())
                .toList();
        String setting = nearest(name, labels(key -> key.isOverridable() && key.appliesTo(SettingKey.Scope.TYPE)));
        String fix = near.isEmpty() && !setting.isEmpty()
                ? setting + " is a setting of the type itself"
                : write(String.join(" or ", near));
        return notStored(
                address.toString(), "the type " + type.name() + " has no property " + ColumnText.quoted(name), fix);
    }

    private static String write(String nearest) {
        return nearest.isEmpty() ? "" : "write " + nearest;
    }

    private static Problem notStored(String subject, String message, String fix) {
        return new Problem(
                ProblemCode.NOT_STORED, subject, message, fix.isEmpty() ? ProblemCode.NOT_STORED.fix() : fix);
    }

    /**
     * Says that there is no such setting, or not there.
     *
     * @param wanted the names among which the one that is meant may be
     * @param otherwise what to do where none of them is near
     */
    public static Problem setting(Address address, Collection<String> wanted, String otherwise) {
        String label = String.valueOf(address.setting());
        String message = SettingKey.byLabel(label) == null
                ? "there is no setting " + ColumnText.quoted(label)
                : label + " is no setting of " + (address.property() == null ? "types" : "properties");
        String near = nearest(label, wanted);
        return new Problem(
                ProblemCode.UNKNOWN_SETTING, address.toString(), message, near.isEmpty() ? otherwise : write(near));
    }

    /** The names of some settings, in their order. */
    public static List<String> labels(Predicate<SettingKey> wanted) {
        return Arrays.stream(SettingKey.values())
                .filter(wanted)
                .map(SettingKey::label)
                .toList();
    }

    /** Such as {@code teaser or teasers}; the name alone where it is one of them, and empty where nothing is near. */
    public static String nearest(String name, Collection<String> names) {
        return names.contains(name) ? name : String.join(" or ", Likeness.nearest(name, names, NEAREST));
    }
}
