package dev.synchronizer.cli;

import dev.synchronizer.Synchronizer;
import dev.synchronizer.SynchronizerBuilder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** Where a command that reads models looks things up. */
final class ModelOptions {
    private static final int MOST_SCAN_THREADS = 4;

    @Option(
            names = "--class-path",
            paramLabel = "PATH...",
            hideParamSyntax = true,
            arity = "1..*",
            split = "${sys:path.separator}",
            description = "Jars, and folders of classes, to look up supertypes in; not scanned for types.")
    private List<Path> classPath = new ArrayList<>();

    @Option(
            names = "--packages",
            paramLabel = "NAME...",
            hideParamSyntax = true,
            arity = "1..*",
            split = ",",
            description = "Scan these packages, and those below them, alone.")
    private List<String> packages = new ArrayList<>();

    @Option(
            names = "--module-version",
            paramLabel = "NAME=VERSION,...",
            hideParamSyntax = true,
            split = ",",
            description = "The version of a module that says none itself.")
    private Map<String, String> moduleVersions = new LinkedHashMap<>();

    /** A synchronizer of the given models, yet without a store. */
    SynchronizerBuilder of(Collection<Path> models) {
        SynchronizerBuilder builder = Synchronizer.builder()
                .models(models)
                .classPath(classPath)
                .packages(packages)
                .scanThreads(Math.min(MOST_SCAN_THREADS, Runtime.getRuntime().availableProcessors()));
        moduleVersions.forEach(builder::moduleVersion);
        return builder;
    }
}
