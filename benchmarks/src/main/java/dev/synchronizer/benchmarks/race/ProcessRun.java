package dev.synchronizer.benchmarks.race;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs one command to its end. Processor time and memory are those that the system's {@code time} reports. */
final class ProcessRun {
    private static final Path TIME = Path.of("/usr/bin/time");

    /** A process that measures a part of itself prints this and the milliseconds. */
    private static final String MEASURED = "measured ";

    private ProcessRun() {}

    static Run of(Contender contender) throws IOException, InterruptedException {
        Path output = Files.createTempFile("race", ".out");
        Path usage = Files.createTempFile("race", ".usage");
        try {
            List<String> command = new ArrayList<>();
            if (Files.isExecutable(TIME)) {
                command.addAll(List.of(TIME.toString(), "-f", "%M %U %S", "-o", usage.toString()));
            }
            command.addAll(contender.command());
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
            long start = System.nanoTime();
            int exit = builder.start().waitFor();
            double millis = (System.nanoTime() - start) / 1e6;
            String said = Files.readString(output, StandardCharsets.UTF_8);
            if (exit != 0) {
                throw new IOException(contender.name() + " ended with " + exit + ":\n" + said);
            }
            return run(measured(said, millis), Files.readString(usage, StandardCharsets.UTF_8));
        } finally {
            Files.delete(output);
            Files.delete(usage);
        }
    }

    private static double measured(String said, double millis) {
        return said.lines()
                .filter(line -> line.startsWith(MEASURED))
                .mapToDouble(line -> Double.parseDouble(line.substring(MEASURED.length())))
                .findFirst()
                .orElse(millis);
    }

    private static Run run(double millis, String usage) {
        String[] words = usage.strip().split(" ", -1);
        if (words.length != 3) {
            return new Run(millis, Double.NaN, Double.NaN);
        }
        double processor = Double.parseDouble(words[1]) + Double.parseDouble(words[2]);
        return new Run(millis, processor * 1000, Double.parseDouble(words[0]) / 1024);
    }
}
