package dev.synchronizer.persistence;

import dev.synchronizer.model.UsedItem;
import dev.synchronizer.store.ContentReads.ItemCount;
import dev.synchronizer.store.ContentReads.ValueCount;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts items and values by as many queries for ten thousand types as for one. */
final class UsageCounts {
    private final OpenDatabase database;

    UsageCounts(OpenDatabase database) {
        this.database = database;
    }

    Map<Long, ItemCount> items(IdChoice types) throws SQLException {
        Query query =
                new Query(database, "select type_id, count(*) as items, count(deleted_at) as in_bin from ct_item");
        Map<Long, ItemCount> counts = new TreeMap<>();
        types.narrow(query, " where type_id").add(" group by type_id").each(row -> {
            long type = row.getLong("type_id");
            if (types.has(type)) {
                counts.put(type, new ItemCount(row.getLong("items"), row.getLong("in_bin")));
            }
        });
        return counts;
    }

    Map<Long, List<UsedItem>> firstItems(IdChoice types, int each) throws SQLException {
        Query query = new Query(database, "select owner, id, name from (select type_id as owner, id, name,")
                .add(" row_number() over (partition by type_id order by id) as place from ct_item");
        types.narrow(query, " where type_id").add(") ranked where place <= ? order by owner, place", each);
        return first(query, types);
    }

    List<ValueCount> values(IdChoice properties) throws SQLException {
        SortedMap<Long, SortedMap<String, Long>> counts = new TreeMap<>();
        Query values = new Query(database, "select property_id as owner, language, count(*) as uses from ct_value");
        properties.narrow(values, " where property_id").add(" group by property_id, language");
        add(values, properties, counts);
        Query parts = new Query(database, "select part_id as owner, language, sum(uses) as uses from ct_value_part");
        properties.narrow(parts, " where part_id").add(" group by part_id, language");
        add(parts, properties, counts);
        List<ValueCount> list = new ArrayList<>();
        counts.forEach((property, byLanguage) ->
                byLanguage.forEach((language, uses) -> list.add(new ValueCount(property, language, uses))));
        return list;
    }

    private static void add(Query query, IdChoice wanted, Map<Long, SortedMap<String, Long>> counts)
            throws SQLException {
        query.each(row -> {
            if (wanted.has(row.getLong("owner"))) {
                counts.computeIfAbsent(row.getLong("owner"), owner -> new TreeMap<>())
                        .merge(row.getString("language"), row.getLong("uses"), Long::sum);
            }
        });
    }

    Map<Long, Long> itemsWith(IdChoice properties) throws SQLException {
        Query query = holders(new Query(database, "select owner, count(*) as items from ("), properties)
                .add(") holders group by owner");
        Map<Long, Long> counts = new TreeMap<>();
        query.each(row -> {
            if (properties.has(row.getLong("owner"))) {
                counts.put(row.getLong("owner"), row.getLong("items"));
            }
        });
        return counts;
    }

    Map<Long, List<UsedItem>> firstItemsWith(IdChoice properties, int each) throws SQLException {
        Query query = new Query(database, "select ranked.owner, i.id, i.name from (select owner, item_id,")
                .add(" row_number() over (partition by owner order by item_id) as place from (");
        holders(query, properties)
                .add(") holders) ranked join ct_item i on i.id = ranked.item_id where ranked.place <= ?", each)
                .add(" order by ranked.owner, ranked.place");
        return first(query, properties);
    }

    /** Which items hold which properties, be it within blocks; each pair once. */
    private static Query holders(Query query, IdChoice properties) {
        properties.narrow(query.add("select property_id as owner, item_id from ct_value"), " where property_id");
        query.add(" union select part_id as owner, item_id from ct_value_part");
        return properties.narrow(query, " where part_id");
    }

    private Map<Long, List<UsedItem>> first(Query query, IdChoice wanted) throws SQLException {
        Map<Long, List<UsedItem>> first = new TreeMap<>();
        query.each(row -> {
            if (wanted.has(row.getLong("owner"))) {
                first.computeIfAbsent(row.getLong("owner"), owner -> new ArrayList<>())
                        .add(item(row));
            }
        });
        return first;
    }

    private UsedItem item(ResultSet row) throws SQLException {
        return new UsedItem(Ids.read(row, "id", database.product()), row.getString("name"));
    }
}
