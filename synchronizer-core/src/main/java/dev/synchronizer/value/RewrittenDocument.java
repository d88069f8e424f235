package dev.synchronizer.value;

import java.util.List;

/**
 * A document in which the values of a property of blocks were changed.
 *
 * @param document its row as it is to be, without what found no place
 * @param lost the values of which something found no place, in the order in which they stood
 */
public record RewrittenDocument(StoredValue document, List<Lost> lost) {
    public RewrittenDocument {
        lost = List.copyOf(lost);
    }

    /**
     * A value of which something found no place.
     *
     * @param language its language; empty where it is of none in particular
     * @param json the value, as it stood in the document
     */
    public record Lost(String language, String json) {}
}
