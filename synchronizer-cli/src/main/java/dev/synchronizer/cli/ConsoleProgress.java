package dev.synchronizer.cli;

import dev.synchronizer.Progress;
import java.io.PrintStream;
import java.util.Locale;

/** Shows on one line of a terminal what is being done, and wipes it away in the end. */
final class ConsoleProgress implements Progress, AutoCloseable {
    private static final int WIDTH = 30;
    static final String WIPE = "\r\u001b[K";

    private final PrintStream err;
    private boolean dirty;

    private ConsoleProgress(PrintStream err) {
        this.err = err;
    }

    /** Progress for those who look: silent where nobody does. */
    static ConsoleProgress of(Surroundings surroundings, OutputOptions output) {
        boolean shows = surroundings.terminal().showsErrors() && !output.quiet();
        return new ConsoleProgress(
                shows ? surroundings.err() : new PrintStream(java.io.OutputStream.nullOutputStream(), false));
    }

    @Override
    public void begins(Stage stage) {
        show(switch (stage) {
                    case LOOK -> "Looking for changes";
                    case SCAN -> "Reading models";
                    case LOAD -> "Reading what is stored";
                    case PLAN -> "Comparing";
                    case COMMIT -> "Committing";
                }
                + " ...");
    }

    @Override
    public void written(int rows, int total) {
        bar("Writing rows", rows, total);
    }

    @Override
    public void worked(String on, long done, long total) {
        bar(on, done, total);
    }

    private void bar(String what, long done, long total) {
        int marks = total == 0 ? WIDTH : (int) (WIDTH * done / total);
        show(String.format(
                Locale.ROOT, "%s [%s%s] %d of %d", what, "#".repeat(marks), " ".repeat(WIDTH - marks), done, total));
    }

    /** Tells how many of something have been dealt with, of nobody knows how many. */
    void counted(String what, long number) {
        show(what + ": " + number);
    }

    private void show(String text) {
        err.print(WIPE + text);
        err.flush();
        dirty = true;
    }

    @Override
    public void close() {
        if (dirty) {
            err.print(WIPE);
            err.flush();
            dirty = false;
        }
    }
}
