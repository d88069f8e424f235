package dev.synchronizer.staging.directory;

import dev.synchronizer.json.JsonIn;
import dev.synchronizer.json.JsonOut;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.task.Payload.About;
import dev.synchronizer.task.Places;
import dev.synchronizer.task.SubjectState;
import dev.synchronizer.task.TaskKey;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads files of things, and says of each what is wrong with it. */
final class ThingReading {
    private final Map<String, String> texts = new TreeMap<>();
    private final TreeSet<String> properties = new TreeSet<>();
    private @Nullable Map<String, String> places;

    private ThingReading() {}

    /**
     * The thing of a file.
     *
     * @param path where the file stands
     * @throws BrokenFileException if it is none
     */
    static ThingFile read(String path, byte[] bytes) {
        ThingFile file = parse(bytes);
        String place = place(file);
        if (!place.equals(path)) {
            throw new BrokenFileException("holds " + file.key() + ", whose place is " + place);
        }
        return file;
    }

    /** The same, wherever it stands. */
    static ThingFile parse(byte[] bytes) {
        String text = text(bytes);
        try {
            return JsonIn.read(text, in -> new ThingReading().read(in));
        } catch (UncheckedIOException e) {
            throw new BrokenFileException(JsonIn.excess(e)
                    .orElseGet(() -> "is not the JSON that it should be"
                            + JsonIn.place(e).map(where -> ", see " + where).orElse("")));
        }
    }

    private static String text(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (text.startsWith("\uFEFF")) {
                throw new BrokenFileException("begins with a byte order mark; save it as UTF-8 without one");
            }
            return text;
        } catch (CharacterCodingException e) {
            throw new BrokenFileException("is not in UTF-8");
        }
    }

    private ThingFile read(JsonIn in) {
        in.object(name -> member(name, in));
        Map<String, String> read = places;
        if (read == null) {
            throw new BrokenFileException("has no state");
        }
        About about = new About(
                texts.getOrDefault("type", ""),
                texts.get("guid"),
                texts.get("module"),
                texts.get("version"),
                properties);
        TaskKey key = key();
        if (key.kind().equals(TaskKey.ITEM)) {
            read.put(Places.TYPE, JsonOut.compact(out -> out.text(about.type())));
        }
        ThingFile file = new ThingFile(key, about, SubjectState.of(read));
        check(file);
        return file;
    }

    private void member(String name, JsonIn in) {
        switch (name) {
            case "key", "type", "guid", "module", "version" -> once(texts.put(name, in.text()), name);
            case "properties" -> properties.addAll(in.texts());
            case "state" -> {
                once(places, name);
                places = places(in);
            }
            default -> in.skip();
        }
    }

    private static Map<String, String> places(JsonIn in) {
        Map<String, String> read = new TreeMap<>();
        in.object(place -> once(read.put(place, JsonOut.compact(in::copyTo)), place));
        return read;
    }

    private static void once(@Nullable Object before, String name) {
        if (before != null) {
            throw new BrokenFileException("says " + name + " twice");
        }
    }

    private TaskKey key() {
        String text = texts.get("key");
        if (text == null) {
            throw new BrokenFileException("has no key, and so is no file of a synchronizer");
        }
        try {
            return TaskKey.parse(text);
        } catch (IllegalArgumentException e) {
            throw new BrokenFileException("has the key " + text + ", which is none that a directory holds");
        }
    }

    private static void check(ThingFile file) {
        if (!file.key().kind().equals(TaskKey.RULE) && file.about().type().isEmpty()) {
            throw new BrokenFileException("does not say of which type it is");
        }
        if (file.key().kind().equals(TaskKey.ITEM)) {
            checkItem(file);
        }
    }

    private static void checkItem(ThingFile file) {
        if (ThingPaths.id(file.key().id()).isEmpty()) {
            throw new BrokenFileException("has the key " + file.key() + ", which is no id in lower case");
        }
        if (text(file.state(), Places.NAME).isEmpty()) {
            throw new BrokenFileException("does not say a name, which every item has");
        }
        if (file.state().at(Places.DELETED).isPresent()) {
            throw new BrokenFileException("is said to be deleted; of what is in the recycle bin there is no file");
        }
        boolean parent = file.state().at(Places.PARENT).isEmpty()
                || text(file.state(), Places.PARENT).flatMap(ThingPaths::id).isPresent();
        if (!parent) {
            throw new BrokenFileException("stands below something that is no id in lower case");
        }
    }

    /** The text that stands at a place; empty where there is none. */
    static Optional<String> text(SubjectState state, String place) {
        return state.at(place).filter(json -> json.startsWith("\"")).map(json -> JsonIn.read(json, JsonIn::text));
    }

    private static String place(ThingFile file) {
        try {
            return file.path();
        } catch (IllegalArgumentException | ProblemsException e) {
            throw new BrokenFileException("has the key " + file.key() + ", which is none that a directory holds");
        }
    }
}
