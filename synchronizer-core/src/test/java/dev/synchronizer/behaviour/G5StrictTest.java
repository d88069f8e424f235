package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Sources.property;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.content.Item;
import dev.synchronizer.content.Items;
import dev.synchronizer.content.NewItem;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.io.TempDir;

/** A strict node neither reads nor saves what something else has written; what works on rows alone goes through, and hides nothing. */
class G5StrictTest {
    @TempDir
    Path folder;

    @OnEveryDatabase
    void whatWorksOnRowsAloneGoesThrough(Product product) {
        Path models =
                Site.jar(folder, "1.0", "@ContentType public class Article {" + property("String", "title") + "}");
        try (Site site = Site.start(product, builder -> builder.strict(true), models)) {
            Items items = site.items();
            Item item = items.create("Ada", NewItem.of("Article", "A").with("title", "T"));
            Item other = site.create("Article", "Other");
            site.database().execute("update ct_value set short_text = 'X'");

            requireRefused(() -> items.get(item.id()));
            requireRefused(() -> items.save("Ada", item.with("title", "N")));
            requireRefused(() -> items.rename("Ada", item.id(), "B"));
            requireRefused(() -> items.duplicate("Ada", item.id(), "C", false));
            site.createBelow(item.id(), "Article", "Below");
            items.move("Ada", other.id(), item.id());
            items.delete("Ada", item.id());
            items.restore("Ada", item.id());

            requireRefused(() -> items.get(item.id()));
            assertThat(site.synchronizer().doctor().examine().items().tampered())
                    .isEqualTo(1);
        }
    }

    @OnEveryDatabase
    void whereAHandlerLooksItWouldHaveToBeServed(Product product) {
        Listener looking = Listener.of("looking");
        try (Site site =
                Site.start(product, builder -> builder.strict(true).saveHandler(looking), Ruled.models(folder))) {
            requireNeitherDeletedNorRestored(site);
        }
    }

    @OnEveryDatabase
    void soItIsWhereARuleLooks(Product product) {
        try (Site site = Site.start(product, builder -> builder.strict(true), Ruled.models(folder))) {
            Ruled.save(site, Ruled.rule("looking", "", "report WARNING seen"));
            requireNeitherDeletedNorRestored(site);
        }
    }

    private static void requireNeitherDeletedNorRestored(Site site) {
        Items items = site.items();
        Item item = Ruled.article(site, "T");
        site.database().execute("update ct_value set short_text = 'X'");
        requireRefused(() -> items.delete("Ada", item.id()));

        site.database().execute("update ct_value set short_text = 'T'");
        items.delete("Ada", item.id());
        site.database().execute("update ct_value set short_text = 'X'");
        requireRefused(() -> items.restore("Ada", item.id()));
        requireRefused(() -> items.purge("Ada", item.id()));
    }

    private static void requireRefused(ThrowingCallable call) {
        List<Problem> refused = Desk.refused(call);
        assertThat(refused).extracting(Problem::code).containsExactly(ProblemCode.TAMPERED);
    }
}
