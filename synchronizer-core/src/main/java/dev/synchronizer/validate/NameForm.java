package dev.synchronizer.validate;

import dev.synchronizer.model.ColumnText;
import dev.synchronizer.model.PropertyModel;
import dev.synchronizer.model.TypeModel;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** B4: the names of types and properties, present and former, are short ASCII identifiers; none is reserved. */
final class NameForm implements Rule {
    private static final int MAX_LENGTH = ColumnText.MAX_NAME;
    private static final Pattern FORM = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    @Override
    public Stream<Problem> violations(ModelIndex model) {
        return Stream.concat(
                model.types().stream().map(DeclaredType::type).flatMap(NameForm::ofType),
                model.properties().stream().flatMap(NameForm::ofProperty));
    }

    static boolean isValid(String name) {
        return name.length() <= MAX_LENGTH && FORM.matcher(name).matches();
    }

    private static Stream<Problem> ofType(TypeModel type) {
        return violations("type", type.className(), type.name(), type.formerNames());
    }

    private static Stream<Problem> ofProperty(PropertyModel property) {
        return violations("property", ModelIndex.place(property), property.name(), property.formerNames());
    }

    private static Stream<Problem> violations(String what, String subject, String name, List<String> formerNames) {
        Stream<String> present = Stream.of(name).filter(n -> !isValid(n)).map(n -> reason("name", n));
        Stream<String> former = formerNames.stream().filter(n -> !isValid(n)).map(n -> reason("former name", n));
        return Stream.concat(present, former)
                .map(reason -> Problem.of(ProblemCode.INVALID_NAME, subject, "the " + what + "'s " + reason));
    }

    private static String reason(String what, String name) {
        String text = what + " " + Wording.quote(name);
        if (name.isEmpty()) {
            return what + " is empty";
        }
        return FORM.matcher(name).matches()
                ? text + " has " + name.length() + " characters, and " + MAX_LENGTH + " at most are allowed"
                : text + " does not consist of ASCII letters, digits and underscores, beginning with no digit";
    }
}
