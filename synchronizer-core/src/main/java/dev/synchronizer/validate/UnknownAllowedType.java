package dev.synchronizer.validate;

import dev.synchronizer.model.PropertyModel;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.Settings;
import dev.synchronizer.model.TypeModel;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import java.util.stream.Stream;

/**
 * B6: allowed types are content types.
 *
 * <p>A scan names content types by their names and other classes by their class names. A name that no scanned type has
 * may still be one that is only on the class path; so only what cannot be the name of a type is refused.
 */
final class UnknownAllowedType implements Rule {
    @Override
    public Stream<Problem> violations(ModelIndex model) {
        return Stream.concat(
                model.types().stream().map(DeclaredType::type).flatMap(type -> ofType(type, model)),
                model.properties().stream().flatMap(property -> ofProperty(property, model)));
    }

    private static Stream<Problem> ofType(TypeModel type, ModelIndex model) {
        return Stream.of(SettingKey.ALLOWED_PARENTS, SettingKey.ALLOWED_CHILDREN)
                .flatMap(key -> violations(type.className(), type.settings(), key, model));
    }

    private static Stream<Problem> ofProperty(PropertyModel property, ModelIndex model) {
        return violations(ModelIndex.place(property), property.settings(), SettingKey.ALLOWED_TYPES, model);
    }

    private static Stream<Problem> violations(String subject, Settings settings, SettingKey key, ModelIndex model) {
        return settings.texts(key).stream()
                .filter(name -> !NameForm.isValid(name) && !model.typesByName().containsKey(name))
                .map(name -> Problem.of(
                        ProblemCode.UNKNOWN_ALLOWED_TYPE,
                        subject,
                        key.label() + " names " + name + ", which is no content type"));
    }
}
