package dev.synchronizer.staging;

import dev.synchronizer.task.Clash;
import dev.synchronizer.task.SubjectState;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a server has made of what another one sent.
 *
 * @param outcome what became of it
 * @param messages what is wrong, in sentences
 * @param missing the keys of what has to be there before
 * @param clashes where both servers have changed the same
 * @param current what the server holds, where it is otherwise; null where it holds no such thing
 */
public record Answer(
        Outcome outcome,
        List<String> messages,
        List<String> missing,
        List<Clash> clashes,
        @Nullable SubjectState current) {
    public Answer {
        messages = List.copyOf(messages);
        missing = List.copyOf(missing);
        clashes = List.copyOf(clashes);
    }

    /** What became of it. */
    public enum Outcome {
        /** It is saved. */
        APPLIED,
        /** It is saved, along with what the server itself had changed. */
        MERGED,
        /** It was so already, or stays as it is. */
        UNCHANGED,
        /** It has come before. */
        REPEATED,
        /** The server has changed the same, and somebody has to decide. */
        CONFLICT,
        /** Something is missing. */
        BLOCKED,
        /** The server does not save it. */
        REFUSED,
        /** The server could not, for now. */
        FAILED;

        /** Whether it need not be sent again. */
        public boolean isDone() {
            return this == APPLIED || this == MERGED || this == UNCHANGED || this == REPEATED;
        }
    }

    static Answer of(Outcome outcome) {
        return new Answer(outcome, List.of(), List.of(), List.of(), null);
    }

    static Answer of(Outcome outcome, List<String> messages) {
        return new Answer(outcome, messages, List.of(), List.of(), null);
    }

    static Answer blocked(List<String> missing, String message) {
        return new Answer(Outcome.BLOCKED, List.of(message), missing, List.of(), null);
    }

    static Answer conflict(List<Clash> clashes, @Nullable SubjectState current, List<String> messages) {
        return new Answer(Outcome.CONFLICT, messages, List.of(), clashes, current);
    }

    /** The same with one message more. */
    Answer and(String message) {
        List<String> all = Stream.concat(messages.stream(), Stream.of(message)).toList();
        return new Answer(outcome, all, missing, clashes, current);
    }

    /** What tells the state apart that it shows; null where it does not show all of it. */
    @Nullable
    String shown() {
        boolean nothingThere = clashes.stream().allMatch(clash -> clash.there().isEmpty());
        return clashes.isEmpty() || current == null && !nothingThere ? null : Shipment.digest(current);
    }

    /** The first message. */
    public Optional<String> message() {
        return messages.stream().findFirst();
    }
}
