package dev.synchronizer.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine.Option;

/** Values that are too long, or too strange, to stand on a command line. */
final class ItemValueOptions {
    @Option(
            names = "--file",
            paramLabel = "property=FILE",
            description = "Take a value from a file in UTF-8, whole as it is.")
    private List<String> files = new ArrayList<>();

    ItemAssignments read(List<String> assignments, Function<String, RuntimeException> failure) {
        ItemAssignments values = new ItemAssignments(failure);
        values.add(assignments);
        values.addFiles(files);
        return values;
    }
}
