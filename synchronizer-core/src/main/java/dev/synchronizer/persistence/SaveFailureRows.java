package dev.synchronizer.persistence;

import dev.synchronizer.model.ColumnText;
import dev.synchronizer.store.SaveFailure;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/** What failed after saves. */
final class SaveFailureRows {
    private static final String COLUMNS =
            "failed_at, handler_name, subject_kind, subject_key, type_name, subject_name, operation, message";

    /** The oldest go where there are more: somebody has to look after them one day. */
    private static final int MOST = 10_000;

    private final OpenDatabase database;

    SaveFailureRows(OpenDatabase database) {
        this.database = database;
    }

    void add(SaveFailure failure) throws SQLException {
        String sql = "insert into ct_save_failure (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?)";
        Batch.send(database.connection(), sql, List.of(failure), SaveFailureRows::bind);
        List<Long> tooOld = new Query(
                        database, "select id from ct_save_failure order by id desc limit 1 offset ?", MOST)
                .list(row -> row.getLong("id"));
        if (!tooOld.isEmpty()) {
            new Query(database, "delete from ct_save_failure where id <= ?", tooOld.get(0)).execute();
        }
    }

    private static void bind(PreparedStatement insert, SaveFailure failure) throws SQLException {
        insert.setObject(1, Moments.stored(failure.at()));
        insert.setString(2, failure.handler());
        insert.setString(3, failure.kind());
        insert.setString(4, failure.key());
        insert.setString(5, failure.type());
        insert.setString(6, failure.name());
        insert.setString(7, failure.operation());
        insert.setString(8, ColumnText.storable(failure.message()));
    }

    List<SaveFailure> newest(int limit) throws SQLException {
        return new Query(database, "select id, " + COLUMNS + " from ct_save_failure order by id desc limit ?", limit)
                .list(row -> new SaveFailure(
                        row.getLong("id"),
                        Objects.requireNonNull(Moments.read(row, "failed_at", database.product())),
                        row.getString("handler_name"),
                        row.getString("subject_kind"),
                        row.getString("subject_key"),
                        row.getString("type_name"),
                        row.getString("subject_name"),
                        row.getString("operation"),
                        row.getString("message")));
    }

    long count() throws SQLException {
        return new Query(database, "select count(*) as failures from ct_save_failure")
                .list(row -> row.getLong("failures"))
                .get(0);
    }

    int delete(Collection<Long> ids) throws SQLException {
        int deleted = 0;
        for (List<Long> list : Query.lists(ids)) {
            deleted += new Query(database, "delete from ct_save_failure where id")
                    .in(list)
                    .execute();
        }
        return deleted;
    }
}
