package dev.synchronizer.persistence;

import dev.synchronizer.store.StoredItem;
import dev.synchronizer.store.StoredItem.Deleted;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The items' own rows. */
final class ItemRows {
    private static final String COLUMNS =
            "type_id, name, parent_id, revision, created_at, created_by, saved_at, saved_by,"
                    + " deleted_at, deleted_by, deleted_with";

    private final OpenDatabase database;
    private final boolean withFindings;
    private final String select;

    /** @param withFindings whether the schema has the columns for the number of findings and for seals */
    ItemRows(OpenDatabase database, boolean withFindings) {
        this.database = database;
        this.withFindings = withFindings;
        select = "select id, " + COLUMNS + (withFindings ? ", checksum, findings" : "") + " from ct_item";
    }

    List<StoredItem> withIds(Collection<UUID> ids) throws SQLException {
        return among("id", ids, "");
    }

    /** In the order of their ids, so that two that lock some of the same do not wait for each other. */
    List<StoredItem> lock(Collection<UUID> ids) throws SQLException {
        return among(
                "id",
                ids.stream().sorted(Ids.ORDER).toList(),
                database.product().lockingRows());
    }

    /** The ids of the types that these items are of. */
    Set<Long> types(Collection<UUID> ids) throws SQLException {
        Set<Long> types = new TreeSet<>();
        for (List<UUID> list : Query.lists(ids)) {
            new Query(database, "select distinct type_id from ct_item where id")
                    .in(list)
                    .each(row -> types.add(row.getLong("type_id")));
        }
        return types;
    }

    List<StoredItem> below(Collection<UUID> parents) throws SQLException {
        return among("parent_id", parents, "");
    }

    List<StoredItem> deletedWith(UUID root) throws SQLException {
        return among("deleted_with", List.of(root), "");
    }

    private List<StoredItem> among(String column, Collection<UUID> ids, String locking) throws SQLException {
        List<StoredItem> items = new ArrayList<>();
        for (List<UUID> list : Query.lists(ids)) {
            items.addAll(new Query(database, select + " where " + column)
                    .in(list)
                    .add(" order by id" + locking)
                    .list(this::item));
        }
        return items;
    }

    List<StoredItem> page(ItemCriteria criteria, @Nullable UUID after, int limit) throws SQLException {
        Query query = criteria.addTo(new Query(database, select + " i"));
        if (after != null) {
            query.add(" and i.id > ?", after);
        }
        return query.add(" order by i.id limit ?", limit).list(this::item);
    }

    long count(ItemCriteria criteria) throws SQLException {
        return criteria.addTo(new Query(database, "select count(*) from ct_item i"))
                .list(row -> row.getLong(1))
                .get(0);
    }

    long countSavedAt(Instant moment) throws SQLException {
        return new Query(database, "select count(*) from ct_item where saved_at = ?", Moments.stored(moment))
                .list(row -> row.getLong(1))
                .get(0);
    }

    Map<UUID, String> names(Collection<UUID> ids) throws SQLException {
        Map<UUID, String> names = new TreeMap<>(Ids.ORDER);
        for (List<UUID> list : Query.lists(ids)) {
            new Query(database, "select id, name from ct_item where id")
                    .in(list)
                    .each(row -> names.put(Ids.read(row, "id", database.product()), row.getString("name")));
        }
        return names;
    }

    void insert(Collection<StoredItem> items) throws SQLException {
        String sql =
                "insert into ct_item (" + COLUMNS + ", checksum, id) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
        Batch.send(database.connection(), sql, items, this::bind);
    }

    void update(Collection<StoredItem> items) throws SQLException {
        String sql =
                "update ct_item set type_id = ?, name = ?, parent_id = ?, revision = ?, created_at = ?, created_by = ?,"
                        + " saved_at = ?, saved_by = ?, deleted_at = ?, deleted_by = ?, deleted_with = ?, checksum = ? where id = ?";
        Batch.send(database.connection(), sql, items, this::bind);
    }

    /** One statement for each, for their order matters. */
    void delete(Collection<UUID> ids) throws SQLException {
        Batch.send(
                database.connection(),
                "delete from ct_item where id = ?",
                ids,
                (delete, id) -> Ids.bind(delete, 1, id, database.product()));
    }

    private void bind(PreparedStatement statement, StoredItem item) throws SQLException {
        Deleted deleted = item.deleted();
        statement.setLong(1, item.type());
        statement.setString(2, item.name());
        Ids.bind(statement, 3, item.parent(), database.product());
        statement.setLong(4, item.revision());
        statement.setObject(5, Moments.stored(item.createdAt()));
        statement.setString(6, item.createdBy());
        statement.setObject(7, Moments.stored(item.savedAt()));
        statement.setString(8, item.savedBy());
        statement.setObject(9, deleted == null ? null : Moments.stored(deleted.at()));
        statement.setString(10, deleted == null ? null : deleted.by());
        Ids.bind(statement, 11, deleted == null ? null : deleted.with(), database.product());
        Numbers.bind(statement, 12, item.checksum());
        Ids.bind(statement, 13, item.id(), database.product());
    }

    private StoredItem item(ResultSet row) throws SQLException {
        Database product = database.product();
        return new StoredItem(
                Ids.read(row, "id", product),
                row.getLong("type_id"),
                row.getString("name"),
                Ids.readOrNull(row, "parent_id", product),
                row.getLong("revision"),
                Objects.requireNonNull(Moments.read(row, "created_at", product)),
                row.getString("created_by"),
                Objects.requireNonNull(Moments.read(row, "saved_at", product)),
                row.getString("saved_by"),
                deleted(row, product),
                withFindings ? row.getInt("findings") : 0,
                withFindings ? Numbers.readOrNull(row, "checksum") : null);
    }

    private static @Nullable Deleted deleted(ResultSet row, Database product) throws SQLException {
        Instant at = Moments.read(row, "deleted_at", product);
        return at == null ? null : new Deleted(at, row.getString("deleted_by"), Ids.read(row, "deleted_with", product));
    }
}
