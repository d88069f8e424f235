package dev.synchronizer.persistence;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A statement that is put together piece by piece, each piece with what is bound to it. */
final class Query {
    /** Rows that are fetched at a time: each may hold a long text. */
    private static final int LONG_ROWS = 200;

    /** Ids that stand in one list; behind as many, another query asks for the others. */
    static final int LIST = 500;

    /** Planning takes longer than it saves, where less is bound to a query. */
    private static final int MANY = 50;

    private final OpenDatabase database;
    private final StringBuilder sql = new StringBuilder();
    private final List<Object> bound = new ArrayList<>();
    private int fetchSize = LONG_ROWS;

    Query(OpenDatabase database, String sql, Object... values) {
        this.database = database;
        add(sql, values);
    }

    /** @param values for the marks of this piece */
    Query add(String piece, Object... values) {
        sql.append(piece);
        bound.addAll(List.of(values));
        return this;
    }

    /** Adds {@code in (?, ?)}; there has to be one. */
    Query in(Collection<?> values) {
        String marks = Stream.generate(() -> "?").limit(values.size()).collect(Collectors.joining(", ", " in (", ")"));
        return add(marks, values.toArray());
    }

    /** Has more rows fetched at a time, where they are short. */
    Query fetching(int rows) {
        fetchSize = rows;
        return this;
    }

    <T> List<T> list(Row<T> row) throws SQLException {
        List<T> list = new ArrayList<>();
        each(rows -> list.add(row.of(rows)));
        return list;
    }

    /** Tells of each row as it comes from the database, where it can hand them out so. */
    void each(Consumer consumer) throws SQLException {
        try (PreparedStatement query = database.connection().prepareStatement(sql.toString())) {
            query.setFetchSize(fetchSize);
            if (bound.size() > MANY && database.product() == Database.POSTGRESQL) {
                PostgresPlans.renew(query);
            }
            bindTo(query);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    consumer.accept(rows);
                }
            }
        }
    }

    /** Changes rows instead of reading them, and tells how many. */
    int execute() throws SQLException {
        try (PreparedStatement statement = database.connection().prepareStatement(sql.toString())) {
            bindTo(statement);
            return statement.executeUpdate();
        }
    }

    private void bindTo(PreparedStatement statement) throws SQLException {
        for (int i = 0; i < bound.size(); i++) {
            bind(statement, i + 1, bound.get(i), database.product());
        }
    }

    static void bind(PreparedStatement statement, int position, Object value, Database product) throws SQLException {
        if (value instanceof UUID id) {
            Ids.bind(statement, position, id, product);
        } else {
            statement.setObject(position, value);
        }
    }

    /** The values in lists that are short enough for one query each. */
    static <T> List<List<T>> lists(Collection<T> values) {
        List<T> all = List.copyOf(values);
        List<List<T>> lists = new ArrayList<>();
        for (int from = 0; from < all.size(); from += LIST) {
            lists.add(all.subList(from, Math.min(all.size(), from + LIST)));
        }
        return lists;
    }

    /** Reads a row. */
    interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** Is told of a row. */
    interface Consumer {
        void accept(ResultSet row) throws SQLException;
    }
}
