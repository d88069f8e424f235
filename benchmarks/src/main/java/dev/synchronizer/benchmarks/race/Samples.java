package dev.synchronizer.benchmarks.race;

import java.util.Arrays;
import java.util.Locale;

/** Figures of one kind, from as many rounds. */
final class Samples {
    private final double[] sorted;

    private Samples(double[] sorted) {
        this.sorted = sorted;
    }

    static Samples of(double[] figures) {
        double[] sorted = figures.clone();
        Arrays.sort(sorted);
        return new Samples(sorted);
    }

    double median() {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** Such as {@code 1.28 (1.21–1.40)}; a dash where nothing was measured. */
    String text(int decimals) {
        if (Double.isNaN(median())) {
            return "–";
        }
        return number(median(), decimals) + " (" + number(sorted[0], decimals) + "–"
                + number(sorted[sorted.length - 1], decimals) + ")";
    }

    static String number(double value, int decimals) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%." + decimals + "f", value);
    }
}
