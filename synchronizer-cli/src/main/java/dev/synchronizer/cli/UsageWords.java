package dev.synchronizer.cli;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** Says in this program's words what the command line's parser found wrong. */
final class UsageWords {
    private static final String INVALID = "Invalid value for ";

    private static final Pattern TWICE = Pattern.compile("option '([^' ]+)'.* should be specified only once");
    private static final Pattern PAIR =
            Pattern.compile("Value for option option '([^' ]+)' \\(([^,)]+).*\\) should be in .* format but was (.*)");

    private UsageWords() {}

    /** A message without a full stop. */
    static String of(ParameterException thrown) {
        String message = String.valueOf(thrown.getMessage()).strip();
        if (thrown instanceof MissingParameterException missing && message.startsWith("Missing required")) {
            List<ArgSpec> all = missing.getMissing();
            boolean isValue = message.startsWith("Missing required parameter for option");
            return String.join(" and ", all.stream().map(UsageWords::form).toList())
                    + (isValue ? ": its value is missing" : all.size() == 1 ? " is missing" : " are missing");
        }
        ArgSpec argument = thrown.getArgSpec();
        if (argument != null && message.startsWith(INVALID) && message.contains(": ")) {
            return withoutStop(name(argument) + ": " + message.substring(message.indexOf(": ") + 2))
                    .replace("is not a boolean", "is neither true nor false");
        }
        Matcher twice = TWICE.matcher(message);
        if (twice.matches()) {
            return twice.group(1) + " is given more than once";
        }
        Matcher pair = PAIR.matcher(message);
        if (pair.matches()) {
            return "%s: '%s' is not of the form %s".formatted(pair.group(1), pair.group(3), pair.group(2));
        }
        return withoutStop(uncapitalized(message));
    }

    /** What is written in capitals throughout is a name, such as NAME. */
    private static String uncapitalized(String message) {
        boolean word = message.length() > 1 && !Character.isUpperCase(message.charAt(1));
        return word ? message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1) : message;
    }

    /** What people know an option or an argument by. */
    static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    private static String form(@Nullable ArgSpec argument) {
        return argument instanceof OptionSpec option
                ? option.longestName() + " " + option.paramLabel()
                : argument == null ? "an argument" : argument.paramLabel();
    }

    private static String withoutStop(String message) {
        return message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
    }
}
