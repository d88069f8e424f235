package dev.synchronizer.persistence;

import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Map;
import org.hibernate.JDBCException;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.jspecify.annotations.Nullable;

/** Hibernate's sessions, in somebody else's transaction. The factory takes a second, so it is built on first use. */
final class RowSessions implements AutoCloseable {
    private @Nullable SessionFactory factory;

    /** Does the work in a session on the connection, whose transaction is left as it is. */
    void use(OpenDatabase database, SessionWork work) throws SQLException {
        try (StatelessSession session = factory(database).openStatelessSession(database.connection())) {
            // Outside what Hibernate takes for a transaction, it writes every row by itself; whoever owns the
            // connection ends the transaction.
            session.beginTransaction();
            work.with(session);
        } catch (JDBCException e) {
            throw e.getSQLException();
        }
    }

    synchronized boolean isBuilt() {
        return factory != null;
    }

    private synchronized SessionFactory factory(OpenDatabase database) throws SQLException {
        if (factory == null) {
            factory = build(database.connection().getMetaData());
        }
        return factory;
    }

    private static SessionFactory build(DatabaseMetaData metaData) throws SQLException {
        StandardServiceRegistry registry = new StandardServiceRegistryBuilder()
                .applySettings(settings(metaData))
                .build();
        try {
            return new MetadataSources(registry)
                    .addAnnotatedClasses(TypeRow.class, PropertyRow.class, ModuleRow.class, SnapshotRow.class)
                    .buildMetadata()
                    .buildSessionFactory();
        } catch (RuntimeException e) {
            StandardServiceRegistryBuilder.destroy(registry);
            throw e;
        }
    }

    /** Settings that need no connection of Hibernate's own, and that outweigh a host application's properties file. */
    private static Map<String, Object> settings(DatabaseMetaData metaData) throws SQLException {
        return Map.ofEntries(
                Map.entry("jakarta.persistence.database-product-name", metaData.getDatabaseProductName()),
                Map.entry("jakarta.persistence.database-product-version", metaData.getDatabaseProductVersion()),
                Map.entry("jakarta.persistence.database-major-version", metaData.getDatabaseMajorVersion()),
                Map.entry("jakarta.persistence.database-minor-version", metaData.getDatabaseMinorVersion()),
                Map.entry("hibernate.boot.allow_jdbc_metadata_access", false),
                Map.entry("hibernate.hbm2ddl.auto", "none"),
                Map.entry("jakarta.persistence.schema-generation.database.action", "none"),
                Map.entry("jakarta.persistence.schema-generation.scripts.action", "none"),
                Map.entry("jakarta.persistence.validation.mode", "none"),
                Map.entry("hibernate.xml_mapping_enabled", false),
                Map.entry("hibernate.cache.use_second_level_cache", false),
                Map.entry("hibernate.cache.use_query_cache", false),
                Map.entry("hibernate.generate_statistics", false),
                Map.entry("hibernate.show_sql", false),
                // As java.sql.Timestamp, a moment in the hour that a JVM's time zone skips in spring would be moved.
                Map.entry("hibernate.type.java_time_use_direct_jdbc", true));
    }

    @Override
    public synchronized void close() {
        if (factory != null) {
            factory.close();
            factory = null;
        }
    }

    /** Something to do in a session. */
    interface SessionWork {
        void with(StatelessSession session) throws SQLException;
    }
}
