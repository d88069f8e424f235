package dev.synchronizer.persistence;

import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * What can be told of a data source that gives no connection: common pools and drivers have getters for it.
 *
 * @param url the URL without credentials, or what stands for it
 * @param user the user, or nothing where it is not known
 */
record DataSourceName(String url, String user) {
    static DataSourceName of(DataSource dataSource) {
        String url = ask(dataSource, "getJdbcUrl", "getUrl", "getURL");
        String user = ask(dataSource, "getUsername", "getUser");
        return new DataSourceName(
                url == null ? "the database" : Credentials.withoutParameters(url), user == null ? "" : user);
    }

    private static @Nullable String ask(DataSource dataSource, String... getters) {
        return Stream.of(getters)
                .map(getter -> ask(dataSource, getter))
                .filter(answer -> answer != null && !answer.isEmpty())
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String ask(DataSource dataSource, String getter) {
        try {
            return dataSource.getClass().getMethod(getter).invoke(dataSource) instanceof String text ? text : null;
        } catch (ReflectiveOperationException e) {
            return null;
        }
    }
}
