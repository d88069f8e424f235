package dev.synchronizer.cli;

import java.util.Locale;

/** What {@code --allow} lets happen. */
enum Allowance {
    LOSSY;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
