package dev.synchronizer.validate;

import dev.synchronizer.model.PropertyModel;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.SettingKey.Scope;
import dev.synchronizer.model.Settings;
import dev.synchronizer.model.TypeModel;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import java.util.stream.Stream;

/** E4 as a rule: what is locked is a setting that administrators could override otherwise. */
final class UnknownLockedSetting implements Rule {
    private static final String ALL = "*";

    @Override
    public Stream<Problem> violations(ModelIndex model) {
        return Stream.concat(
                model.types().stream().map(DeclaredType::type).flatMap(UnknownLockedSetting::ofType),
                model.properties().stream().flatMap(UnknownLockedSetting::ofProperty));
    }

    private static Stream<Problem> ofType(TypeModel type) {
        return violations(type.className(), type.settings(), Scope.TYPE);
    }

    private static Stream<Problem> ofProperty(PropertyModel property) {
        return violations(ModelIndex.place(property), property.settings(), Scope.PROPERTY);
    }

    private static Stream<Problem> violations(String subject, Settings settings, Scope scope) {
        return settings.texts(SettingKey.LOCKED).stream()
                .filter(label -> !isLockable(label, scope))
                .map(label -> Problem.of(
                        ProblemCode.UNKNOWN_LOCKED_SETTING,
                        subject,
                        "locked names " + Wording.quote(label) + ", which is " + reason(label, scope)));
    }

    private static boolean isLockable(String label, Scope scope) {
        SettingKey key = SettingKey.byLabel(label);
        return label.equals(ALL) || key != null && key.isOverridable() && key.appliesTo(scope);
    }

    private static String reason(String label, Scope scope) {
        SettingKey key = SettingKey.byLabel(label);
        if (key == null) {
            return "no setting";
        }
        return key.appliesTo(scope)
                ? "a setting that can never be overridden"
                : "no setting of " + (scope == Scope.TYPE ? "types" : "properties");
    }
}
