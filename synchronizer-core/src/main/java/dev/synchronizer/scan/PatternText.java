package dev.synchronizer.scan;

import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Writes regular expressions for {@link java.util.regex.Matcher#matches()}. */
final class PatternText {
    /** What {@code @Email} asks for: something, an at sign, something, and no white space. */
    static final String EMAIL = "[^@\\s]+@[^@\\s]+";

    /** {@code CANON_EQ} has no such letter and is left out. */
    private static final Map<String, String> FLAGS = Map.of(
            "UNIX_LINES", "d",
            "CASE_INSENSITIVE", "i",
            "COMMENTS", "x",
            "MULTILINE", "m",
            "DOTALL", "s",
            "UNICODE_CASE", "u");

    private PatternText() {}

    /** The expression with its flags in front. */
    static String withFlags(String expression, List<String> flags) {
        StringBuilder letters = new StringBuilder();
        new TreeSet<>(flags).forEach(flag -> letters.append(FLAGS.getOrDefault(flag, "")));
        return letters.isEmpty() ? expression : "(?" + letters + ")" + expression;
    }

    /**
     * One expression that matches what all of them match: each but the last looks ahead to the end of the text. A
     * reference to a numbered group counts the groups of the expressions before it too.
     */
    static String allOf(Collection<String> expressions) {
        StringBuilder all = new StringBuilder();
        Iterator<String> each = expressions.iterator();
        while (true) {
            String expression = each.next();
            if (!each.hasNext()) {
                return all.isEmpty() ? expression : all + group(expression, "");
            }
            all.append("(?=").append(group(expression, "\\z")).append(')');
        }
    }

    /** The line feed ends a comment, which would else swallow the parenthesis. */
    private static String group(String expression, String end) {
        boolean mayEndInComment = expression.contains("#");
        return "(?:" + expression + (mayEndInComment && hasComments(expression) ? "\n" : "") + ")" + end;
    }

    private static boolean hasComments(String expression) {
        int flags = expression.indexOf(')');
        return expression.startsWith("(?")
                && flags > 0
                && expression.substring(0, flags).contains("x");
    }
}
