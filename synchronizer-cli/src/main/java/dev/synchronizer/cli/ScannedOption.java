package dev.synchronizer.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** What is scanned for types. */
final class ScannedOption {
    @Option(
            names = "--models",
            paramLabel = "PATH...",
            hideParamSyntax = true,
            arity = "1..*",
            split = "${sys:path.separator}",
            required = true,
            description = "Jars, folders of classes, and folders of jars, to scan for types.")
    private List<Path> models = new ArrayList<>();

    List<Path> paths() {
        return models;
    }
}
