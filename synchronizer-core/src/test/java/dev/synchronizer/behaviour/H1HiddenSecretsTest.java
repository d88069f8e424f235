package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Sources.property;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.synchronizer.exchange.ExchangeServer;
import dev.synchronizer.exchange.LoggedLines;
import dev.synchronizer.exchange.ServerOptions;
import dev.synchronizer.staging.Staging;
import dev.synchronizer.task.ServerChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** H: what two servers share stands in no log, no task, no error and no table, whether it is right, wrong or too short. */
class H1HiddenSecretsTest {
    private static final String RIGHT = "geheim42".repeat(5);
    private static final String WRONG = "falsch42".repeat(5);
    private static final String SHORT = "zukurz42";

    @TempDir
    Path folder;

    private static Staging staging(Site site) {
        return site.synchronizer().staging();
    }

    /** All that a database holds, as statements. */
    private static String held(Site site) throws Exception {
        StringBuilder all = new StringBuilder();
        try (Connection connection = site.database().connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("script")) {
            while (rows.next()) {
                all.append(rows.getString(1)).append('\n');
            }
        }
        return all.toString();
    }

    @Test
    void whatIsSharedIsSaidNowhere() throws Exception {
        Path file = folder.resolve("secret");
        Path models =
                Site.jar(folder, "1.0", "@ContentType public class Article {" + property("String", "title") + "}");
        StringBuilder said = new StringBuilder();
        try (LoggedLines log = new LoggedLines("dev.synchronizer");
                Site b = Site.start(
                        Product.H2,
                        builder -> builder.serverName("public").stagingSecret("editors", () -> RIGHT),
                        models);
                Site a = Site.start(Product.H2, builder -> builder.serverName("editors"), models);
                ExchangeServer server = b.synchronizer().serveStaging(ServerOptions.standard())) {
            staging(b).servers().save("Bob", ServerChannel.sender("editors").withSecret("env:NONE"));
            ServerChannel target = ServerChannel.target("public", server.uri().toString());
            staging(a).servers().save("Ada", target.withSecret("file:" + file));
            a.create("Article", "One");

            for (String secret : new String[] {SHORT, WRONG, RIGHT}) {
                Files.writeString(file, secret);
                Throwable failure = catchThrowable(() -> staging(a).test("public"));
                said.append(failure == null ? "" : Throwables.getStackTrace(failure));
                staging(a).runAll("public", said::append);
                staging(a).hasten("public");
                said.append(staging(a).tasks(Optional.empty(), Set.of(), 0, 10));
                said.append(staging(a).servers().list()).append(held(a));
            }

            assertThat(b.items().count(dev.synchronizer.content.ItemQuery.all()))
                    .isEqualTo(1);
            said.append(held(b)).append(log.all());
        }
        assertThat(said.toString())
                .contains("401", "at least 32 characters", "not signed with the secret", "file:" + file)
                .doesNotContain("geheim42", "falsch42", SHORT);
    }
}
