package dev.synchronizer.persistence;

import dev.synchronizer.value.StoredValue;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The rows that tell which properties of embedded blocks have values within a document, and how many. */
final class PartRows {
    private final OpenDatabase database;

    PartRows(OpenDatabase database) {
        this.database = database;
    }

    void insert(Collection<StoredValue> values) throws SQLException {
        List<Part> parts = values.stream()
                .flatMap(value -> value.parts().entrySet().stream().map(part -> new Part(value, part)))
                .toList();
        String sql = "insert into ct_value_part (item_id, property_id, language, part_id, uses) values (?, ?, ?, ?, ?)";
        Batch.send(database.connection(), sql, parts, (insert, part) -> {
            ValueRows.bindKey(insert, 1, part.value, database.product());
            insert.setLong(4, part.uses.getKey());
            insert.setInt(5, part.uses.getValue());
        });
    }

    /** Deletes what is said of the parts of documents. */
    void delete(Collection<StoredValue> documents) throws SQLException {
        String sql = "delete from ct_value_part where item_id = ? and property_id = ? and language = ?";
        Batch.send(
                database.connection(),
                sql,
                documents,
                (delete, value) -> ValueRows.bindKey(delete, 1, value, database.product()));
    }

    /** The expression that gives the parts of a row of values as one text, so that it takes no query of its own. */
    static String text(Database product) {
        return "case when v.document is not null then (select " + product.joined("p.part_id", "p.uses")
                + " from ct_value_part p where p.item_id = v.item_id and p.property_id = v.property_id"
                + " and p.language = v.language) end";
    }

    static SortedMap<Long, Integer> parse(@Nullable String text) {
        if (text == null) {
            return Collections.emptySortedMap();
        }
        SortedMap<Long, Integer> parts = new TreeMap<>();
        for (String part : text.split(",", -1)) {
            int colon = part.indexOf(':');
            parts.put(Long.valueOf(part.substring(0, colon)), Integer.valueOf(part.substring(colon + 1)));
        }
        return Collections.unmodifiableSortedMap(parts);
    }

    private record Part(StoredValue value, Map.Entry<Long, Integer> uses) {}
}
