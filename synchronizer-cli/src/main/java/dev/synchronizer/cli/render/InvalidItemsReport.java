package dev.synchronizer.cli.render;

import dev.synchronizer.content.Item;
import dev.synchronizer.content.Violation;
import dev.synchronizer.json.JsonOut;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The items that are not what their types ask for; of very many the first. Not thread-safe. */
public final class InvalidItemsReport implements Answer {
    private final int most;
    private final List<Entry> entries = new ArrayList<>();
    private long invalid;
    private long all;

    /** @param most how many are listed */
    public InvalidItemsReport(int most) {
        this.most = most;
    }

    /** Without what the item holds, which may be much. */
    private record Entry(UUID id, String type, String name, List<Violation> violations) {}

    public void add(Item item, List<Violation> violations) {
        invalid++;
        if (entries.size() < most) {
            entries.add(new Entry(item.id(), item.type(), item.name(), violations));
        }
    }

    public void lookedAt(long items) {
        all = items;
    }

    public boolean isEmpty() {
        return invalid == 0;
    }

    @Override
    public String text(Style style) {
        StringBuilder text = new StringBuilder();
        for (Entry entry : entries) {
            text.append(style.bold(entry.type() + " " + Words.value(entry.name())))
                    .append("  ")
                    .append(entry.id())
                    .append('\n');
            for (Violation violation : entry.violations()) {
                text.append("    %s %s: %s.\n"
                        .formatted(violation.code().id(), violation.place(), PlainText.of(violation.message())));
            }
        }
        String more = entries.size() < invalid ? " (%d shown; --all lists them)".formatted(entries.size()) : "";
        String found = isEmpty() ? "none" : String.valueOf(invalid);
        return text.append("Looked at %s: %s would be refused at the next save%s.\n"
                        .formatted(Words.count(all, "item"), found, more))
                .toString();
    }

    @Override
    public String json() {
        return JsonOut.pretty(out -> out.object(() -> {
            out.text("format", "synchronizer-content-validation/1");
            out.number("items", all);
            out.number("invalid", invalid);
            out.array("findings", entries, entry -> write(entry, out));
        }));
    }

    private static void write(Entry entry, JsonOut out) {
        out.object(() -> {
            out.text("id", entry.id().toString());
            out.text("type", entry.type());
            out.text("name", entry.name());
            out.array("violations", entry.violations(), violation -> write(violation, out));
        });
    }

    private static void write(Violation violation, JsonOut out) {
        out.object(() -> {
            out.text("code", violation.code().id());
            out.text("property", violation.property());
            out.text("language", violation.language());
            out.text("value", violation.value());
            out.text("rule", violation.rule());
            out.text("message", violation.message());
            out.text("fix", violation.fix());
        });
    }
}
