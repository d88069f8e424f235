package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Sources.property;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.synchronizer.content.Item;
import dev.synchronizer.content.NewItem;
import dev.synchronizer.content.Violation;
import dev.synchronizer.problem.ProblemCode;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** An item that was read before a release and is saved after it: what it holds is judged by where it belongs by then. */
class ContentStaleItemsTest {
    @TempDir
    Path folder;

    private Path site(String version, String... properties) {
        StringBuilder source = new StringBuilder("@ContentType public class Article {");
        for (String name : properties) {
            source.append(property("String", name));
        }
        return Site.jar(folder, version, source + "}");
    }

    @OnEveryDatabase
    void whatWentOutOfUseMeanwhileStaysAsItIs(Product product) {
        try (Site site = Site.start(product, site("1.0", "title", "old"))) {
            Item read = site.items()
                    .create("Ada", NewItem.of("Article", "A").with("title", "T").with("old", "O"));
            try (Site newer = site.another(site("1.1", "title"))) {
                Item saved = newer.items().save("Bob", read.with("title", "U"));

                assertThat(saved.orphaned().get("old")).contains("O");
                assertThat(Site.violations(() -> newer.items().save("Bob", saved.with("old", "P"))))
                        .extracting(Violation::place, Violation::code)
                        .containsExactly(tuple("Article.old", ProblemCode.VALUE_OUT_OF_USE));
            }
        }
    }

    @OnEveryDatabase
    void whatCameBackMeanwhileStaysAsItIs(Product product) {
        try (Site site = Site.start(product, site("1.0", "title", "old"))) {
            Item made = site.items()
                    .create("Ada", NewItem.of("Article", "A").with("title", "T").with("old", "O"));
            try (Site newer = site.another(site("1.1", "title"))) {
                Item read = newer.items().get(made.id());
                try (Site newest = newer.another(site("1.2", "title", "old"))) {
                    Item saved = newest.items().save("Bob", read.with("title", "U"));

                    assertThat(saved.get("old")).contains("O");
                    assertThat(saved.orphaned().isEmpty()).isTrue();
                }
            }
        }
    }
}
