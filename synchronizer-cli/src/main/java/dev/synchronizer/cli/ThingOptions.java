package dev.synchronizer.cli;

import dev.synchronizer.staging.directory.ThingFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import picocli.CommandLine.Option;

/** Which things of a directory a command is about. */
final class ThingOptions {
    @Option(
            names = "--kind",
            paramLabel = "KIND,...",
            hideParamSyntax = true,
            split = ",",
            description = "Only things of these kinds: item, definition, overrides, rule.")
    private List<String> kinds = new ArrayList<>();

    @Option(
            names = "--type",
            paramLabel = "NAME,...",
            hideParamSyntax = true,
            split = ",",
            description = "Only what is of these types.")
    private List<String> types = new ArrayList<>();

    @Option(
            names = "--path",
            paramLabel = "PATTERN,...",
            hideParamSyntax = true,
            split = ",",
            description =
                    "Only what is at or below these paths of the directory; * is anything but a slash, ** anything.")
    private List<String> paths = new ArrayList<>();

    @Option(
            names = "--exclude",
            paramLabel = "PATTERN,...",
            hideParamSyntax = true,
            split = ",",
            description = "Nothing that is at or below these paths.")
    private List<String> excluded = new ArrayList<>();

    /** @param failure makes of what is wrong with the command line what says so */
    ThingFilter filter(Function<String, RuntimeException> failure) {
        ThingFilter filter =
                ThingFilter.everything().ofTypes(types.stream().distinct().toArray(String[]::new));
        for (String path : paths) {
            filter = filter.including(path);
        }
        for (String path : excluded) {
            filter = filter.excluding(path);
        }
        try {
            return filter.ofKinds(kinds.stream()
                    .map(kind -> kind.strip().toUpperCase(Locale.ROOT))
                    .distinct()
                    .toArray(String[]::new));
        } catch (IllegalArgumentException e) {
            throw failure.apply("--kind: " + e.getMessage());
        }
    }
}
