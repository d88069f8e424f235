package dev.synchronizer.persistence;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import javax.sql.DataSource;

/** A pool of one connection, which closing gives back. */
final class OneConnection {
    private OneConnection() {}

    static DataSource pool(Connection connection) {
        return pool(connection, "");
    }

    /** @param failing the name of a method of the connection that fails as no driver should */
    static DataSource pool(Connection connection, String failing) {
        Connection lent = proxy(Connection.class, (method, arguments) -> {
            if (method.getName().equals(failing)) {
                throw new IllegalStateException(failing);
            }
            return method.getName().equals("close") ? null : method.invoke(connection, arguments);
        });
        return proxy(DataSource.class, (method, arguments) -> lent);
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (p, method, arguments) -> {
                    try {
                        return call.of(method, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    private interface Call {
        Object of(java.lang.reflect.Method method, Object[] arguments) throws ReflectiveOperationException;
    }
}
