package dev.synchronizer.validate;

import dev.synchronizer.problem.Problem;
import java.util.stream.Stream;

/** One rule of a valid model. */
interface Rule {
    /** Every violation in the model, in any order. */
    Stream<Problem> violations(ModelIndex model);
}
