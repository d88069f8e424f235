package dev.synchronizer.value;

import dev.synchronizer.model.ColumnText;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;

/** Values as messages show them; of long ones no more is written than is shown. */
final class ShownText {
    private static final int LONGEST = 60;

    private final StringBuilder shown = new StringBuilder();

    private ShownText() {}

    static String of(Object value) {
        return value instanceof String text ? ColumnText.quoted(text) : unquoted(value);
    }

    /** A text without quotes. */
    static String unquoted(Object value) {
        if (value instanceof String text) {
            String quoted = ColumnText.quoted(text);
            return quoted.substring(1, quoted.length() - 1);
        }
        ShownText text = new ShownText();
        text.append(value);
        return cut(text.shown);
    }

    private static String cut(StringBuilder shown) {
        if (shown.length() <= LONGEST) {
            return shown.toString();
        }
        int end = Character.isHighSurrogate(shown.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return shown.substring(0, end) + "…";
    }

    private void append(Object value) {
        if (value instanceof Block block) {
            appendBlock(block);
        } else if (value instanceof Collection<?> many) {
            appendMany(many);
        } else if (value instanceof String text) {
            shown.append(ColumnText.quoted(text));
        } else {
            shown.append(PlainJson.text(value));
        }
    }

    private void appendMany(Collection<?> many) {
        shown.append('[');
        Iterator<?> each = many.iterator();
        while (each.hasNext() && shown.length() <= LONGEST) {
            append(each.next());
            shown.append(each.hasNext() ? ", " : "");
        }
        shown.append(']');
    }

    private void appendBlock(Block block) {
        shown.append('{');
        Iterator<Map.Entry<ValueKey, Object>> each =
                block.values().asMap().entrySet().iterator();
        while (each.hasNext() && shown.length() <= LONGEST) {
            Map.Entry<ValueKey, Object> entry = each.next();
            shown.append(entry.getKey()).append(": ");
            append(entry.getValue());
            shown.append(each.hasNext() ? ", " : "");
        }
        shown.append('}');
    }
}
