package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Desk.refused;
import static dev.synchronizer.behaviour.ImportLines.export;
import static dev.synchronizer.behaviour.ImportLines.importInto;
import static dev.synchronizer.behaviour.Sources.property;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.content.Item;
import dev.synchronizer.content.NewItem;
import dev.synchronizer.problem.Problem;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** A file that was written before a release is the same file after it: what it holds comes to where it belongs by then. */
class ImportAcrossReleasesTest {
    @TempDir
    Path folder;

    private Path models(String version, String... properties) {
        StringBuilder members = new StringBuilder();
        for (String name : properties) {
            members.append(property("String", name));
        }
        return Site.jar(folder, version, "@ContentType public class Article {" + members + "}");
    }

    @OnEveryDatabase
    void valuesOfWhatCodeNoLongerDeclaresComeInOutOfUseAndBackIntoUseWithIt(Product product) {
        try (Site site = Site.start(product, models("1.0", "title", "body"))) {
            Item made = site.items()
                    .create("Ada", NewItem.of("Article", "A").with("title", "T").with("body", "B"));
            String before = export(site);
            try (Site later = site.another(models("1.1", "title"))) {
                String after = export(later);
                assertThat(after).contains("\"orphaned\":{\"body\":\"B\"}");

                assertThat(importInto(later, before).unchanged()).isEqualTo(1);
                later.items().delete("Ada", made.id());
                later.items().save("Ada", restored(later, made).without("body"));
                importInto(later, before.replace("\"revision\":1", "\"revision\":3"));
                assertThat(export(later)).isEqualTo(after.replace("\"revision\":1", "\"revision\":3"));

                try (Site returned = later.another(models("1.2", "title", "body"))) {
                    importInto(returned, after.replace("\"revision\":1", "\"revision\":3"));
                    assertThat(export(returned)).isEqualTo(before.replace("\"revision\":1", "\"revision\":3"));
                }
            }
        }
    }

    private static Item restored(Site site, Item item) {
        site.items().restore("Ada", item.id());
        return site.items().get(item.id());
    }

    @OnEveryDatabase
    void whatIsInUseAndOutOfUseInOneLineIsToldSo(Product product) {
        try (Site site = Site.start(product, models("1.0", "title"))) {
            String line =
                    "{\"type\":\"Article\",\"name\":\"A\",\"values\":{\"title\":\"T\"},\"orphaned\":{\"title\":\"O\"}}";

            assertThat(refused(() -> importInto(site, line)))
                    .extracting(Problem::message)
                    .containsExactly("it holds title more than once");
        }
    }
}
