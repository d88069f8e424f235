package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Sources.property;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.LateHandlers;
import dev.synchronizer.Synchronizer;
import dev.synchronizer.content.NewItem;
import dev.synchronizer.model.Address;
import dev.synchronizer.saving.Serves;
import dev.synchronizer.saving.SubjectKind;
import dev.synchronizer.settings.Definition;
import dev.synchronizer.settings.NewSettings;
import dev.synchronizer.transfer.ImportOptions;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.io.TempDir;

/** Handlers that are made at the first save are made before it takes a connection, which may be the only one. */
class G1LateHandlersTest {
    private static final String LINE = "{\"type\":\"Article\",\"name\":\"Imported\"}";

    @TempDir
    Path folder;

    private Path models(String version, String more) {
        return Site.jar(
                folder, version, "@ContentType public class Article {" + property("String", "title") + more + "}");
    }

    private static Map<String, Consumer<Synchronizer>> firstSaves() {
        Map<String, Consumer<Synchronizer>> saves = new LinkedHashMap<>();
        saves.put("content", node -> node.items().create("Ada", NewItem.of("Article", "A")));
        saves.put(
                "import",
                node -> node.transfer()
                        .importFrom(
                                "Ada", new ByteArrayInputStream(LINE.getBytes(UTF_8)), ImportOptions.allOrNothing()));
        saves.put(
                "settings",
                node -> node.overrides()
                        .set(
                                "Ada",
                                Address.parse("Article.title"),
                                NewSettings.none().with("order", 3)));
        saves.put(
                "definitions",
                node -> node.definitions().define("Ada", Definition.of("Note").withProperty("text", "STRING")));
        saves.put("commit", Synchronizer::synchronize);
        return saves;
    }

    /** Somebody who needs the database in order to be made. */
    private static Listener made(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            assertThat(connection.isValid(1)).isTrue();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return Listener.of("late", Serves.stores("main").kinds(SubjectKind.values()));
    }

    @OnEveryDatabase
    void theyMayAskForTheOnlyConnection(Product product) {
        Node node = Node.on(product);
        node.start(models("1.0", ""));
        node.call(synchronizer -> synchronizer.items().create("Ada", NewItem.of("Article", "Before")));
        firstSaves().forEach((name, save) -> {
            DataSource only = OnlyConnection.of(node.database().dataSource());
            Listener[] late = new Listener[1];
            node.through(only)
                    .with(builder -> builder.pollInterval(Duration.ZERO).lateHandlers(() -> {
                        late[0] = made(only);
                        return Optional.of(new LateHandlers(List.of(late[0]), List.of(), List.of(), List.of()));
                    }))
                    .call(
                            synchronizer -> {
                                save.accept(synchronizer);
                                return synchronizer;
                            },
                            models("1.1", property("String", "teaser")));

            assertThat(late[0].calls()).as(name).isNotEmpty();
        });
    }
}
