package dev.synchronizer.persistence;

import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.hibernate.HibernateException;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;

/** Hibernate's sessions, in somebody else's transaction. It takes Hibernate half a second to be ready for them. */
final class RowSessions implements AutoCloseable {
    private final SessionFactory factory;

    private RowSessions(SessionFactory factory) {
        this.factory = factory;
    }

    /** @param dataSource where sessions could get connections of their own, which they never do */
    static RowSessions open(DataSource dataSource, OpenDatabase database) throws SQLException {
        StandardServiceRegistry registry = new StandardServiceRegistryBuilder()
                .applySettings(settings(dataSource, database.connection().getMetaData()))
                .build();
        try {
            return new RowSessions(new MetadataSources(registry)
                    .addAnnotatedClasses(TypeRow.class, PropertyRow.class, ModuleRow.class, SnapshotRow.class)
                    .buildMetadata()
                    .buildSessionFactory());
        } catch (RuntimeException e) {
            StandardServiceRegistryBuilder.destroy(registry);
            throw e;
        }
    }

    /** Does the work in a session on the connection, whose transaction stays ours to commit. */
    void use(OpenDatabase database, SessionWork work) throws SQLException {
        try (StatelessSession session = factory.openStatelessSession(database.connection())) {
            // Hibernate batches only in what it takes for a transaction; it never gets to end this one.
            session.beginTransaction();
            work.with(session);
        } catch (HibernateException e) {
            if (SqlErrors.deepest(e) instanceof SQLException cause) {
                throw cause;
            }
            throw e;
        }
    }

    /** Settings that need no connection of Hibernate's own, and that outweigh a host application's properties file. */
    private static Map<String, Object> settings(DataSource dataSource, DatabaseMetaData metaData) throws SQLException {
        return Map.ofEntries(
                Map.entry("jakarta.persistence.database-product-name", metaData.getDatabaseProductName()),
                Map.entry("jakarta.persistence.database-product-version", metaData.getDatabaseProductVersion()),
                Map.entry("jakarta.persistence.database-major-version", metaData.getDatabaseMajorVersion()),
                Map.entry("jakarta.persistence.database-minor-version", metaData.getDatabaseMinorVersion()),
                Map.entry("hibernate.connection.datasource", dataSource),
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
                Map.entry("hibernate.jdbc.log.errors", false),
                Map.entry("hibernate.jdbc.log.warnings", false),
                // As java.sql.Timestamp, a moment in the hour that a JVM's time zone skips in spring would be moved.
                Map.entry("hibernate.type.java_time_use_direct_jdbc", true));
    }

    @Override
    public void close() {
        factory.close();
    }

    /** Something to do in a session. */
    interface SessionWork {
        void with(StatelessSession session) throws SQLException;
    }
}
