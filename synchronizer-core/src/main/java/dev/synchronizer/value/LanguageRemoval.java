package dev.synchronizer.value;

import dev.synchronizer.model.PropertyType;
import dev.synchronizer.value.RewrittenDocument.Lost;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;

/** Leaves one value of a property that ceases to be localized: that of no language in particular, else of the first one. */
public final class LanguageRemoval {
    private LanguageRemoval() {}

    /**
     * Does so in every block of a document.
     *
     * @param whole the data type of the value that the document is
     * @param part the id of the property that ceases to be localized
     * @return the document, and all values of languages as lost, for one that stays loses its language
     */
    public static RewrittenDocument inDocument(StoredValue document, PropertyType whole, long part, BlockParts parts) {
        return DocumentRewriting.rewrite(document, whole, part, parts, LanguageRemoval::keepFirst);
    }

    private static void keepFirst(SortedMap<PartKey, String> values, List<Lost> lost) {
        if (values.isEmpty()) {
            return;
        }
        PartKey first = values.firstKey();
        String kept = Objects.requireNonNull(values.get(first));
        values.forEach((key, json) -> {
            if (!key.language().isEmpty()) {
                lost.add(new Lost(key.language(), json));
            }
        });
        values.clear();
        values.put(new PartKey(first.part(), ""), kept);
    }
}
