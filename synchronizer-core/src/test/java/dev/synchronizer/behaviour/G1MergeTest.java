package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Sources.property;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.synchronizer.content.Item;
import dev.synchronizer.content.NewItem;
import dev.synchronizer.content.StaleRevisionException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.io.TempDir;

/** Two people save one revision: the second is told what differs, and can merge what does not overlap. */
class G1MergeTest {
    @TempDir
    Path folder;

    private Site start(Product product) {
        return Site.start(
                product,
                Site.jar(
                        folder,
                        "1.0",
                        "@ContentType public class Article {" + property("String", "title")
                                + "@Property(localized = true) " + property("String", "teaser") + "}"));
    }

    private static StaleRevisionException stale(Callable<Item> save) {
        StaleRevisionException refusal = catchThrowableOfType(StaleRevisionException.class, save::call);
        assertThat(refusal).as("it is refused").isNotNull();
        return refusal;
    }

    @OnEveryDatabase
    void theSecondIsToldWhatDiffers(Product product) {
        try (Site site = start(product)) {
            Item read = site.items()
                    .create("Ada", NewItem.of("Article", "A").with("title", "t").with("teaser", "de", "d"));
            site.items().save("Bob", read.with("title", "Bob's"));

            StaleRevisionException refusal = stale(() -> site.items().save("Ada", read.with("teaser", "de", "Ada's")));

            assertThat(refusal.differing().all()).asString().isEqualTo("[teaser[de] CHANGED, title CHANGED]");
            assertThat(refusal.differing().of("title").orElseThrow().before()).contains("Bob's");
            assertThat(refusal.differing().of("title").orElseThrow().after()).contains("t");
            assertThat(refusal.revision()).isEqualTo(2);
            assertThat(refusal.problems().asList().get(0).message())
                    .startsWith("Bob saved revision 2 at ")
                    .endsWith("and what is to be saved stands on revision 1; they differ in teaser[de], title");
        }
    }

    @OnEveryDatabase
    void whatDoesNotOverlapIsMerged(Product product) {
        try (Site site = start(product)) {
            Item read = site.items()
                    .create("Ada", NewItem.of("Article", "A").with("title", "t").with("teaser", "de", "d"));
            site.items().save("Bob", read.with("title", "Bob's").with("teaser", "en", "Bob's"));

            Item merged = site.items().merge("Ada", read, read.with("teaser", "de", null));

            assertThat(merged.revision()).isEqualTo(3);
            assertThat(merged.savedBy()).isEqualTo("Ada");
            assertThat(merged.values().asMap()).hasToString("{teaser[en]=Bob's, title=Bob's}");
            assertThat(site.items().get(read.id())).isEqualTo(merged);
        }
    }

    @OnEveryDatabase
    void whatOverlapsIsRefusedUnlessBothWantTheSame(Product product) {
        try (Site site = start(product)) {
            Item read = site.items().create("Ada", NewItem.of("Article", "A").with("title", "t"));
            Item theirs = site.items().save("Bob", read.with("title", "Bob's").with("teaser", "Bob's"));

            StaleRevisionException refusal = stale(() ->
                    site.items().merge("Ada", read, read.with("title", "Ada's").with("teaser", "Bob's")));

            assertThat(refusal.differing().all()).asString().isEqualTo("[title CHANGED]");
            assertThat(site.items().get(read.id())).isEqualTo(theirs);
            assertThat(site.items().merge("Ada", read, read.with("title", "Bob's")))
                    .isEqualTo(theirs);
        }
    }

    @OnEveryDatabase
    void ofManyWhoMergeAtOnceNoneLosesAnything(Product product) throws Exception {
        try (Site site = start(product);
                Site other = site.another()) {
            Item read = site.create("Article", "A");

            AtOnce.all(List.of(
                    () -> site.items().merge("Ada", read, read.with("title", "x")),
                    () -> other.items().merge("Bob", read, read.with("teaser", "de", "x")),
                    () -> site.items().merge("Cem", read, read.with("teaser", "en", "x")),
                    () -> other.items().merge("Dee", read, read.with("teaser", "fr", "x"))));

            Item merged = site.items().get(read.id());
            assertThat(merged.values().asMap()).hasToString("{teaser[de]=x, teaser[en]=x, teaser[fr]=x, title=x}");
            assertThat(merged.revision()).isEqualTo(5);
        }
    }
}
