package dev.synchronizer.cli.render;

import dev.synchronizer.content.Item;
import dev.synchronizer.json.JsonIn;
import dev.synchronizer.json.JsonOut;
import dev.synchronizer.value.ValueForm;
import dev.synchronizer.value.ValueKey;
import dev.synchronizer.value.Values;

/** An item with what it holds. */
public final class ItemReport implements Answer {
    public static final String FORMAT = "synchronizer-item/1";

    private static final int LONGEST = 60;

    private final Item item;
    private final String line;
    private final String sentence;

    /**
     * @param line the item as a line of an export
     * @param sentence what became of it; empty where nothing did
     */
    public ItemReport(Item item, String line, String sentence) {
        this.item = item;
        this.line = line;
        this.sentence = sentence;
    }

    @Override
    public String text(Style style) {
        StringBuilder text = new StringBuilder();
        text.append(style.bold(item.type() + " " + Words.value(item.name())))
                .append("  ")
                .append(item.id())
                .append('\n');
        text.append("revision %d, saved by %s at %s, created by %s at %s\n"
                .formatted(
                        item.revision(),
                        PlainText.of(item.savedBy()),
                        item.savedAt(),
                        PlainText.of(item.createdBy()),
                        item.createdAt()));
        if (item.parent() != null) {
            text.append("below ").append(item.parent()).append('\n');
        }
        if (item.deleted() != null) {
            text.append("in the recycle bin: deleted by %s at %s%s\n"
                    .formatted(
                            PlainText.of(item.deleted().by()),
                            item.deleted().at(),
                            item.deleted().with().equals(item.id())
                                    ? ""
                                    : " with " + item.deleted().with()));
        }
        values("", item.values(), text);
        values("\nNo longer declared, and kept:\n", item.orphaned(), text);
        return text.append(sentence.isEmpty() ? "" : "\n" + sentence + "\n").toString();
    }

    private static void values(String title, Values values, StringBuilder text) {
        if (values.isEmpty()) {
            return;
        }
        text.append(title.isEmpty() ? "\n" : title);
        Columns columns = new Columns("property", "language", "value");
        String last = "";
        for (ValueKey key : values.keys()) {
            String value = shown(values.get(key).orElseThrow());
            columns.add(key.property().equals(last) ? "" : key.property(), key.language(), value);
            last = key.property();
        }
        text.append(columns);
    }

    /** A text as it is, up to a point; control characters are written out. */
    private static String shown(Object value) {
        if (!(value instanceof String text)) {
            return Words.value(ValueForm.shown(value));
        }
        boolean fits = text.codePointCount(0, text.length()) <= LONGEST;
        return Words.value(fits ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…");
    }

    @Override
    public String json() {
        return JsonOut.pretty(out -> out.object(() -> {
            out.text("format", FORMAT);
            out.name("item");
            JsonIn.read(line, in -> {
                in.copyTo(out);
                return in;
            });
        }));
    }
}
