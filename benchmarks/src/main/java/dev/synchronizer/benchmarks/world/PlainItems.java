package dev.synchronizer.benchmarks.world;

import dev.synchronizer.value.Values;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** The statements that items take, in plain JDBC: what a save and a load cannot do without. */
public final class PlainItems {
    private static final List<Class<?>> COLUMNS = List.of(
            Boolean.class,
            Long.class,
            Double.class,
            BigDecimal.class,
            String.class,
            Text.class,
            LocalDate.class,
            LocalDateTime.class);
    private static final int[] SQL_TYPES = {
        Types.BOOLEAN,
        Types.BIGINT,
        Types.DOUBLE,
        Types.NUMERIC,
        Types.VARCHAR,
        Types.VARCHAR,
        Types.DATE,
        Types.TIMESTAMP
    };
    private static final String INSERT_ITEM =
            "insert into ct_item (id, type_id, name, revision, created_at, created_by,"
                    + " saved_at, saved_by) values (?, ?, ?, 1, ?, 'ann', ?, 'ann')";
    private static final String UPDATE_VALUE = "update ct_value set flag_value = ?, whole_value = ?,"
            + " floating_value = ?, decimal_value = ?, short_text = ?, long_text = ?, day_value = ?, moment_value = ?"
            + " where item_id = ? and property_id = ? and language = ''";
    private static final String INSERT_VALUE = "insert into ct_value (item_id, property_id, language, flag_value,"
            + " whole_value, floating_value, decimal_value, short_text, long_text, day_value, moment_value)"
            + " values (?, ?, '', ?, ?, ?, ?, ?, ?, ?, ?)";

    private final Connection connection;
    private final String keeping;
    private final int snapshot;
    private final Map<String, Long> properties = new TreeMap<>();
    private long type;

    private record Text(String text) {}

    /**
     * @param keeping what ends a query that keeps a row from being deleted
     * @param snapshot the isolation in which all is read as of one moment
     */
    public PlainItems(Connection connection, String keeping, int snapshot) throws SQLException {
        this.connection = connection;
        this.keeping = keeping;
        this.snapshot = snapshot;
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select p.id, p.name, p.type_id from ct_property p"
                        + " join ct_type t on t.id = p.type_id where t.name = '" + ItemSite.TYPE + "'")) {
            while (rows.next()) {
                properties.put(rows.getString("name"), rows.getLong("id"));
                type = rows.getLong("type_id");
            }
        }
    }

    /** Makes an item in a transaction of its own, after a look at what it is made by. */
    public void create(UUID id, Values values) throws SQLException {
        connection.setAutoCommit(false);
        look();
        try (PreparedStatement insert = connection.prepareStatement(INSERT_ITEM)) {
            bindItem(insert, id);
            insert.executeUpdate();
        }
        insertValues(id, values);
        connection.commit();
        connection.setAutoCommit(true);
    }

    /** Gives all values of an item their new content, each in the row in which it stands. */
    public void save(UUID id, Values values) throws SQLException {
        connection.setAutoCommit(false);
        look();
        query("select * from ct_item where id = ? for update", id);
        query("select * from ct_value where item_id = ?", id);
        try (PreparedStatement item = connection.prepareStatement(
                        "update ct_item set revision = revision + 1, saved_at = ? where id = ?");
                PreparedStatement update = connection.prepareStatement(UPDATE_VALUE)) {
            item.setObject(1, LocalDateTime.of(2026, 1, 1, 0, 0));
            item.setObject(2, id);
            item.executeUpdate();
            for (Map.Entry<String, Long> property : properties.entrySet()) {
                bind(update, 1, stored(values.get(property.getKey()).orElseThrow()));
                update.setObject(1 + COLUMNS.size(), id);
                update.setLong(2 + COLUMNS.size(), property.getValue());
                update.addBatch();
            }
            update.executeBatch();
        }
        connection.commit();
        connection.setAutoCommit(true);
    }

    /** Reads an item with all that it holds, as of one moment, and says how many columns held something. */
    public int load(UUID id) throws SQLException {
        int before = snapshot == Connection.TRANSACTION_REPEATABLE_READ ? 0 : connection.getTransactionIsolation();
        if (before != 0) {
            connection.setTransactionIsolation(snapshot);
        }
        connection.setAutoCommit(false);
        if (before == 0) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("set transaction isolation level repeatable read");
            }
        }
        query("select * from ct_state where id = 1");
        int read =
                query("select * from ct_item where id = ?", id) + query("select * from ct_value where item_id = ?", id);
        connection.commit();
        connection.setAutoCommit(true);
        if (before != 0) {
            connection.setTransactionIsolation(before);
        }
        return read;
    }

    /** Makes many items in one transaction, 500 to a batch; the second has the second of these ids, and so on. */
    public void createAll(List<UUID> ids) throws SQLException {
        connection.setAutoCommit(false);
        try (PreparedStatement item = connection.prepareStatement(INSERT_ITEM);
                PreparedStatement value = connection.prepareStatement(INSERT_VALUE)) {
            for (int i = 0; i < ids.size(); i++) {
                bindItem(item, ids.get(i));
                item.addBatch();
                addValues(value, ids.get(i), ItemSite.values(i));
                if (i % 500 == 499) {
                    item.executeBatch();
                    value.executeBatch();
                }
            }
            item.executeBatch();
            value.executeBatch();
        }
        connection.commit();
        connection.setAutoCommit(true);
    }

    private void look() throws SQLException {
        query("select id from ct_type where id = " + type + keeping);
        query("select * from ct_state where id = 1");
    }

    private int query(String sql, Object... parameters) throws SQLException {
        int read = 0;
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                query.setObject(i + 1, parameters[i]);
            }
            try (ResultSet row = query.executeQuery()) {
                int columns = row.getMetaData().getColumnCount();
                while (row.next()) {
                    for (int i = 1; i <= columns; i++) {
                        read += row.getObject(i) == null ? 0 : 1;
                    }
                }
            }
        }
        return read;
    }

    private void bindItem(PreparedStatement insert, UUID id) throws SQLException {
        LocalDateTime now = LocalDateTime.of(2026, 1, 1, 0, 0);
        insert.setObject(1, id);
        insert.setLong(2, type);
        insert.setString(3, "Item");
        insert.setObject(4, now);
        insert.setObject(5, now);
    }

    private void insertValues(UUID id, Values values) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT_VALUE)) {
            addValues(insert, id, values);
            insert.executeBatch();
        }
    }

    private void addValues(PreparedStatement insert, UUID id, Values values) throws SQLException {
        for (Map.Entry<String, Long> property : properties.entrySet()) {
            insert.setObject(1, id);
            insert.setLong(2, property.getValue());
            bind(insert, 3, stored(values.get(property.getKey()).orElseThrow()));
            insert.addBatch();
        }
    }

    private static Object stored(Object value) {
        if (value instanceof Integer number) {
            return number.longValue();
        }
        return value instanceof String text && text.startsWith("A longer") ? new Text(text) : value;
    }

    private static void bind(PreparedStatement statement, int first, Object value) throws SQLException {
        for (int i = 0; i < COLUMNS.size(); i++) {
            if (COLUMNS.get(i).isInstance(value)) {
                statement.setObject(first + i, value instanceof Text text ? text.text() : value);
            } else {
                statement.setNull(first + i, SQL_TYPES[i]);
            }
        }
    }
}
