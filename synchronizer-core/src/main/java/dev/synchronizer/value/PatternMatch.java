package dev.synchronizer.value;

import dev.synchronizer.model.ColumnText;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Compares texts with a pattern, and gives up where that takes more steps or stack than any form should. */
final class PatternMatch {
    private static final int MOST_STEPS = 20_000_000;

    private final Pattern pattern;

    private PatternMatch(Pattern pattern) {
        this.pattern = pattern;
    }

    /** Nothing where the pattern does not compile, which another rule reports. */
    static Optional<PatternMatch> of(String expression) {
        try {
            return Optional.of(new PatternMatch(Pattern.compile(expression)));
        } catch (PatternSyntaxException e) {
            return Optional.empty();
        }
    }

    /** Why the text does not match, as the rest of a sentence that begins with it; nothing if it does. */
    Optional<String> flaw(String text) {
        try {
            return pattern.matcher(new Counted(text)).matches()
                    ? Optional.empty()
                    : Optional.of("does not match the pattern " + ColumnText.quoted(pattern.pattern()));
        } catch (TooManySteps | StackOverflowError e) {
            return Optional.of("takes too long to compare with the pattern " + ColumnText.quoted(pattern.pattern()));
        }
    }

    /** A text that is read only so often: all that a pattern does costs it a look at some character. */
    private static final class Counted implements CharSequence {
        private final String text;
        private int steps;

        Counted(String text) {
            this.text = text;
        }

        @Override
        public char charAt(int index) {
            steps++;
            if (steps > MOST_STEPS) {
                throw new TooManySteps();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /** Ends a comparison from within the text. */
    private static final class TooManySteps extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
