package dev.synchronizer.benchmarks.program;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The least that a command line with picocli is. */
@Command(name = "bare", mixinStandardHelpOptions = true, version = "bare 1.0")
public final class BarePicocli {
    private BarePicocli() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new BarePicocli()).execute(arguments));
    }
}
