package dev.synchronizer.cli;

import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.ProblemsException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;
import org.mariadb.jdbc.MariaDbDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Finds the driver for a URL without loading the others. */
final class Drivers {
    private static final Pattern H2_CREDENTIALS = Pattern.compile("(?i);(user|password)=([^;]*)");

    private Drivers() {}

    /**
     * Connects to nothing yet.
     *
     * @throws ProblemsException if there is no driver for the URL, or the driver cannot read it
     */
    static DataSource of(String url, @Nullable String user, @Nullable String password) {
        try {
            if (url.startsWith("jdbc:h2:")) {
                return h2(url, user, password);
            }
            if (url.startsWith("jdbc:postgresql:")) {
                return postgresql(url, user, password);
            }
            if (url.startsWith("jdbc:mariadb:")) {
                return mariadb(url, user, password);
            }
        } catch (SQLException | IllegalArgumentException e) {
            throw new ProblemsException(
                    Problem.of(
                            ProblemCode.CONNECTION_FAILED, url, "the driver cannot read this URL: " + e.getMessage()),
                    e);
        }
        throw new ProblemsException(
                new Problem(
                        ProblemCode.DATABASE_UNSUPPORTED,
                        url,
                        "there is no driver for this URL",
                        "use one that begins with jdbc:h2:, jdbc:postgresql: or jdbc:mariadb:"),
                null);
    }

    /** The driver always passes a user on, and refuses one in the URL beside it. */
    private static DataSource h2(String url, @Nullable String user, @Nullable String password) {
        Map<String, String> inUrl = new HashMap<>();
        Matcher credentials = H2_CREDENTIALS.matcher(url);
        while (credentials.find()) {
            inUrl.put(credentials.group(1).toLowerCase(Locale.ROOT), credentials.group(2));
        }
        JdbcDataSource source = new JdbcDataSource();
        source.setURL(credentials.replaceAll(""));
        source.setUser(user == null ? inUrl.getOrDefault("user", "sa") : user);
        source.setPassword(password == null ? inUrl.getOrDefault("password", "") : password);
        return source;
    }

    private static DataSource postgresql(String url, @Nullable String user, @Nullable String password) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setReWriteBatchedInserts(true);
        source.setApplicationName("synchronizer");
        if (user != null) {
            source.setUser(user);
        }
        if (password != null) {
            source.setPassword(password);
        }
        return source;
    }

    private static DataSource mariadb(String url, @Nullable String user, @Nullable String password)
            throws SQLException {
        MariaDbDataSource source = new MariaDbDataSource(url);
        if (user != null) {
            source.setUser(user);
        }
        if (password != null) {
            source.setPassword(password);
        }
        return source;
    }
}
