package dev.synchronizer.integration;

/**
 * A change of another system. Immutable.
 *
 * @param id what no other change of that system has; one that comes again under it has no effect
 * @param key what it is about, in words of the other system: tasks of one key are done in the order in which they came
 * @param operation what was done, in words of the other system
 * @param payload what its connector makes a change of
 */
public record IncomingTask(String id, String key, String operation, String payload) {
    private static final int LONGEST = 255;
    private static final int LONGEST_KEY = 500;

    /** @throws IllegalArgumentException if one of them has more characters than can be kept, or the id or the key has none */
    public IncomingTask {
        check("id", id, LONGEST);
        check("key", key, LONGEST_KEY);
        check("operation", operation + " ", LONGEST + 1);
    }

    private static void check(String what, String text, int longest) {
        if (text.isEmpty() || text.length() > longest) {
            throw new IllegalArgumentException("the " + what + " of a task of another system has 1 to " + longest
                    + " characters, not " + text.length());
        }
    }
}
