package dev.synchronizer.settings;

import dev.synchronizer.lookup.SettingOwner;
import dev.synchronizer.lookup.UnknownNames;
import dev.synchronizer.model.Address;
import dev.synchronizer.model.SettingKey;
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
    private SettingProblems() {}

    static Problem unknownSetting(Address address, SettingKey.Scope scope) {
        return unknownSetting(address, scope, labels(scope));
    }

    /**
     * Says that there is no such setting, or not there.
     *
     * @param wanted the names among which the one that is meant may be
     */
    static Problem unknownSetting(Address address, SettingKey.Scope scope, Collection<String> wanted) {
        return UnknownNames.setting(address, wanted, otherwise(String.valueOf(address.setting()), scope));
    }

    private static String otherwise(String label, SettingKey.Scope scope) {
        boolean ofType = scope == SettingKey.Scope.TYPE;
        String elsewhere =
                UnknownNames.nearest(label, labels(ofType ? SettingKey.Scope.PROPERTY : SettingKey.Scope.TYPE));
        String hint = elsewhere.isEmpty() ? "" : ", and " + elsewhere + " on " + (ofType ? "properties" : "types");
        return "administrators can override " + overridable(scope) + hint;
    }

    private static List<String> labels(SettingKey.Scope scope) {
        return UnknownNames.labels(key -> key.isOverridable() && key.appliesTo(scope));
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
                owner.said().texts(SettingKey.LOCKED).stream()
                        .map(label -> '"' + label + '"')
                        .toList());
        return Problem.of(
                ProblemCode.SETTING_LOCKED,
                address.toString(),
                owner.maker() + " locks " + address.setting() + ": locked = {" + locked + "}");
    }

    static Problem outOfUse(Address address, Instant since) {
        return outOfUse(address, since, ProblemCode.OUT_OF_USE.fix());
    }

    static Problem outOfUse(Address address, Instant since, String fix) {
        return new Problem(
                ProblemCode.OUT_OF_USE,
                address.toString(),
                address + " is out of use since " + since + ", when code ceased to declare it",
                fix);
    }
}
