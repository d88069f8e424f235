package dev.synchronizer.validate;

import java.util.Optional;
import java.util.regex.Pattern;

/** Compares a text with a pattern, and gives up where that takes more steps or stack than any form should. */
final class PatternMatch {
    private static final int MOST_STEPS = 20_000_000;

    private PatternMatch() {}

    /** Why the text does not match, as the rest of a sentence that begins with it; nothing if it does. */
    static Optional<String> flaw(String text, String pattern) {
        try {
            return Pattern.compile(pattern).matcher(new Counted(text)).matches()
                    ? Optional.empty()
                    : Optional.of("does not match the pattern " + Wording.quote(pattern));
        } catch (TooManySteps | StackOverflowError e) {
            return Optional.of("takes too long to compare with the pattern " + Wording.quote(pattern));
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
