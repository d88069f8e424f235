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
import java.util.UUID;

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
        return first(types.narrow(query, " where type_id").add(") ranked where place <= ?", each), types, each);
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

    /** Each item once: what it holds in a property itself, and beside that within blocks, is told apart by the database. */
    Map<Long, Long> itemsWith(IdChoice properties) throws SQLException {
        Query query =
                new Query(database, "select property_id as owner, count(distinct item_id) as items from ct_value");
        properties.narrow(query, " where property_id").add(" group by property_id union all");
        query.add(
                        " select p.part_id as owner, count(distinct p.item_id) as items from ct_value_part p where not exists")
                .add(" (select 1 from ct_value v where v.item_id = p.item_id and v.property_id = p.part_id)");
        properties.narrow(query, " and p.part_id").add(" group by p.part_id");
        Map<Long, Long> counts = new TreeMap<>();
        query.each(row -> {
            if (properties.has(row.getLong("owner"))) {
                counts.merge(row.getLong("owner"), row.getLong("items"), Long::sum);
            }
        });
        return counts;
    }

    Map<Long, List<UsedItem>> firstItemsWith(IdChoice properties, int each) throws SQLException {
        Query query = new Query(database, "select first.owner, i.id, i.name from (");
        addFirst(query, properties, "property_id", "ct_value", each).add(" union all ");
        addFirst(query, properties, "part_id", "ct_value_part", each)
                .add(") first join ct_item i on i.id = first.item_id");
        return first(query, properties, each);
    }

    /** An item stands there as often as it has values of the property. */
    private static Query addFirst(Query query, IdChoice properties, String owner, String table, int each) {
        query.add("select owner, item_id from (select " + owner + " as owner, item_id, dense_rank()")
                .add(" over (partition by " + owner + " order by item_id) as place from " + table);
        return properties.narrow(query, " where " + owner).add(") ranked where place <= ?", each);
    }

    private Map<Long, List<UsedItem>> first(Query query, IdChoice wanted, int each) throws SQLException {
        Map<Long, SortedMap<UUID, UsedItem>> found = new TreeMap<>();
        query.each(row -> {
            if (wanted.has(row.getLong("owner"))) {
                UsedItem item = item(row);
                found.computeIfAbsent(row.getLong("owner"), owner -> new TreeMap<>(Ids.ORDER))
                        .put(item.id(), item);
            }
        });
        Map<Long, List<UsedItem>> first = new TreeMap<>();
        found.forEach((owner, items) ->
                first.put(owner, items.values().stream().limit(each).toList()));
        return first;
    }

    private UsedItem item(ResultSet row) throws SQLException {
        return new UsedItem(Ids.read(row, "id", database.product()), row.getString("name"));
    }
}
