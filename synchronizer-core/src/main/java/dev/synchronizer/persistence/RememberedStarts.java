package dev.synchronizer.persistence;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** What spares later starts their work; whoever writes it holds the lock. */
final class RememberedStarts {
    static final String EMPTY_JARS = "select fingerprint from ct_empty_jar";

    private final OpenDatabase database;

    RememberedStarts(OpenDatabase database) {
        this.database = database;
    }

    /** Puts a start in place of all that was remembered at other revisions, or under its own key. */
    void replace(String startKey, long revision, String settledPlan) throws SQLException {
        Connection connection = database.connection();
        try (PreparedStatement delete =
                connection.prepareStatement("delete from ct_start where revision <> ? or start_key = ?")) {
            delete.setLong(1, revision);
            delete.setString(2, startKey);
            delete.executeUpdate();
        }
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into ct_start (start_key, revision, settled_plan) values (?, ?, ?)")) {
            insert.setString(1, startKey);
            insert.setLong(2, revision);
            insert.setBytes(3, settledPlan.getBytes(StandardCharsets.UTF_8));
            insert.executeUpdate();
        }
    }

    void forget() throws SQLException {
        try (PreparedStatement delete = database.connection().prepareStatement("delete from ct_start")) {
            delete.executeUpdate();
        }
    }

    void addEmptyJars(Collection<String> fingerprints) throws SQLException {
        if (fingerprints.isEmpty()) {
            return;
        }
        Set<String> added = new TreeSet<>(fingerprints);
        added.removeAll(database.texts(EMPTY_JARS));
        if (added.isEmpty()) {
            return;
        }
        try (PreparedStatement insert =
                database.connection().prepareStatement("insert into ct_empty_jar (fingerprint) values (?)")) {
            for (String fingerprint : added) {
                insert.setString(1, fingerprint);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
