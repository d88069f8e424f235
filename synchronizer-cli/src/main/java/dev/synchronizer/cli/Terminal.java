package dev.synchronizer.cli;

import java.io.Console;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

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
        return target(stream)
                .map(target -> target.startsWith("/dev/pts/") || target.startsWith("/dev/tty"))
                .orElse(console);
    }

    /** What a stream leads to, where the system tells. */
    static Optional<String> target(int stream) {
        Path link = Path.of("/proc/self/fd/" + stream);
        try {
            return Files.isSymbolicLink(link)
                    ? Optional.of(Files.readSymbolicLink(link).toString())
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Some Java versions have a console even where there is no terminal, and a method that tells. */
    private static boolean hasConsole() {
        return Optional.ofNullable(System.console()).map(Terminal::isTerminal).orElse(false);
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
