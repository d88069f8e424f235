package dev.synchronizer.cli.render;

import dev.synchronizer.json.JsonOut;
import java.util.Map;
import java.util.UUID;

/** How many items went where. */
public final class BinReport implements Answer {
    public static final String FORMAT = "synchronizer-bin/1";

    private final Map<UUID, Integer> items;
    private final String deed;

    /**
     * @param items how many items went with each of those that were named
     * @param deed what became of them, as the end of a sentence
     */
    public BinReport(Map<UUID, Integer> items, String deed) {
        this.items = items;
        this.deed = deed;
    }

    private int total() {
        return items.values().stream().mapToInt(Integer::intValue).sum();
    }

    @Override
    public String text(Style style) {
        return Words.capital(Words.count(total(), "item")) + " " + deed + ".\n";
    }

    @Override
    public String json() {
        return JsonOut.pretty(out -> out.object(() -> {
            out.text("format", FORMAT);
            out.number("total", total());
            out.array(
                    "items",
                    items.entrySet(),
                    item -> out.object(() -> {
                        out.text("id", item.getKey().toString());
                        out.number("items", item.getValue());
                    }));
        }));
    }
}
