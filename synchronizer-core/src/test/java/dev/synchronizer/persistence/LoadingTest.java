package dev.synchronizer.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synchronizer.databases.H2Server;
import dev.synchronizer.databases.PostgresServer;
import dev.synchronizer.databases.TestDatabase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.time.Duration;
import java.util.function.Function;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Decision 1: Hibernate and Liquibase are off the path of a start with nothing to do. */
class LoadingTest {
    private final TestDatabase database = H2Server.inMemory();

    @BeforeEach
    void write() {
        try (JdbcStore store = new JdbcStore(database.dataSource())) {
            store.prepare();
            new Rows().insert(Rows.type(1, "A")).writeTo(store);
        }
    }

    @Test
    void readingWorksWhereHibernateAndLiquibaseCannotBeLoaded() throws Exception {
        try (WithoutThem loader = new WithoutThem()) {
            Object store = store(loader);
            assertThat(call(store, "load").toString()).contains("com.acme.A");
            assertThat(call(store, "knownEmptyJars").toString()).isEqualTo("[]");
            assertThat(store.getClass()
                            .getMethod("status", String.class)
                            .invoke(store, "key")
                            .toString())
                    .contains("CURRENT");
            call(store, "prepare");
            call(store, "close");
        }
    }

    @Test
    void lockingAndFindingNothingToDoWorksThereToo() throws Exception {
        try (WithoutThem loader = new WithoutThem()) {
            Object store = store(loader);
            Function<Object, Object> nothing = transaction -> "nothing to do";
            Method inTransaction = store.getClass().getMethod("inTransaction", Function.class);
            assertThat(inTransaction.invoke(store, nothing)).isEqualTo("nothing to do");
        }
    }

    @Test
    void makingASchemaDoesNot() throws Exception {
        database.execute("drop all objects");
        try (WithoutThem loader = new WithoutThem()) {
            Object store = store(loader);
            assertThatThrownBy(() -> call(store, "prepare"))
                    .isInstanceOf(InvocationTargetException.class)
                    .hasCauseInstanceOf(NoClassDefFoundError.class);
        }
    }

    @Test
    void changesArePolledForWherePostgresDriverIsNotToBeHad() throws Exception {
        TestDatabase postgres = new PostgresServer().fresh();
        try (JdbcStore store = new JdbcStore(postgres.dataSource());
                WithoutThem loader = new WithoutThem()) {
            store.prepare();
            Object other = store(loader, postgres);
            Object watch = other.getClass().getMethod("watch", boolean.class).invoke(other, true);
            Method await = watch.getClass().getDeclaredMethod("await", Duration.class);
            Method changeNumber = watch.getClass().getDeclaredMethod("changeNumber");
            await.setAccessible(true);
            changeNumber.setAccessible(true);

            await.invoke(watch, Duration.ofMillis(1));

            assertThat(changeNumber.invoke(watch)).isEqualTo(0L);
        }
    }

    private Object store(ClassLoader loader) throws ReflectiveOperationException {
        return store(loader, database);
    }

    private static Object store(ClassLoader loader, TestDatabase database) throws ReflectiveOperationException {
        return loader.loadClass(JdbcStore.class.getName())
                .getConstructor(DataSource.class)
                .newInstance(database.dataSource());
    }

    private static Object call(Object store, String method) throws ReflectiveOperationException {
        return store.getClass().getMethod(method).invoke(store);
    }

    /** Loads this project's classes anew, and knows nothing of Hibernate, Liquibase and PostgreSQL's driver. */
    private static final class WithoutThem extends URLClassLoader {
        WithoutThem() {
            super(new URL[] {
                JdbcStore.class.getProtectionDomain().getCodeSource().getLocation()
            });
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("org.hibernate.")
                    || name.startsWith("jakarta.persistence.")
                    || name.startsWith("liquibase.")
                    || name.startsWith("org.postgresql.")) {
                throw new ClassNotFoundException(name);
            }
            if (name.startsWith("dev.synchronizer.")) {
                Class<?> loaded = findLoadedClass(name);
                return loaded == null ? findClass(name) : loaded;
            }
            return super.loadClass(name, resolve);
        }
    }
}
