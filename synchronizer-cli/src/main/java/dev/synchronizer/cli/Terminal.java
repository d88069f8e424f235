package dev.synchronizer.cli;

import java.io.Console;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which of the program's streams a person is looking at.
 *
 * @param showsOutput whether standard output is a terminal
 * @param showsErrors whether standard error is a terminal
 * @param colours whether colours are wanted there
 * @param asks whether questions can be asked
 */
record Terminal(boolean showsOutput, boolean showsErrors, boolean colours, boolean asks) {
    /** The number of standard output. */
    static final int OUTPUT = 1;

    private static final int ERRORS = 2;

    /** Nobody is looking. */
    static final Terminal NONE = new Terminal(false, false, false, false);

    static Terminal ofProcess(Map<String, String> environment) {
        boolean console = hasConsole();
        boolean dumb = "dumb".equals(environment.get("TERM"));
        boolean noColour = !environment.getOrDefault("NO_COLOR", "").isEmpty();
        return new Terminal(
                isTerminal(OUTPUT, console), !dumb && isTerminal(ERRORS, console), !dumb && !noColour, console);
    }

    boolean coloursOutput() {
        return showsOutput && colours;
    }

    boolean coloursErrors() {
        return showsErrors && colours;
    }

    /** Java knows of one console for all streams; where the system tells them apart, ask it. */
    private static boolean isTerminal(int stream, boolean console) {
        String target = target(stream);
        return target == null ? console : target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
    }

    /** What a stream leads to, where the system tells. */
    static @Nullable String target(int stream) {
        Path link = Path.of("/proc/self/fd/" + stream);
        try {
            return Files.isSymbolicLink(link) ? Files.readSymbolicLink(link).toString() : null;
        } catch (IOException e) {
            return null;
        }
    }

    /** Some Java versions have a console even where there is no terminal, and a method that tells. */
    @SuppressWarnings("SystemConsoleNull") // newer Java versions are asked whether it is one
    private static boolean hasConsole() {
        Console console = System.console();
        return console != null && isTerminal(console);
    }

    private static boolean isTerminal(Console console) {
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (IllegalAccessException | InvocationTargetException e) {
            return false;
        }
    }
}
