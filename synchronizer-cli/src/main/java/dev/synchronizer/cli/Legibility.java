package dev.synchronizer.cli;

import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Whether what a program was given arrived: in a locale without UTF-8, Java reads every other letter as U+FFFD. */
final class Legibility {
    private static final char GARBLED = '\ufffd';
    private static final String VARIABLES = Configuration.variable("");

    private Legibility() {}

    /**
     * Looks at what names, texts and passwords come from.
     *
     * @throws dev.synchronizer.problem.ProblemsException if any of it is garbled, without showing it
     */
    static void check(String[] arguments, Map<String, String> environment) {
        List<Problem> garbled = new ArrayList<>();
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].indexOf(GARBLED) >= 0) {
                garbled.add(garbled("argument " + (i + 1)));
            }
        }
        new TreeMap<>(environment).forEach((name, value) -> {
            if (name.startsWith(VARIABLES) && value.indexOf(GARBLED) >= 0) {
                garbled.add(garbled(name));
            }
        });
        Problems.of(garbled).throwIfErrors();
    }

    private static Problem garbled(String subject) {
        return new Problem(
                ProblemCode.WRONG_USAGE,
                subject,
                "it holds letters that are lost in the encoding of this environment",
                "set LC_ALL to a locale of UTF-8, such as C.UTF-8");
    }
}
