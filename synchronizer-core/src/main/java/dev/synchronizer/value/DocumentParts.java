package dev.synchronizer.value;

import dev.synchronizer.json.JsonIn;
import dev.synchronizer.json.JsonOut;
import java.util.Set;

/** Tells of the values that properties of blocks have in a document, at whatever depth they stand. */
public final class DocumentParts {
    private final Set<Long> wanted;
    private final Each each;

    private DocumentParts(Set<Long> wanted, Each each) {
        this.wanted = wanted;
        this.each = each;
    }

    /** Is told of a value. */
    @FunctionalInterface
    public interface Each {
        /**
         * Called for each value, in the order in which they stand.
         *
         * @param part the id of its property
         * @param language its language; empty where it is of none in particular
         * @param json the value, as it stands in the document
         */
        void value(long part, String language, String json);
    }

    /** Tells of the values of some properties of blocks, by their ids. */
    public static void each(StoredValue document, Set<Long> wanted, Each each) {
        new DocumentParts(wanted, each).read((String) document.value());
    }

    private void read(String json) {
        JsonIn.read(json, in -> {
            walk(in);
            return json;
        });
    }

    private void walk(JsonIn in) {
        switch (in.peek()) {
            case OBJECT -> in.object(name -> member(PartKey.parse(name), in));
            case ARRAY -> in.elements(() -> walk(in));
            default -> in.skip();
        }
    }

    /** A value that is told of may be a block, in which others stand. */
    private void member(PartKey key, JsonIn in) {
        if (wanted.contains(key.part())) {
            String json = JsonOut.compact(in::copyTo);
            each.value(key.part(), key.language(), json);
            read(json);
        } else {
            walk(in);
        }
    }
}
