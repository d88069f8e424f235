package dev.synchronizer.behaviour;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;

/** A pool of one connection: who asks for a second one would wait for ever, and is told so. */
final class OnlyConnection {
    private OnlyConnection() {}

    static DataSource of(DataSource dataSource) {
        AtomicBoolean lent = new AtomicBoolean();
        return proxy(DataSource.class, dataSource, (method, result) -> {
            if (!method.equals("getConnection")) {
                return result.get();
            }
            if (!lent.compareAndSet(false, true)) {
                throw new SQLException("the only connection is in use");
            }
            Object connection = result.get();
            return proxy(Connection.class, connection, (called, answer) -> {
                if (called.equals("close")) {
                    lent.set(false);
                }
                return answer.get();
            });
        });
    }

    private static <T> T proxy(Class<T> type, Object target, Call call) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> call.of(method.getName(), () -> {
                    try {
                        return method.invoke(target, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                })));
    }

    private interface Answer {
        Object get() throws Throwable;
    }

    private interface Call {
        Object of(String method, Answer answer) throws Throwable;
    }
}
