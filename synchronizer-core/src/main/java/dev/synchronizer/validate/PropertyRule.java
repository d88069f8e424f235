package dev.synchronizer.validate;

import dev.synchronizer.model.PropertyModel;
import dev.synchronizer.problem.Problem;
import java.util.stream.Stream;

/** A rule that looks at one property at a time, and so once at what many types inherit. */
interface PropertyRule extends Rule {
    Stream<Problem> violations(PropertyModel property);

    @Override
    default Stream<Problem> violations(ModelIndex model) {
        return model.properties().stream().flatMap(this::violations);
    }
}
