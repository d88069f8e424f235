package dev.synchronizer.rule.cel;

import com.google.re2j.Pattern;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelStandardFunctions;
import dev.cel.runtime.CelStandardFunctions.StandardFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;

/**
 * The searches of the language that could take long at once, for nothing looks at the time within one: they are bounded by
 * what they are given.
 */
final class Searches {
    static final String MATCHES = "matches";

    /** How many steps of a pattern, times characters that it is held against, one search may have: some tenths of a second. */
    private static final long MOST_STEPS = 20_000_000;

    /** Of how many steps a pattern may consist. */
    private static final int LARGEST_PATTERN = 1_000;

    /** A pattern that may be larger than this is not even read: what repeats itself within others grows like their product. */
    private static final double LARGEST_READ = 100_000;

    /** How many comparisons the ordinary search may need, which is the fastest one for ordinary texts. */
    private static final long MOST_COMPARISONS = 100_000_000;

    private static final java.util.regex.Pattern REPEATED =
            java.util.regex.Pattern.compile("(\\))?\\{(\\d{1,9})(?:,(\\d{0,9}))?}");

    private Searches() {}

    /** The functions of the language without them. */
    static CelStandardFunctions others() {
        return CelStandardFunctions.newBuilder()
                .excludeFunctions(StandardFunction.MATCHES, StandardFunction.CONTAINS)
                .build();
    }

    /** They themselves. */
    static List<CelFunctionBinding> bindings() {
        List<CelFunctionBinding> bindings = new ArrayList<>(CelFunctionBinding.fromOverloads(
                MATCHES,
                CelFunctionBinding.from(MATCHES, String.class, String.class, Searches::matches),
                CelFunctionBinding.from("matches_string", String.class, String.class, Searches::matches)));
        bindings.addAll(CelFunctionBinding.fromOverloads(
                "contains",
                CelFunctionBinding.from("contains_string", String.class, String.class, Searches::contains)));
        return bindings;
    }

    private static boolean matches(String text, String pattern) {
        Pattern read = read(pattern);
        if ((long) text.length() * read.programSize() > MOST_STEPS) {
            throw new CutOff("it holds a text of " + text.length() + " characters against a pattern of "
                    + read.programSize() + " steps, and " + MOST_STEPS + " at most, one multiplied by the other, are"
                    + " allowed");
        }
        return read.matcher(text).find();
    }

    /**
     * Reads a pattern.
     *
     * @throws com.google.re2j.PatternSyntaxException if it is none
     */
    static Pattern read(String pattern) {
        if (largest(pattern) > LARGEST_READ) {
            throw tooLarge();
        }
        Pattern read = Pattern.compile(pattern);
        if (read.programSize() > LARGEST_PATTERN) {
            throw tooLarge();
        }
        return read;
    }

    private static CutOff tooLarge() {
        return new CutOff(
                "its pattern, with what is repeated in it written out, has more than " + LARGEST_PATTERN + " steps");
    }

    /** How large a pattern can be at most, once what is repeated in it is written out. */
    private static double largest(String pattern) {
        double groups = 1;
        double single = 1;
        Matcher repeated = REPEATED.matcher(pattern);
        while (repeated.find()) {
            String most = repeated.group(3);
            double times = Math.max(1, Double.parseDouble(most == null || most.isEmpty() ? repeated.group(2) : most));
            if (repeated.group(1) == null) {
                single = Math.max(single, times);
            } else {
                groups *= times;
            }
        }
        return pattern.length() * single * groups;
    }

    /** Never needs more than some steps for each character, however the texts repeat themselves. */
    static boolean contains(String text, String sought) {
        if ((long) text.length() * sought.length() <= MOST_COMPARISONS) {
            return text.contains(sought);
        }
        int[] shorter = borders(sought);
        int matched = 0;
        for (int i = 0; i < text.length(); i++) {
            matched = next(sought, shorter, matched, text.charAt(i));
            if (matched == sought.length()) {
                return true;
            }
        }
        return false;
    }

    /** For each beginning of a text, how long the longest other beginning is that stands at its end. */
    private static int[] borders(String sought) {
        int[] borders = new int[sought.length() + 1];
        for (int i = 1; i < sought.length(); i++) {
            borders[i + 1] = next(sought, borders, borders[i], sought.charAt(i));
        }
        return borders;
    }

    private static int next(String sought, int[] borders, int matched, char following) {
        int next = matched;
        while (next > 0 && sought.charAt(next) != following) {
            next = borders[next];
        }
        return sought.charAt(next) == following ? next + 1 : next;
    }
}
