package dev.synchronizer.persistence;

import dev.synchronizer.json.JsonIn;
import dev.synchronizer.json.JsonOut;
import java.util.List;

/** A list of texts in one column, as JSON. */
final class TextList {
    private TextList() {}

    static String json(List<String> texts) {
        return JsonOut.compact(out -> out.array(texts, out::text));
    }

    static List<String> read(String json) {
        return JsonIn.read(json, JsonIn::texts);
    }
}
