package dev.synchronizer.validate;

import dev.synchronizer.model.PropertyModel;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/** B7: a pattern is a regular expression. */
final class BrokenPattern implements PropertyRule {
    @Override
    public Stream<Problem> violations(PropertyModel property) {
        return property.settings().text(SettingKey.PATTERN).flatMap(BrokenPattern::flaw).stream()
                .map(flaw -> new Problem(
                        ProblemCode.CONTRADICTORY_CONSTRAINTS,
                        ModelIndex.place(property),
                        flaw,
                        "correct the regular expression"));
    }

    static Optional<String> flaw(String pattern) {
        try {
            Pattern.compile(pattern);
            return Optional.empty();
        } catch (PatternSyntaxException e) {
            String position = e.getIndex() < 0 ? "" : " at position " + (e.getIndex() + 1);
            return Optional.of(
                    "the pattern " + Wording.quote(pattern) + " does not compile: " + e.getDescription() + position);
        }
    }
}
