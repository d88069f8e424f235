package dev.synchronizer.staging;

import dev.synchronizer.task.ConflictPolicy;
import org.jspecify.annotations.Nullable;

/**
 * What is done about a conflict.
 *
 * @param policy what
 * @param shown what tells the state apart that the other server held when somebody decided so; null where that is not known,
 *     or nobody has
 */
record Decision(ConflictPolicy policy, @Nullable String shown) {
    /** What goes for all tasks of a server. */
    static Decision always(ConflictPolicy policy) {
        return new Decision(policy, null);
    }

    /** One about a conflict: what is written over is what was shown, and nothing else. */
    static Decision about(Answer conflict, ConflictPolicy policy) {
        return new Decision(policy, policy == ConflictPolicy.OURS ? conflict.shown() : null);
    }
}
