package dev.synchronizer.cli;

import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.saving.SaveOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Asks whoever sits at the terminal; a question that comes again, as a save begins again, has its answer. */
final class Questions implements SaveOptions.Asking {
    private static final Set<String> YES = Set.of("y", "yes");

    private final Surroundings surroundings;
    private final Map<String, Boolean> answers = new HashMap<>();

    private Questions(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** @throws ProblemsException if nobody sits there */
    static Questions at(Surroundings surroundings) {
        if (!surroundings.terminal().asks()) {
            throw new ProblemsException(
                    new Problem(
                            ProblemCode.WRONG_USAGE,
                            "--interactive",
                            "there is no terminal at which anybody could be asked",
                            "answer all questions by yes with --force, or run it at a terminal"),
                    null);
        }
        return new Questions(surroundings);
    }

    @Override
    public boolean confirms(String question) {
        return answers.computeIfAbsent(question, this::ask);
    }

    private boolean ask(String question) {
        new ErrorOutput(surroundings).question(question + "? [y/N] ");
        return YES.contains(answer().strip().toLowerCase(Locale.ROOT));
    }

    /** A line and nothing behind it, which may be an answer to another question. */
    private String answer() {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        try {
            int next = surroundings.in().read();
            while (next >= 0 && next != '\n') {
                line.write(next);
                next = surroundings.in().read();
            }
        } catch (IOException e) {
            throw InputFile.unreadable("standard input", e);
        }
        return line.toString(Charset.defaultCharset());
    }
}
