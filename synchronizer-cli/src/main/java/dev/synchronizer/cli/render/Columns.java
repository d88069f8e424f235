package dev.synchronizer.cli.render;

import java.util.ArrayList;
import java.util.List;

/** Lines whose parts stand below each other. */
final class Columns {
    private final List<String[]> lines = new ArrayList<>();

    Columns(String... titles) {
        lines.add(titles);
    }

    void add(String... parts) {
        lines.add(parts);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (String[] line : lines) {
            StringBuilder row = new StringBuilder();
            for (int i = 0; i < line.length; i++) {
                row.append(line[i]).append(" ".repeat(width(i) - line[i].length() + 2));
            }
            text.append(row.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private int width(int column) {
        return lines.stream().mapToInt(line -> line[column].length()).max().orElse(0);
    }
}
