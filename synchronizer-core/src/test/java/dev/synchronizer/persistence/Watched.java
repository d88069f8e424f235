package dev.synchronizer.persistence;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** Watches what is sent to a database: each execution of a statement, with what is known of its SQL. */
public final class Watched {
    private final List<String> executions = new CopyOnWriteArrayList<>();
    private final List<String> failures = new CopyOnWriteArrayList<>();
    private final Consumer<String> listener;
    private final DataSource dataSource;

    public Watched(DataSource dataSource) {
        this(dataSource, sql -> {});
    }

    /** @param listener is told of each execution before it takes place */
    public Watched(DataSource dataSource, Consumer<String> listener) {
        this.listener = listener;
        this.dataSource = watch(DataSource.class, dataSource, "");
    }

    public DataSource dataSource() {
        return dataSource;
    }

    /** The executions so far, a batch counting as one. */
    public List<String> executions() {
        return List.copyOf(executions);
    }

    /** What failed, be it when it was prepared or when it was executed. */
    public List<String> failures() {
        return List.copyOf(failures);
    }

    private <T> T watch(Class<T> type, T target, String known) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (p, method, arguments) -> {
                    String sql = arguments != null && arguments.length > 0 && arguments[0] instanceof String text
                            ? text
                            : known;
                    if (method.getName().startsWith("execute")) {
                        listener.accept(sql);
                        executions.add(sql);
                    }
                    try {
                        Object result = method.invoke(target, arguments);
                        if (result instanceof Connection connection) {
                            return target instanceof Statement ? result : watch(Connection.class, connection, "");
                        }
                        if (result instanceof PreparedStatement statement) {
                            return watch(PreparedStatement.class, statement, sql);
                        }
                        return result instanceof Statement statement ? watch(Statement.class, statement, "") : result;
                    } catch (InvocationTargetException e) {
                        if (method.getName().startsWith("execute")
                                || method.getName().startsWith("prepare")) {
                            failures.add(sql);
                        }
                        throw e.getCause();
                    }
                }));
    }
}
