package dev.synchronizer.cli;

import dev.synchronizer.staging.directory.DirectoryImportOptions;
import dev.synchronizer.staging.directory.ImportMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** What an import may do, and where. */
final class ModeOption {
    @Option(
            names = "--mode",
            paramLabel = "[PATH=]MODE,...",
            hideParamSyntax = true,
            split = ",",
            description =
                    "What may be done, be it at and below a path: create-only, create-and-update, "
                            + "create-update-and-delete; create-and-update if left out. Of several that fit, the last one decides.")
    private List<String> modes = new ArrayList<>();

    /** @param failure makes of what is wrong with the command line what says so */
    DirectoryImportOptions over(DirectoryImportOptions options, Function<String, RuntimeException> failure) {
        DirectoryImportOptions all = options;
        for (String word : modes) {
            int end = word.lastIndexOf('=');
            ImportMode mode = mode(word.substring(end + 1), word, failure);
            all = end < 0 ? all.in(mode) : all.at(word.substring(0, end), mode);
        }
        return all;
    }

    private static ImportMode mode(String named, String word, Function<String, RuntimeException> failure) {
        return Arrays.stream(ImportMode.values())
                .filter(mode -> label(mode).equals(named.strip().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> failure.apply("--mode: '%s' is no mode; there are: %s"
                        .formatted(
                                word,
                                Arrays.stream(ImportMode.values())
                                        .map(ModeOption::label)
                                        .collect(Collectors.joining(", ")))));
    }

    private static String label(ImportMode mode) {
        return mode.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
