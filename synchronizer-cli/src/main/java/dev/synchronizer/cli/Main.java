package dev.synchronizer.cli;

/** The program's entry. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        Logging.setUp();
        Surroundings surroundings = Surroundings.ofProcess();
        // What a migration step prints must not come between the lines of the result.
        System.setOut(System.err);
        int exitCode = new Program(surroundings).run(args);
        surroundings.flush();
        System.exit(exitCode);
    }
}
