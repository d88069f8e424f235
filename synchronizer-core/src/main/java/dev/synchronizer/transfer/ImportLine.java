package dev.synchronizer.transfer;

import dev.synchronizer.json.JsonIn;
import dev.synchronizer.model.Actor;
import dev.synchronizer.model.ColumnText;
import dev.synchronizer.model.TypeGuid;
import dev.synchronizer.store.StoredItem.Deleted;
import dev.synchronizer.value.UnfitValueException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
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

    /** @throws UnfitValueException if it is no item */
    static ImportLine read(String line) {
        try {
            return JsonIn.read(line, in -> new ImportLineReader(in).read());
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

    /** What the texts of a nested object say, whose names begin with that of the object. */
    Deleted deletion(String object) {
        return new Deleted(
                moment(object + " at", require(object + " at")),
                actor(object + " by", require(object + " by")),
                uuid(object + " with", require(object + " with")));
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
}
