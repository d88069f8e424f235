package dev.synchronizer.transfer;

import dev.synchronizer.json.JsonIn;
import dev.synchronizer.json.JsonOut;
import dev.synchronizer.store.StoredItem.Deleted;
import dev.synchronizer.value.UnfitValueException;
import dev.synchronizer.value.ValueForm;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a line of an import, in whatever order its members stand; each of them once. */
final class ImportLineReader {
    /** Far beyond what saves can reach, and far below where there would be no next one. */
    private static final BigDecimal HIGHEST_REVISION = BigDecimal.valueOf(1_000_000_000_000L);

    private static final String REVISION = "a whole number from 1 to " + HIGHEST_REVISION.toPlainString();
    private static final Set<String> DELETED = Set.of("at", "by", "with");

    private final JsonIn in;
    private final Set<String> members = new HashSet<>();
    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, String> values = new HashMap<>();
    private @Nullable Deleted deleted;
    private long revision;

    ImportLineReader(JsonIn in) {
        this.in = in;
    }

    ImportLine read() {
        in.object(this::member);
        return new ImportLine(texts, revision, deleted, values);
    }

    private void member(String name) {
        if (!members.add(name)) {
            throw twice(name);
        }
        switch (name) {
            // Which of them are in use may have changed since the line was written.
            case "values", "orphaned" -> capture(name);
            case "revision" -> revision = revision(name);
            case "deleted" -> deleted = deleted(name);
            case "id", "type", "name", "parent", "createdAt", "createdBy", "savedAt", "savedBy" ->
                texts.put(name, text(name));
            default -> throw unknown(name);
        }
    }

    private String text(String name) {
        return as(JsonIn.Kind.TEXT, name).text();
    }

    private long revision(String name) {
        BigDecimal number = as(JsonIn.Kind.NUMBER, name, REVISION).decimal();
        boolean fits = number.compareTo(BigDecimal.ONE) >= 0
                && number.compareTo(HIGHEST_REVISION) <= 0
                && number.stripTrailingZeros().scale() <= 0;
        if (!fits) {
            throw other(name, ValueForm.shownUnquoted(number.toString()), REVISION);
        }
        return number.longValue();
    }

    private JsonIn as(JsonIn.Kind kind, String name) {
        return as(kind, name, kind.words());
    }

    private JsonIn as(JsonIn.Kind kind, String name, String expected) {
        if (in.peek() != kind) {
            throw other(name, in.peek().words(), expected);
        }
        return in;
    }

    private static UnfitValueException other(String name, String found, String expected) {
        return new UnfitValueException("has as %s %s instead of %s".formatted(name, found, expected));
    }

    private void capture(String name) {
        as(JsonIn.Kind.OBJECT, name).object(property -> putOnce(values, property, JsonOut.compact(in::copyTo)));
    }

    private static void putOnce(Map<String, String> target, String name, String text) {
        if (target.put(name, text) != null) {
            throw twice(name);
        }
    }

    private static UnfitValueException twice(String name) {
        return new UnfitValueException("holds " + name + " more than once");
    }

    private Deleted deleted(String name) {
        Map<String, String> parts = new HashMap<>();
        as(JsonIn.Kind.OBJECT, name).object(part -> {
            String member = name + " " + part;
            if (!DELETED.contains(part)) {
                throw unknown(member);
            }
            putOnce(parts, member, text(member));
        });
        return new ImportLine(parts, 0, null, Map.of()).deletion(name);
    }

    private static UnfitValueException unknown(String member) {
        return new UnfitValueException("has a member " + member + ", which no item has");
    }
}
