package dev.synchronizer.cli;

import dev.synchronizer.Synchronizer;
import dev.synchronizer.SynchronizerBuilder;
import dev.synchronizer.content.Items;
import dev.synchronizer.problem.FindingSeverity;
import dev.synchronizer.saving.SaveOptions;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How a command saves items. */
final class SavingOptions {
    @Mixin
    private final AnswerOptions answers = new AnswerOptions();

    @Option(
            names = "--severity",
            paramLabel = "VALIDATOR=SEVERITY,...",
            hideParamSyntax = true,
            split = ",",
            description = "How grave it is what a validator finds, such as required=ERROR: suggestion, warning, error, "
                    + "critical or fatal. Built-in ones have the names of the settings, and find what is fatal.")
    private Map<String, String> severities = new LinkedHashMap<>();

    /** @param failure makes of what is wrong with the command line what says so */
    void configure(SynchronizerBuilder builder, Function<String, RuntimeException> failure) {
        severities.forEach((validator, severity) -> builder.severity(validator, severity(severity, failure)));
    }

    private static FindingSeverity severity(String label, Function<String, RuntimeException> failure) {
        return Arrays.stream(FindingSeverity.values())
                .filter(each -> each.name().equals(label.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> failure.apply("--severity: '%s' is none of %s"
                        .formatted(
                                label,
                                Arrays.stream(FindingSeverity.values())
                                        .map(each -> each.name().toLowerCase(Locale.ROOT))
                                        .collect(Collectors.joining(", ")))));
    }

    /** Saves as this command line says. */
    SaveOptions over(SaveOptions options, Context context) {
        return answers.over(options, context);
    }

    /** The same where nothing is saved, and nobody is asked. */
    SaveOptions looking(SaveOptions options) {
        return answers.looking(options);
    }

    /** The items, saved as this command line says; what is found is put before people by {@link #tell}. */
    Items items(Synchronizer synchronizer, SaveOptions options, Context context) {
        return synchronizer.items().with(answers.telling(options, context));
    }

    /** Says what was found and saved nevertheless, once. */
    void tell(ErrorOutput errors) {
        answers.tell(errors);
    }

    /** What was found was not saved. */
    void forget() {
        answers.forget();
    }
}
