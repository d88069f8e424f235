package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Sources.property;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.Progress;
import dev.synchronizer.SyncReport;
import dev.synchronizer.Synchronizer;
import dev.synchronizer.content.NewItem;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** What was settled of rows that something else has written since is settled anew by the next start. */
class G5RememberedStartsTest {
    private static final String WITHOUT_TITLE = "delete from ct_property where name = 'title'";

    @TempDir
    Path folder;

    private Path models() {
        return Site.jar(folder, "1.0", "@ContentType public class Article {" + property("String", "title") + "}");
    }

    private static void requireDone(SyncReport report, Synchronizer synchronizer) {
        assertThat(report.committed()).isTrue();
        assertThat(synchronizer
                        .items()
                        .create("Ada", NewItem.of("Article", "A").with("title", "T"))
                        .get("title"))
                .contains("T");
        assertThat(synchronizer.analyze().plan().hasWork()).isFalse();
    }

    @OnEveryDatabase
    void onceADoctorHasAcceptedThem(Product product) {
        for (List<String> statements : List.of(
                List.of(WITHOUT_TITLE),
                List.of("update ct_type set name = 'Story'"),
                List.of("update ct_type set checksum = null", WITHOUT_TITLE),
                List.of("delete from ct_property", "delete from ct_type"))) {
            try (Site site = Site.start(product, models())) {
                assertThat(site.synchronizer().synchronize().committed()).isFalse();
                site.database().execute(statements.toArray(String[]::new));

                site.synchronizer().doctor().repair("Ada");

                try (Synchronizer node = node(site)) {
                    requireDone(node.synchronize(), node);
                }
            }
        }
    }

    @OnEveryDatabase
    void asOftenAsTheyAreWrittenAndRead(Product product) {
        try (Site site = Site.start(product, models())) {
            Synchronizer synchronizer = site.synchronizer();
            for (int times = 0; times < 2; times++) {
                site.database().execute("delete from ct_value", "delete from ct_item", WITHOUT_TITLE);

                synchronizer.catalog().forget();
                synchronizer.catalog().type("Article");
                synchronizer.catchUp();

                SyncReport report = synchronizer.synchronize();
                assertThat(report.committed()).isTrue();
                assertThat(synchronizer.analyze().plan().hasWork()).isFalse();
            }
        }
    }

    @OnEveryDatabase
    void onceADoctorHasSeenThem(Product product) {
        try (Site site = Site.start(product, models())) {
            site.database().execute(WITHOUT_TITLE);

            site.synchronizer().doctor().examine();

            requireDone(site.synchronizer().synchronize(), site.synchronizer());
        }
    }

    @OnEveryDatabase
    void eachStartComparesInFullUntilARunWritesSomething(Product product) {
        try (Site site = Site.start(product, models())) {
            assertThat(comparesInFull(site, models())).isFalse();
            site.database().execute("update ct_type set checksum = 1");

            site.synchronizer().doctor().examine();

            assertThat(comparesInFull(site, models())).isTrue();
            assertThat(comparesInFull(site, models())).isTrue();
            Path more = Site.jar(
                    folder,
                    "1.1",
                    "@ContentType public class Article {" + property("String", "title") + property("String", "more")
                            + "}");
            assertThat(comparesInFull(site, more)).isTrue();
            assertThat(comparesInFull(site, more)).isFalse();
        }
    }

    private static boolean comparesInFull(Site site, Path models) {
        List<Progress.Stage> stages = new ArrayList<>();
        Progress progress = new Progress() {
            @Override
            public void begins(Stage stage) {
                stages.add(stage);
            }
        };
        try (Synchronizer node = Synchronizer.builder()
                .dataSource(site.database().dataSource())
                .models(models)
                .progress(progress)
                .pollInterval(Duration.ZERO)
                .build()) {
            node.synchronize();
        }
        return stages.contains(Progress.Stage.LOAD);
    }

    private Synchronizer node(Site site) {
        return Synchronizer.builder()
                .dataSource(site.database().dataSource())
                .models(models())
                .pollInterval(Duration.ZERO)
                .build();
    }
}
