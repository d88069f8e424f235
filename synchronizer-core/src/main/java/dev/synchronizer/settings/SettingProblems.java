package dev.synchronizer.settings;

import dev.synchronizer.diff.Likeness;
import dev.synchronizer.model.Address;
import dev.synchronizer.model.ColumnText;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.StoredProperty;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What can be wrong with something that an administrator wants to save, in words. */
final class SettingProblems {
    private static final int NEAREST = 3;

    private SettingProblems() {}

    static Problem unknownType(String name, Collection<StoredType> types) {
        List<String> names = types.stream().map(StoredType::name).toList();
        return notStored(name, "no type " + ColumnText.quoted(name) + " is stored", nearest(name, names));
    }

    static Problem unknownProperty(Address address, StoredType type) {
        String name = String.valueOf(address.property());
        List<String> names =
                type.properties().stream().map(StoredProperty::name).toList();
        String found = nearest(name, names);
        String setting = nearest(name, labels(SettingKey.Scope.TYPE));
        String fix = found.isEmpty() && !setting.isEmpty() ? setting + " is a setting of the type itself" : found;
        return notStored(
                address.toString(), "the type " + type.name() + " has no property " + ColumnText.quoted(name), fix);
    }

    private static Problem notStored(String subject, String message, String nearest) {
        String fix = nearest.isEmpty()
                ? ProblemCode.NOT_STORED.fix()
                : nearest.contains(" is a ") ? nearest : "write " + nearest;
        return new Problem(ProblemCode.NOT_STORED, subject, message, fix);
    }

    /** Such as {@code teaser or teasers}; empty where nothing is near. */
    static String nearest(String name, Collection<String> names) {
        return String.join(" or ", Likeness.nearest(name, names, NEAREST));
    }

    static Problem unknownSetting(Address address, SettingKey.Scope scope) {
        return unknownSetting(address, scope, labels(scope));
    }

    /**
     * Says that there is no such setting, or not there.
     *
     * @param wanted the names among which the one that is meant may be
     */
    static Problem unknownSetting(Address address, SettingKey.Scope scope, Collection<String> wanted) {
        String label = String.valueOf(address.setting());
        SettingKey known = SettingKey.byLabel(label);
        String where = scope == SettingKey.Scope.TYPE ? "types" : "properties";
        String message = known == null
                ? "there is no setting " + ColumnText.quoted(label)
                : label + " is no setting of " + where;
        String near = nearest(label, wanted);
        return new Problem(
                ProblemCode.UNKNOWN_SETTING,
                address.toString(),
                message,
                near.isEmpty() ? otherwise(label, scope) : "write " + near);
    }

    private static String otherwise(String label, SettingKey.Scope scope) {
        boolean ofType = scope == SettingKey.Scope.TYPE;
        String elsewhere = nearest(label, labels(ofType ? SettingKey.Scope.PROPERTY : SettingKey.Scope.TYPE));
        String hint = elsewhere.isEmpty() ? "" : ", and " + elsewhere + " on " + (ofType ? "properties" : "types");
        return "administrators can override " + overridable(scope) + hint;
    }

    private static List<String> labels(SettingKey.Scope scope) {
        return Arrays.stream(SettingKey.values())
                .filter(key -> key.isOverridable() && key.appliesTo(scope))
                .map(SettingKey::label)
                .toList();
    }

    static Problem structural(Address address, SettingOwner owner) {
        String fix = owner.isDeclared()
                ? "change it in " + owner.maker()
                : "change it with define, if it is one that administrators define";
        return new Problem(
                ProblemCode.STRUCTURAL_SETTING,
                address.toString(),
                address.setting() + " is structural; administrators can override " + overridable(owner.scope()),
                fix);
    }

    /** The settings that can be overridden, each with its kind: {@code displayName (text), order (number), …}. */
    static String overridable(SettingKey.Scope scope) {
        return Arrays.stream(SettingKey.values())
                .filter(key -> key.isOverridable() && key.appliesTo(scope))
                .map(key -> key.label() + " (" + kind(key) + ")")
                .collect(Collectors.joining(", "));
    }

    static String kind(SettingKey key) {
        return key.kind().name().toLowerCase(Locale.ROOT);
    }

    static Problem locked(Address address, SettingOwner owner) {
        String locked = String.join(
                ", ",
                owner.code().texts(SettingKey.LOCKED).stream()
                        .map(label -> '"' + label + '"')
                        .toList());
        String className = String.valueOf(owner.type().className());
        return Problem.of(
                ProblemCode.SETTING_LOCKED,
                address.toString(),
                "class " + className + " locks " + address.setting() + ": locked = {" + locked + "}");
    }

    static Problem outOfUse(Address address, Instant since) {
        return Problem.of(
                ProblemCode.OUT_OF_USE,
                address.toString(),
                address + " is out of use since " + since + ", when code ceased to declare it");
    }
}
