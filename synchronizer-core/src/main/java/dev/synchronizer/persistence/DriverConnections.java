package dev.synchronizer.persistence;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.sql.DriverManager;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Locale;
import java.util.Properties;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Connections right from a driver, each opened when it is asked for. */
public final class DriverConnections {
    private DriverConnections() {}

    /** Connects to nothing yet. No database of H2 is made that is not there. */
    public static DataSource of(String url, @Nullable String user, @Nullable String password) {
        Properties credentials = new Properties();
        if (user != null) {
            credentials.setProperty("user", user);
        }
        if (password != null) {
            credentials.setProperty("password", password);
        }
        String existing = existing(url);
        // All else that a data source is asked concerns pools and log writers.
        InvocationHandler answers = (source, method, arguments) -> {
            if (method.getName().equals("getConnection") && method.getParameterCount() == 0) {
                return DriverManager.getConnection(existing, (Properties) credentials.clone());
            }
            return switch (method.getName()) {
                case "isWrapperFor" -> false;
                case "hashCode" -> System.identityHashCode(source);
                case "equals" -> arguments != null && source == arguments[0];
                case "toString" -> "connections of a driver";
                default -> throw new SQLFeatureNotSupportedException(method.getName());
            };
        };
        return (DataSource) Proxy.newProxyInstance(
                DriverConnections.class.getClassLoader(), new Class<?>[] {DataSource.class}, answers);
    }

    private static String existing(String url) {
        boolean isSaid = url.toUpperCase(Locale.ROOT).contains(";IFEXISTS=");
        return url.startsWith("jdbc:h2:") && !isSaid ? url + ";IFEXISTS=TRUE" : url;
    }

    /**
     * Asks for a connection, and gives it back.
     *
     * @throws dev.synchronizer.problem.ProblemsException if there is none to be had
     */
    public static void require(DataSource source) {
        OpenDatabase.open(source).close();
    }
}
