package dev.synchronizer.cli.render;

import dev.synchronizer.content.Item;
import dev.synchronizer.json.JsonOut;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Items, one a line. */
public final class ItemsReport implements Answer {
    private final List<Item> items;
    private final long total;

    /** @param total how many there are, be it that not all of them are shown */
    public ItemsReport(List<Item> items, long total) {
        this.items = items;
        this.total = total;
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
                        out.flag("inBin", item.isDeleted());
                    }));
        }));
    }
}
