package dev.synchronizer.persistence;

import dev.synchronizer.store.StoredFinding;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What validators found in items that were saved nevertheless. */
final class FindingRows {
    private static final String COLUMNS = "item_id, place, validator, severity, property, language, message, found_at";

    private final OpenDatabase database;
    private final Database product;

    FindingRows(OpenDatabase database) {
        this.database = database;
        product = database.product();
    }

    List<StoredFinding> ofItems(Collection<UUID> items) throws SQLException {
        List<StoredFinding> findings = new ArrayList<>();
        for (List<UUID> list : Query.lists(items.stream().sorted(Ids.ORDER).toList())) {
            findings.addAll(new Query(database, "select " + COLUMNS + " from ct_finding where item_id")
                    .in(list)
                    .add(" order by item_id, place")
                    .list(this::finding));
        }
        return findings;
    }

    /** The ids of items that have some. */
    List<UUID> items(@Nullable UUID after, int limit) throws SQLException {
        Query query = new Query(database, "select distinct item_id from ct_finding");
        if (after != null) {
            query.add(" where item_id > ?", after);
        }
        return query.add(" order by item_id limit ?", limit).list(row -> Ids.read(row, "item_id", product));
    }

    Map<String, Long> count() throws SQLException {
        Map<String, Long> counts = new TreeMap<>();
        new Query(database, "select severity, count(*) as findings from ct_finding group by severity")
                .each(row -> counts.put(row.getString("severity"), row.getLong("findings")));
        return counts;
    }

    /** Numbers the findings of each item, and writes into its row how many there are. */
    void replace(Collection<UUID> items, Collection<StoredFinding> findings) throws SQLException {
        Map<UUID, Integer> counts = new TreeMap<>(Ids.ORDER);
        items.forEach(item -> counts.put(item, 0));
        List<Placed> placed = findings.stream()
                .map(finding ->
                        new Placed(finding, Objects.requireNonNull(counts.merge(finding.item(), 1, Integer::sum))))
                .toList();
        Batch.send(
                database.connection(),
                "delete from ct_finding where item_id = ?",
                counts.keySet(),
                (delete, item) -> Ids.bind(delete, 1, item, product));
        String insert = "insert into ct_finding (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?)";
        Batch.send(database.connection(), insert, placed, this::bind);
        String count = "update ct_item set findings = ? where id = ?";
        Batch.send(database.connection(), count, counts.entrySet(), (update, item) -> {
            update.setInt(1, item.getValue());
            Ids.bind(update, 2, item.getKey(), product);
        });
    }

    /** The ids of items in which one validator has found something: without locks, or MariaDB waits for what others write. */
    List<UUID> itemsOf(String validator, @Nullable UUID after, int limit) throws SQLException {
        Query query = new Query(database, "select distinct item_id from ct_finding where validator = ?", validator);
        if (after != null) {
            query.add(" and item_id > ?", after);
        }
        return query.add(" order by item_id limit ?", limit).list(row -> Ids.read(row, "item_id", product));
    }

    /** Locks items, or those of them that are free. */
    List<UUID> lock(Collection<UUID> items, boolean waiting) throws SQLException {
        List<UUID> locked = new ArrayList<>();
        for (List<UUID> list : Query.lists(items.stream().sorted(Ids.ORDER).toList())) {
            locked.addAll(new Query(database, "select id from ct_item where id")
                    .in(list)
                    .add(" order by id")
                    .add(waiting ? product.lockingRows() : " for update skip locked")
                    .list(row -> Ids.read(row, "id", product)));
        }
        return locked;
    }

    void deleteOf(String validator, Collection<UUID> items) throws SQLException {
        String delete = "delete from ct_finding where item_id = ? and validator = ?";
        Batch.send(database.connection(), delete, items, (one, item) -> {
            Ids.bind(one, 1, item, product);
            one.setString(2, validator);
        });
        String count = "update ct_item set findings = (select count(*) from ct_finding where item_id = ?) where id = ?";
        Batch.send(database.connection(), count, items, (one, item) -> {
            Ids.bind(one, 1, item, product);
            Ids.bind(one, 2, item, product);
        });
    }

    private void bind(PreparedStatement insert, Placed placed) throws SQLException {
        StoredFinding finding = placed.finding;
        Ids.bind(insert, 1, finding.item(), product);
        insert.setInt(2, placed.place);
        insert.setString(3, finding.validator());
        insert.setString(4, finding.severity());
        insert.setString(5, finding.property());
        insert.setString(6, finding.language());
        insert.setString(7, finding.message());
        insert.setObject(8, Moments.stored(finding.foundAt()));
    }

    private StoredFinding finding(ResultSet row) throws SQLException {
        return new StoredFinding(
                Ids.read(row, "item_id", product),
                row.getString("validator"),
                row.getString("severity"),
                row.getString("property"),
                row.getString("language"),
                row.getString("message"),
                Objects.requireNonNull(Moments.read(row, "found_at", product)));
    }

    private record Placed(StoredFinding finding, int place) {}
}
