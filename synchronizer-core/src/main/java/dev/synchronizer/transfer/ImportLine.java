package dev.synchronizer.transfer;

import dev.synchronizer.json.JsonIn;
import dev.synchronizer.json.JsonOut;
import dev.synchronizer.model.Actor;
import dev.synchronizer.model.ColumnText;
import dev.synchronizer.model.TypeGuid;
import dev.synchronizer.store.StoredItem.Deleted;
import dev.synchronizer.value.UnfitValueException;
import dev.synchronizer.value.ValueForm;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of an import, as far as it can be read without knowing types.
 *
 * @param texts the members that are texts, by name
 * @param revision the revision; 0 where none is said
 * @param values the JSON of values by property, be it in use or out of use
 */
record ImportLine(
        Map<String, String> texts, long revision, @Nullable Deleted deleted, Map<String, String> values) {
    /** The years that all databases know. */
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

    /** Far beyond what saves can reach, and far below where there would be no next one. */
    private static final BigDecimal HIGHEST_REVISION = BigDecimal.valueOf(1_000_000_000_000L);

    /** @throws UnfitValueException if it is no item */
    static ImportLine read(String line) {
        try {
            return JsonIn.read(line, in -> new Reader(in).read());
        } catch (UncheckedIOException e) {
            throw new UnfitValueException(JsonIn.excess(e).orElse("is no JSON object of an item"));
        }
    }

    String require(String member) {
        String text = texts.get(member);
        if (text == null) {
            throw new UnfitValueException("has no " + member);
        }
        return text;
    }

    @Nullable
    UUID id(String member) {
        String text = texts.get(member);
        return text == null ? null : uuid(member, text);
    }

    @Nullable
    Instant instant(String member) {
        String text = texts.get(member);
        return text == null ? null : moment(member, text);
    }

    @Nullable
    String actor(String member) {
        String text = texts.get(member);
        return text == null ? null : actor(member, text);
    }

    private static UUID uuid(String member, String text) {
        UUID id = TypeGuid.parse(text);
        if (id == null) {
            throw new UnfitValueException("has as " + member + " what is no UUID");
        }
        return id;
    }

    private static String actor(String member, String text) {
        Actor.fault(text).ifPresent(fault -> {
            throw new UnfitValueException(
                    "has as " + member + " the name " + ColumnText.quoted(text) + ", which " + fault);
        });
        return text;
    }

    private static Instant moment(String member, String text) {
        try {
            Instant moment = Instant.parse(text);
            if (moment.isBefore(FIRST) || !moment.isBefore(END)) {
                throw new UnfitValueException("has as " + member + " what is outside of the years 1 to 9999");
            }
            return moment.truncatedTo(ChronoUnit.MICROS);
        } catch (DateTimeException e) {
            throw new UnfitValueException(
                    "has as " + member + " what is no point in time such as 2026-01-31T23:59:59Z");
        }
    }

    private static final class Reader {
        private static final String REVISION = "a whole number from 1 to " + HIGHEST_REVISION.toPlainString();
        private static final Set<String> DELETED = Set.of("at", "by", "with");

        private final JsonIn in;
        private final Set<String> members = new HashSet<>();
        private final Map<String, String> texts = new HashMap<>();
        private final Map<String, String> values = new HashMap<>();
        private @Nullable Deleted deleted;
        private long revision;

        Reader(JsonIn in) {
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
            ImportLine found = new ImportLine(parts, 0, null, Map.of());
            return new Deleted(
                    moment("deleted at", found.require("deleted at")),
                    actor("deleted by", found.require("deleted by")),
                    uuid("deleted with", found.require("deleted with")));
        }

        private static UnfitValueException unknown(String member) {
            return new UnfitValueException("has a member " + member + ", which no item has");
        }
    }
}
