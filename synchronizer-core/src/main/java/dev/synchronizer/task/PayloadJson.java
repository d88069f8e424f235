package dev.synchronizer.task;

import dev.synchronizer.json.JsonIn;
import dev.synchronizer.json.JsonOut;
import dev.synchronizer.task.Payload.About;
import dev.synchronizer.task.Payload.Base;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Payloads as canonical JSON. */
public final class PayloadJson {
    private PayloadJson() {}

    public static String write(Payload payload) {
        return JsonOut.compact(out -> writeTo(payload, out));
    }

    public static void writeTo(Payload payload, JsonOut out) {
        out.object(() -> {
            About about = payload.about();
            out.text("type", about.type());
            text("guid", about.guid(), out);
            text("module", about.module(), out);
            text("version", about.version(), out);
            out.texts("properties", about.properties());
            out.number("revision", payload.revision());
            if (payload.base().known()) {
                out.object("base", () -> base(payload.base(), out));
            }
            SubjectState after = payload.after();
            if (after != null) {
                out.object(
                        "after",
                        () -> after.places().forEach((place, json) -> {
                            out.name(place);
                            out.json(json);
                        }));
            }
            out.name("stamps");
            payload.stamps().writeTo(out);
        });
    }

    private static void base(Base base, JsonOut out) {
        out.flag("there", base.there());
        out.number("revision", base.revision());
        out.object(
                "changed",
                () -> base.changed().forEach((place, json) -> {
                    // Nothing is something else than JSON's null, which a setting can be.
                    out.name(place);
                    out.array(() -> json.ifPresent(out::json));
                }));
        out.texts("digests", base.digests());
    }

    private static void text(String name, @Nullable String text, JsonOut out) {
        if (text != null) {
            out.text(name, text);
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws java.io.UncheckedIOException if it is no payload
     */
    public static Payload read(String json) {
        return JsonIn.read(json, PayloadJson::read);
    }

    /** Reads one that stands within something else. */
    public static Payload read(JsonIn in) {
        return new Reading(in).read();
    }

    private static final class Reading {
        private final JsonIn in;
        private final TreeMap<String, String> texts = new TreeMap<>();
        private final TreeSet<String> properties = new TreeSet<>();
        private Base base = Base.unknown();
        private @Nullable SubjectState after;
        private Stamps stamps = Stamps.none();
        private long revision;

        Reading(JsonIn in) {
            this.in = in;
        }

        Payload read() {
            in.object(this::member);
            About about = new About(
                    texts.getOrDefault("type", ""),
                    texts.get("guid"),
                    texts.get("module"),
                    texts.get("version"),
                    properties);
            return new Payload(about, revision, base, after, stamps);
        }

        private void member(String name) {
            switch (name) {
                case "type", "guid", "module", "version" -> texts.put(name, in.text());
                case "properties" -> properties.addAll(in.texts());
                case "revision" -> revision = in.number();
                case "base" -> base = base();
                case "after" -> after = state();
                case "stamps" -> stamps = Stamps.read(in);
                default -> in.skip();
            }
        }

        private Base base() {
            boolean[] there = {false};
            long[] of = {0};
            TreeMap<String, Optional<String>> changed = new TreeMap<>();
            List<String> digests = new ArrayList<>();
            in.object(name -> {
                switch (name) {
                    case "there" -> there[0] = in.flag();
                    case "revision" -> of[0] = in.number();
                    case "changed" -> in.object(place -> changed.put(place, json()));
                    case "digests" -> digests.addAll(in.texts());
                    default -> in.skip();
                }
            });
            return new Base(true, there[0], of[0], changed, digests);
        }

        private Optional<String> json() {
            return in.array(() -> JsonOut.compact(in::copyTo)).stream().findFirst();
        }

        private SubjectState state() {
            SortedMap<String, String> places = new TreeMap<>();
            in.object(place -> places.put(place, JsonOut.compact(in::copyTo)));
            return SubjectState.of(places);
        }
    }
}
