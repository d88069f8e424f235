package dev.synchronizer.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.databases.DriverDataSource;
import dev.synchronizer.databases.TestDatabase;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CredentialsTest {
    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://db.acme.com:5432/site?user=joe&password=secret, jdbc:postgresql://db.acme.com:5432/site",
        "jdbc:h2:file:./.synchronizer/store;USER=sa;PASSWORD=secret, jdbc:h2:file:./.synchronizer/store",
        "jdbc:mariadb://joe:secret@db/site, jdbc:mariadb://db/site",
        "jdbc:h2:mem:store, jdbc:h2:mem:store"
    })
    void aUrlIsNamedWithoutItsParameters(String url, String named) {
        assertThat(Credentials.withoutParameters(url)).isEqualTo(named);
    }

    @ParameterizedTest
    @CsvSource({
        "No driver for jdbc:x://h/d?password=secret&a=b, No driver for jdbc:x://h/d?password=***&a=b",
        "PWD = secret; x, PWD = ***; x",
        "jdbc:mariadb://joe:secret@db/site failed, jdbc:mariadb://***@db/site failed",
        "Access denied (using password: YES), Access denied (using password: ***)"
    })
    void aPasswordInAMessageIsHidden(String message, String hidden) {
        assertThat(Credentials.hidden(message)).isEqualTo(hidden);
    }

    @Test
    void aUrlThatNoDriverKnowsIsAFailedConnection() {
        DataSource unknown = new TestDatabase("jdbc:oracle:thin:@db?password=secret", "joe", "").dataSource();
        Problem problem = StoreTests.problemOf(() -> new JdbcStore(unknown).status("key"));
        assertThat(unknown).isInstanceOf(DriverDataSource.class);
        assertThat(problem.code()).isEqualTo(ProblemCode.CONNECTION_FAILED);
        assertThat(problem.toString())
                .contains("joe")
                .contains("jdbc:oracle:thin:@db")
                .doesNotContain("secret");
    }

    @Test
    void aServerThatIsNotThereIsAFailedConnection() {
        DataSource nobody = new TestDatabase("jdbc:postgresql://localhost:1/site", "joe", "secret").dataSource();
        Problem problem = StoreTests.problemOf(() -> new JdbcStore(nobody).load());
        assertThat(problem.code()).isEqualTo(ProblemCode.CONNECTION_FAILED);
        assertThat(problem.subject()).isEqualTo("jdbc:postgresql://localhost:1/site");
    }

    @Test
    void aProductThatIsNotSupportedIsNamed() {
        DatabaseMetaData metaData = answering(DatabaseMetaData.class, null, "Oracle", "jdbc:oracle:thin:@db");
        Connection connection = answering(Connection.class, metaData, "", "");
        DataSource oracle = answering(DataSource.class, connection, "", "");
        Problem problem = StoreTests.problemOf(() -> new JdbcStore(oracle).load());
        assertThat(problem.code()).isEqualTo(ProblemCode.DATABASE_UNSUPPORTED);
        assertThat(problem.message()).contains("Oracle");
        assertThat(problem.subject()).isEqualTo("Oracle jdbc:oracle:thin:@db");
    }

    private static <T> T answering(Class<T> type, Object inner, String product, String url) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> switch (method.getName()) {
                    case "getConnection", "getMetaData" -> inner;
                    case "getDatabaseProductName" -> product;
                    case "getURL" -> url;
                    default -> null;
                }));
    }
}
