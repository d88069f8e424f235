package dev.synchronizer.benchmarks.race;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Starts contenders in turn, A B C A B C …, so that a machine that slows down slows all of them. The first round is not
 * counted: it warms the system's caches, and does the work that later rounds find done.
 */
public final class Race {
    private final String title;
    private final int rounds;
    private final List<Contender> contenders = new ArrayList<>();
    private final Map<Contender, List<Run>> runs = new LinkedHashMap<>();

    public Race(String title, int rounds) {
        this.title = title;
        this.rounds = rounds;
    }

    /** Adds a contender; the first is the base line. */
    public Race add(String name, List<String> command) {
        contenders.add(new Contender(name, command));
        return this;
    }

    /** Runs all rounds, and prints a table in Markdown. */
    public void run(PrintStream out) throws IOException, InterruptedException {
        for (Contender contender : contenders) {
            ProcessRun.of(contender);
            runs.put(contender, new ArrayList<>());
        }
        for (int round = 0; round < rounds; round++) {
            for (Map.Entry<Contender, List<Run>> each : runs.entrySet()) {
                each.getValue().add(ProcessRun.of(each.getKey()));
            }
        }
        print(out);
    }

    private void print(PrintStream out) {
        out.println();
        out.println("### " + title + " (" + rounds + " rounds: median, least and most)");
        out.println();
        out.println("| what | ratio | wall ms | processor ms | peak MB |");
        out.println("|---|---|---|---|---|");
        List<Run> base = runs.values().iterator().next();
        runs.forEach((contender, all) -> out.println("| " + contender.name() + " | "
                + ratios(all, base).text(2) + " | " + samples(all, Run::millis).text(0) + " | "
                + Samples.number(samples(all, Run::processorMillis).median(), 0) + " | "
                + Samples.number(samples(all, Run::peakMegabytes).median(), 0) + " |"));
    }

    /** Round by round, for two runs of one round met the machine in the same mood. */
    private static Samples ratios(List<Run> runs, List<Run> base) {
        double[] ratios = new double[runs.size()];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = runs.get(i).millis() / base.get(i).millis();
        }
        return Samples.of(ratios);
    }

    private static Samples samples(List<Run> runs, ToDoubleFunction<Run> figure) {
        return Samples.of(runs.stream().mapToDouble(figure).toArray());
    }
}
