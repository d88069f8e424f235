package dev.synchronizer.persistence;

import dev.synchronizer.store.NodeEvent;
import dev.synchronizer.store.NodeEvents.Span;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** What nodes tell each other of their saves, and until when they do so. */
final class NodeEventRows {
    private static final String COLUMNS = "saved_at, node, store, subject_kind, subject_key, type_name, subject_name,"
            + " operation, origin, languages, revision";

    private final OpenDatabase database;

    NodeEventRows(OpenDatabase database) {
        this.database = database;
    }

    void add(Collection<NodeEvent> events) throws SQLException {
        if (events.isEmpty()) {
            return;
        }
        String sql = "insert into ct_node_event (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
        Batch.send(database.connection(), sql, events, NodeEventRows::bind);
        if (database.product() == Database.POSTGRESQL) {
            Notifications.send(database.connection());
        }
    }

    private static void bind(PreparedStatement insert, NodeEvent event) throws SQLException {
        insert.setObject(1, Moments.stored(event.at()));
        insert.setString(2, event.node());
        insert.setString(3, event.store());
        insert.setString(4, event.kind());
        insert.setString(5, event.key());
        insert.setString(6, event.type());
        insert.setString(7, event.name());
        insert.setString(8, event.operation());
        insert.setString(9, event.origin());
        insert.setString(10, TextList.json(event.languages()));
        insert.setLong(11, event.revision());
    }

    List<NodeEvent> after(long id, Collection<Span> missing, int limit) throws SQLException {
        List<NodeEvent> events = new ArrayList<>();
        List<Span> sorted =
                missing.stream().sorted(Comparator.comparingLong(Span::first)).toList();
        for (List<Span> list : Query.lists(sorted)) {
            if (events.size() < limit) {
                events.addAll(among(list, limit - events.size()));
            }
        }
        if (events.size() < limit) {
            events.addAll(select().add(" where id > ? order by id limit ?", id, limit - events.size())
                    .list(this::event));
        }
        return events;
    }

    private List<NodeEvent> among(List<Span> spans, int limit) throws SQLException {
        Query query = select().add(" where ");
        String or = "";
        for (Span span : spans) {
            query.add(or + "id between ? and ?", span.first(), span.last());
            or = " or ";
        }
        return query.add(" order by id limit ?", limit).list(this::event);
    }

    private Query select() {
        return new Query(database, "select id, " + COLUMNS + " from ct_node_event");
    }

    private NodeEvent event(ResultSet row) throws SQLException {
        return new NodeEvent(
                row.getLong("id"),
                Objects.requireNonNull(Moments.read(row, "saved_at", database.product())),
                row.getString("node"),
                row.getString("store"),
                row.getString("subject_kind"),
                row.getString("subject_key"),
                row.getString("type_name"),
                row.getString("subject_name"),
                row.getString("operation"),
                row.getString("origin"),
                TextList.read(row.getString("languages")),
                row.getLong("revision"));
    }

    long last() throws SQLException {
        return new Query(database, "select coalesce(max(id), 0) as last from ct_node_event")
                .list(row -> row.getLong("last"))
                .get(0);
    }

    int delete(Instant before) throws SQLException {
        return new Query(database, "delete from ct_node_event where saved_at < ?", Moments.stored(before)).execute();
    }

    /** Nobody shortens what another node asked for. */
    int listen(Instant until) throws SQLException {
        return new Query(database, "update ct_listening set remote_until = ? where id = 1", Moments.stored(until))
                .add(" and (remote_until is null or remote_until < ?)", Moments.stored(until))
                .execute();
    }
}
