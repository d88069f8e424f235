package dev.synchronizer.cli.render;

import dev.synchronizer.content.Item;
import dev.synchronizer.json.JsonOut;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Items, one a line, without what they hold, which may be much. Not thread-safe. */
public final class ItemsReport implements Answer {
    private final List<Line> items = new ArrayList<>();
    private long total;

    private record Line(
            UUID id,
            String type,
            String name,
            @Nullable UUID parent,
            long revision,
            Instant savedAt,
            String savedBy,
            boolean inBin) {}

    public void add(Item item) {
        items.add(new Line(
                item.id(),
                item.type(),
                item.name(),
                item.parent(),
                item.revision(),
                item.savedAt(),
                item.savedBy(),
                item.isDeleted()));
    }

    /** How many there are, be it that not all of them are shown. */
    public void total(long number) {
        total = number;
    }

    @Override
    public String text(Style style) {
        if (items.isEmpty()) {
            return "No items.\n";
        }
        Columns columns = new Columns("id", "type", "revision", "saved at", "by", "name");
        items.forEach(item -> columns.add(
                item.id().toString(),
                item.type(),
                String.valueOf(item.revision()),
                item.savedAt().truncatedTo(ChronoUnit.SECONDS).toString(),
                PlainText.of(item.savedBy()),
                Words.value(item.name())));
        String more = items.size() < total ? "%d of %d; --all lists them.\n".formatted(items.size(), total) : "";
        return columns + more;
    }

    @Override
    public String json() {
        return JsonOut.pretty(out -> out.object(() -> {
            out.text("format", "synchronizer-items/1");
            out.number("total", total);
            out.array(
                    "items",
                    items,
                    item -> out.object(() -> {
                        out.text("id", item.id().toString());
                        out.text("type", item.type());
                        out.text("name", item.name());
                        out.text(
                                "parent",
                                item.parent() == null ? null : item.parent().toString());
                        out.number("revision", item.revision());
                        out.text("savedAt", item.savedAt().toString());
                        out.text("savedBy", item.savedBy());
                        out.flag("inBin", item.inBin());
                    }));
        }));
    }
}
