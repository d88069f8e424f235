package dev.synchronizer.benchmarks.world;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Counts the statements about content that are executed on a connection. */
public final class CountedStatements {
    private final AtomicInteger executed = new AtomicInteger();
    private final Connection connection;

    public CountedStatements(Connection connection) {
        this.connection = connection;
    }

    /** A pool of the one connection. */
    public DataSource dataSource() {
        return KeptConnection.pool(proxy(Connection.class, (p, method, arguments) -> {
            Object result = call(connection, method, arguments);
            return result instanceof PreparedStatement statement && isOfContent((String) arguments[0])
                    ? counted(statement)
                    : result;
        }));
    }

    private static boolean isOfContent(String sql) {
        return sql.contains("ct_item") || sql.contains("ct_value");
    }

    private PreparedStatement counted(PreparedStatement statement) {
        return proxy(PreparedStatement.class, (p, method, arguments) -> {
            if (method.getName().startsWith("execute")) {
                executed.incrementAndGet();
            }
            return call(statement, method, arguments);
        });
    }

    /** How many there were since this was last asked. */
    public int taken() {
        return executed.getAndSet(0);
    }

    private static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
