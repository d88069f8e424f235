package dev.synchronizer.persistence;

import dev.synchronizer.persistence.ValueCells.Cell;
import dev.synchronizer.value.StoredValue;
import dev.synchronizer.value.ValueColumn;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rows of values. */
final class ValueRows {
    private static final String KEY = "item_id, property_id, language";
    private static final String JOINED_VALUE = " join ct_value v on v.item_id = w.item_id"
            + " and v.property_id = w.property_id and v.language = w.language";
    /** The position of the first column that may hold the value, behind the key. */
    private static final int FIRST_CELL = 4;

    private final OpenDatabase database;
    private final Database product;
    private final String select;

    ValueRows(OpenDatabase database) {
        this.database = database;
        product = database.product();
        select = product.joiningWhole() + "select v.item_id, v.property_id, v.language, " + ValueCells.NAMES + ", "
                + PartRows.text(product) + " as parts from ";
    }

    List<StoredValue> ofItems(Collection<UUID> items) throws SQLException {
        List<StoredValue> values = new ArrayList<>();
        for (List<UUID> list : Query.lists(items.stream().sorted(Ids.ORDER).toList())) {
            values.addAll(chosen(list)
                    .add(" order by v.item_id, v.property_id, v.language")
                    .list(this::value));
        }
        return values;
    }

    /** PostgreSQL reads items that follow each other from one place of the index, once it knows that they do. */
    private Query chosen(List<UUID> ids) {
        Query query = new Query(database, select + "ct_value v where v.item_id").in(ids);
        return database.product() == Database.POSTGRESQL && ids.size() > 1
                ? query.add(" and v.item_id between ? and ?", ids.get(0), ids.get(ids.size() - 1))
                : query;
    }

    List<StoredValue> ofProperty(long property, @Nullable StoredValue after, int limit) throws SQLException {
        Query query = new Query(database, select + "ct_value v where v.property_id = ?", property);
        if (after != null) {
            query.add(
                    " and v.item_id >= ? and (v.item_id > ? or v.language > ?)",
                    after.item(),
                    after.item(),
                    after.language());
        }
        return query.add(" order by v.property_id, v.item_id, v.language limit ?", limit)
                .list(this::value);
    }

    /** One query goes on within a property and another behind it: a range of both is one that no index begins at its place. */
    List<StoredValue> documentsWith(long part, @Nullable StoredValue after, int limit) throws SQLException {
        if (after == null) {
            return documents(places(part), limit);
        }
        List<StoredValue> page = new ArrayList<>(documents(
                places(part)
                        .add(" and property_id = ? and item_id >= ?", after.property(), after.item())
                        .add(" and (item_id > ? or language > ?)", after.item(), after.language()),
                limit));
        if (page.size() < limit) {
            page.addAll(documents(places(part).add(" and property_id > ?", after.property()), limit - page.size()));
        }
        return page;
    }

    /** The places come first, and only as many as are wanted, whatever a planner makes of the rest. */
    private Query places(long part) {
        return new Query(database, select + "(select part_id, " + KEY + " from ct_value_part where part_id = ?", part);
    }

    private List<StoredValue> documents(Query places, int limit) throws SQLException {
        return places.add(" order by part_id, property_id, item_id, language limit ?) w", limit)
                .add(JOINED_VALUE + " order by v.property_id, v.item_id, v.language")
                .list(this::value);
    }

    void eachOf(IdChoice properties, Consumer<StoredValue> each) throws SQLException {
        Query query = properties.narrow(new Query(database, select + "ct_value v"), " where v.property_id");
        query.add(" order by v.property_id, v.item_id, v.language");
        each(query, each, value -> properties.has(value.property()));
    }

    void eachDocumentWith(IdChoice parts, Consumer<StoredValue> each) throws SQLException {
        Query documents = new Query(database, select + "(select distinct " + KEY + " from ct_value_part");
        Query query = parts.narrow(documents, " where part_id")
                .add(") w" + JOINED_VALUE + " order by v.item_id, v.property_id, v.language");
        each(query, each, value -> value.parts().keySet().stream().anyMatch(parts::has));
    }

    private void each(Query query, Consumer<StoredValue> each, Predicate<StoredValue> wanted) throws SQLException {
        query.each(row -> {
            StoredValue value = value(row);
            if (wanted.test(value)) {
                each.accept(value);
            }
        });
    }

    void insert(Collection<StoredValue> values) throws SQLException {
        String sql = "insert into ct_value (" + KEY + ", " + ValueCells.NAMES + ") values (?, ?, ?, " + ValueCells.MARKS
                + ")";
        Batch.send(database.connection(), sql, values, (insert, value) -> {
            bindKey(insert, 1, value, product);
            ValueCells.bind(insert, FIRST_CELL, value.column(), value.value(), product);
        });
        new PartRows(database).insert(values);
    }

    /**
     * One statement for all, whatever their columns, and a short one where they have one in common, as what a rule sets of
     * many items has; what is said of parts only where there were or are some.
     */
    void update(Collection<StoredValue> values) throws SQLException {
        Set<ValueColumn> columns = values.stream().map(StoredValue::column).collect(Collectors.toSet());
        if (columns.size() == 1) {
            replace(
                    List.copyOf(values),
                    columns.iterator().next(),
                    columns.iterator().next());
            return;
        }
        String sql = "update ct_value set " + ValueCells.ASSIGNED
                + " where item_id = ? and property_id = ? and language = ?";
        Batch.send(database.connection(), sql, values, (update, value) -> {
            ValueCells.bind(update, 1, value.column(), value.value(), product);
            bindKey(update, 1 + ValueCells.COUNT, value, product);
        });
        PartRows parts = new PartRows(database);
        parts.delete(values.stream()
                .filter(value -> value.column() == ValueColumn.DOCUMENT)
                .toList());
        parts.insert(values);
    }

    /** Writes no more than it takes: the column before, the column after, and the parts where there may be any. */
    void replace(Collection<StoredValue> values, ValueColumn before) throws SQLException {
        Map<ValueColumn, List<StoredValue>> byColumn =
                values.stream().collect(Collectors.groupingBy(StoredValue::column, TreeMap::new, Collectors.toList()));
        for (Map.Entry<ValueColumn, List<StoredValue>> each : byColumn.entrySet()) {
            replace(each.getValue(), before, each.getKey());
        }
    }

    private void replace(List<StoredValue> values, ValueColumn before, ValueColumn after) throws SQLException {
        String emptied = before == after ? "" : ", " + ValueCells.name(before) + " = null";
        String sql = "update ct_value set " + ValueCells.name(after) + " = ?" + emptied
                + " where item_id = ? and property_id = ? and language = ?";
        Batch.send(database.connection(), sql, values, (update, value) -> {
            Query.bind(update, 1, value.value(), product);
            bindKey(update, 2, value, product);
        });
        PartRows parts = new PartRows(database);
        if (before == ValueColumn.DOCUMENT) {
            parts.delete(values);
        }
        parts.insert(values);
    }

    /** Deletes what stands at the places of these, and what is said of its parts with it. */
    void delete(Collection<StoredValue> values) throws SQLException {
        String sql = "delete from ct_value where item_id = ? and property_id = ? and language = ?";
        Batch.send(database.connection(), sql, values, (delete, value) -> bindKey(delete, 1, value, product));
    }

    static void bindKey(PreparedStatement statement, int first, StoredValue value, Database product)
            throws SQLException {
        Ids.bind(statement, first, value.item(), product);
        statement.setLong(first + 1, value.property());
        statement.setString(first + 2, value.language());
    }

    private StoredValue value(ResultSet row) throws SQLException {
        Cell cell = ValueCells.read(row, FIRST_CELL, product);
        return new StoredValue(
                Objects.requireNonNull(Ids.readOrNull(row, 1, product)),
                row.getLong(2),
                row.getString(3),
                cell.column(),
                cell.value(),
                PartRows.parse(row.getString(FIRST_CELL + ValueCells.COUNT)));
    }
}
