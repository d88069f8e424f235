package dev.synchronizer.cli;

import dev.synchronizer.Synchronizer;
import dev.synchronizer.SynchronizerBuilder;
import dev.synchronizer.content.Items;
import dev.synchronizer.problem.FindingSeverity;
import dev.synchronizer.saving.Finding;
import dev.synchronizer.saving.SaveOptions;
import dev.synchronizer.saving.Subject;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** How a command saves items. */
final class SavingOptions {
    @Option(
            names = "--force",
            fallbackValue = "true",
            description = "Confirm what validators find critical, and answer questions by yes.")
    private boolean force;

    @Option(
            names = "--interactive",
            fallbackValue = "true",
            description =
                    "Ask at the terminal whether to save what validators find critical, and what handlers want to "
                            + "know; where there is no terminal, it is refused.")
    private boolean interactive;

    @Option(
            names = "--severity",
            paramLabel = "VALIDATOR=SEVERITY,...",
            hideParamSyntax = true,
            split = ",",
            description = "How grave it is what a validator finds, such as required=ERROR: suggestion, warning, error, "
                    + "critical or fatal. Built-in ones have the names of the settings, and find what is fatal.")
    private Map<String, String> severities = new LinkedHashMap<>();

    private final Set<Told> told = new LinkedHashSet<>();

    private record Told(Subject subject, Finding finding) {}

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
        if (force) {
            return options.confirming();
        }
        return interactive ? options.asking(Questions.at(context.surroundings())) : options;
    }

    /** The items, saved as this command line says; what is found is put before people by {@link #tell}. */
    Items items(Synchronizer synchronizer, SaveOptions options, Context context) {
        return synchronizer
                .items()
                .with(over(options, context).telling((subject, finding) -> told.add(new Told(subject, finding))));
    }

    /** Says what was found and saved nevertheless. */
    void tell(ErrorOutput errors) {
        told.forEach(each -> errors.print(each.subject().toString(), each.finding()));
    }
}
