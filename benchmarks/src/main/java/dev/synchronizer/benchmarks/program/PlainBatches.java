package dev.synchronizer.benchmarks.program;

import dev.synchronizer.Synchronizer;
import dev.synchronizer.model.ContentModel;
import dev.synchronizer.model.StoredModel;
import dev.synchronizer.model.StoredProperty;
import dev.synchronizer.model.StoredType;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;

/** Inserts the rows that a first commit inserts for types and properties, in plain JDBC batches of one transaction. */
public final class PlainBatches {
    private static final int BATCH = 500;

    private PlainBatches() {}

    /** The arguments are the database, a folder with a small module, and one with the models. */
    public static void main(String[] arguments) throws SQLException {
        EmptyDatabase.make(arguments[0]);
        try (Synchronizer schema = Synchronizer.builder()
                .dataSource(Databases.at(arguments[0]))
                .models(Path.of(arguments[1]))
                .build()) {
            schema.synchronize();
        }
        ContentModel model = Synchronizer.builder()
                .models(Path.of(arguments[2]))
                .build()
                .validate()
                .model();
        StoredModel rows = StoredModel.ofCommitted(model);
        long firstId = 1_000_000;
        long start = System.nanoTime();
        try (Connection connection = Databases.at(arguments[0]).getConnection()) {
            connection.setAutoCommit(false);
            insertModule(rows, connection);
            insertTypes(rows, firstId, connection);
            insertProperties(rows, firstId, connection);
            connection.commit();
        }
        System.out.println("measured " + (System.nanoTime() - start) / 1e6);
    }

    private static void insertModule(StoredModel rows, Connection connection) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into ct_module (name, version, fingerprint) values (?, ?, ?)")) {
            insert.setString(1, rows.modules().get(0).name());
            insert.setString(2, rows.modules().get(0).version());
            insert.setString(3, rows.modules().get(0).fingerprint());
            insert.executeUpdate();
        }
    }

    private static void insertTypes(StoredModel rows, long firstId, Connection connection) throws SQLException {
        String sql = "insert into ct_type (id, guid, name, class_name, module, origin, adopted, orphaned_since)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?)";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            int waiting = 0;
            for (StoredType type : rows.types()) {
                insert.setLong(1, firstId + type.id());
                insert.setObject(2, type.guid());
                insert.setString(3, type.name());
                insert.setString(4, type.className());
                insert.setString(5, type.module());
                insert.setString(6, type.origin().name());
                insert.setBoolean(7, type.adopted());
                setMoment(insert, 8, type.orphanedSince());
                waiting = add(insert, waiting);
            }
            insert.executeBatch();
        }
    }

    private static void insertProperties(StoredModel rows, long firstId, Connection connection) throws SQLException {
        String sql = "insert into ct_property (id, type_id, name, data_type, origin, adopted, orphaned_since)"
                + " values (?, ?, ?, ?, ?, ?, ?)";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            int waiting = 0;
            for (StoredType type : rows.types()) {
                for (StoredProperty property : type.properties()) {
                    insert.setLong(1, firstId + property.id());
                    insert.setLong(2, firstId + type.id());
                    insert.setString(3, property.name());
                    insert.setString(4, property.dataType());
                    insert.setString(5, property.origin().name());
                    insert.setBoolean(6, property.adopted());
                    setMoment(insert, 7, property.orphanedSince());
                    waiting = add(insert, waiting);
                }
            }
            insert.executeBatch();
        }
    }

    private static int add(PreparedStatement insert, int waiting) throws SQLException {
        insert.addBatch();
        if (waiting + 1 < BATCH) {
            return waiting + 1;
        }
        insert.executeBatch();
        return 0;
    }

    private static void setMoment(PreparedStatement insert, int at, @org.jspecify.annotations.Nullable Instant moment)
            throws SQLException {
        if (moment == null) {
            insert.setNull(at, Types.TIMESTAMP);
        } else {
            insert.setTimestamp(at, Timestamp.from(moment));
        }
    }
}
