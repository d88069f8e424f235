package dev.synchronizer.staging.directory;

import dev.synchronizer.staging.Answer;
import dev.synchronizer.staging.Answer.Outcome;
import dev.synchronizer.task.Clash;
import dev.synchronizer.task.SubjectState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a directory answers. */
final class Answers {
    private Answers() {}

    static Answer of(Outcome outcome, String... messages) {
        return new Answer(outcome, List.of(messages), List.of(), List.of(), null);
    }

    static Answer blocked(String missing, String message) {
        return new Answer(Outcome.BLOCKED, List.of(message), List.of(missing), List.of(), null);
    }

    static Answer conflict(List<Clash> clashes, @Nullable SubjectState current, String message) {
        return new Answer(Outcome.CONFLICT, List.of(message), List.of(), clashes, current);
    }
}
