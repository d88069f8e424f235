package dev.synchronizer.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.Synchronizer;
import dev.synchronizer.SynchronizerBuilder;
import dev.synchronizer.content.Item;
import dev.synchronizer.content.ItemQuery;
import dev.synchronizer.content.NewItem;
import dev.synchronizer.databases.H2Server;
import dev.synchronizer.databases.TestDatabase;
import dev.synchronizer.settings.Definition;
import dev.synchronizer.staging.directory.ContentDirectory;
import dev.synchronizer.staging.directory.DirectoryImportOptions;
import dev.synchronizer.staging.directory.ImportMode;
import dev.synchronizer.staging.directory.ImportPlan;
import dev.synchronizer.staging.directory.ImportReport;
import dev.synchronizer.staging.directory.ThingFilter;
import dev.synchronizer.task.ServerChannel;
import dev.synchronizer.task.TaskHandler;
import dev.synchronizer.task.TaskLoggingEvent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The parts of the page on staging. */
class StagingSnippetsTest {
    private final TestDatabase database = H2Server.inMemory();
    private final TestDatabase other = H2Server.inMemory();
    private final List<String> opened = new ArrayList<>();

    @TempDir
    private Path folder;

    private DataSource pool(String url, @Nullable String user, @Nullable String password) {
        opened.add(url + " for " + user + " by " + password);
        return other.dataSource();
    }

    private static Synchronizer started(SynchronizerBuilder builder) {
        Synchronizer synchronizer = builder.build();
        synchronizer.synchronize();
        synchronizer.definitions().define("Ada", Definition.of("Note").withProperty("text", "STRING"));
        return synchronizer;
    }

    // staging: a handler of tasks
    static final class Drafts implements TaskHandler {
        @Override
        public String name() {
            return "drafts";
        }

        @Override
        public void taskLogging(TaskLoggingEvent event) {
            if (event.task().name().startsWith("Draft")) {
                event.drop();
            }
        }
    }
    // end

    @Test
    void anotherDatabaseIsToldByAPoolOfTheApplication() {
        Synchronizer there = started(Synchronizer.builder().dataSource(other.dataSource()));
        // staging: pools
        SynchronizerBuilder builder = Synchronizer.builder()
                .serverDatabases((url, user, password) -> pool(url, user, password))
                .taskHandler(new Drafts());
        // end
        try (there;
                Synchronizer synchronizer = started(builder.dataSource(database.dataSource()))) {
            // staging: telling
            synchronizer.staging().servers().save("Ada", ServerChannel.target("public", "jdbc:h2:mem:public"));
            Item item = synchronizer.items().create("Ada", NewItem.of("Note", "One"));
            synchronizer.staging().runAll("public", result -> {});
            // end
            synchronizer.items().create("Ada", NewItem.of("Note", "Draft of two"));

            assertThat(there.items().get(item.id()).name()).isEqualTo("One");
            assertThat(opened).containsExactly("jdbc:h2:mem:public for null by null");
            assertThat(synchronizer.staging().tasks(Optional.of("public"), Set.of(), 0, 10))
                    .hasSize(1);
        }
    }

    @Test
    void aDirectoryIsWrittenAndRead() {
        try (Synchronizer synchronizer = started(Synchronizer.builder().dataSource(database.dataSource()))) {
            Item item = synchronizer.items().create("Ada", NewItem.of("Note", "One"));
            Path content = folder.resolve("content");
            // staging: a directory
            ContentDirectory directory = synchronizer.directory(content);
            directory.export();
            ImportPlan plan = directory.plan(DirectoryImportOptions.standard());
            ImportReport report = directory.carryOut("Ada", plan, thing -> {});
            // end
            assertThat(report.isComplete()).isTrue();
            synchronizer.items().rename("Ada", item.id(), "Two");
            // staging: what may be done
            DirectoryImportOptions options = DirectoryImportOptions.standard()
                    .at("items/landing-page", ImportMode.CREATE_UPDATE_AND_DELETE)
                    .only(ThingFilter.everything().excluding("rules"))
                    .allowDeletes(20);
            // end
            assertThat(directory.importFrom("Ada", options).isComplete()).isTrue();
            assertThat(synchronizer.items().list(ItemQuery.all()))
                    .extracting(Item::name)
                    .containsExactly("One");
        }
    }
}
