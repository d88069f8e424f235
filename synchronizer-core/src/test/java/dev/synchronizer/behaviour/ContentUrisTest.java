package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Sources.property;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.annotation.ContentType;
import dev.synchronizer.content.Item;
import dev.synchronizer.content.NewItem;
import dev.synchronizer.value.Block;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;

/** Addresses that Java takes for equal, as they differ in case alone, are two values: a save from one to the other is one. */
class ContentUrisTest {
    private static final URI SHOUTED = URI.create("HTTP://EXAMPLE.ORG/a");
    private static final URI PLAIN = URI.create("http://example.org/a");

    @TempDir
    Path folder;

    @OnEveryDatabase
    void anAddressIsSavedInAnotherCase(Product product) {
        Path models = Site.jar(
                folder,
                "1.0",
                "@ContentType(kind = ContentKind.BLOCK) public class Link {" + property("java.net.URI", "target") + "}",
                "@ContentType public class Page {" + property("java.net.URI", "home")
                        + property("List<java.net.URI>", "all") + property("Set<java.net.URI>", "some")
                        + property("Link", "link") + "}");
        try (Site site = Site.start(product, models)) {
            Item made = site.items()
                    .create(
                            "Ada",
                            NewItem.of("Page", "P")
                                    .with("home", SHOUTED)
                                    .with("all", List.of(SHOUTED))
                                    .with("some", Set.of(SHOUTED))
                                    .with("link", Block.empty().with("target", SHOUTED)));

            site.items().save("Ada", made.with("home", PLAIN));
            site.items().save("Ada", site.items().get(made.id()).with("all", List.of(PLAIN)));
            site.items().save("Ada", site.items().get(made.id()).with("some", Set.of(PLAIN)));
            Item last = site.items()
                    .save(
                            "Ada",
                            site.items()
                                    .get(made.id())
                                    .with("link", Block.empty().with("target", PLAIN)));

            assertThat(last.revision()).isEqualTo(5);
            assertThat(site.items().get(made.id()).values().toString())
                    .doesNotContain("HTTP")
                    .contains(PLAIN.toString());
        }
    }

    @ContentType
    public record Bookmark(URI address, List<URI> more) {}

    @OnEveryDatabase
    void soItIsThroughAModelClass(Product product) {
        try (Site site = Site.start(product, TypedModels.jar(folder, Bookmark.class))) {
            Item made = site.items().create("Ada", "B", new Bookmark(SHOUTED, List.of(SHOUTED)));

            site.items().save("Ada", made.id(), 1, new Bookmark(PLAIN, List.of(SHOUTED)));
            Item last = site.items().save("Ada", made.id(), 2, new Bookmark(PLAIN, List.of(PLAIN)));

            assertThat(last.revision()).isEqualTo(3);
            assertThat(site.items().get(made.id()).values().toString()).doesNotContain("HTTP");
        }
    }
}
