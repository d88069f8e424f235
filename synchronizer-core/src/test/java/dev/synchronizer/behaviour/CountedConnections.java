package dev.synchronizer.behaviour;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** How often a data source was asked for a connection. */
final class CountedConnections {
    private final AtomicInteger opened = new AtomicInteger();
    private final Runnable before;

    CountedConnections() {
        this(() -> {});
    }

    /** @param before is done whenever one is asked for */
    CountedConnections(Runnable before) {
        this.before = before;
    }

    DataSource over(DataSource source) {
        return (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("getConnection")) {
                        opened.incrementAndGet();
                        before.run();
                    }
                    try {
                        return method.invoke(source, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    int opened() {
        return opened.get();
    }
}
