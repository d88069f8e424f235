package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Ruled.article;
import static dev.synchronizer.behaviour.Ruled.rule;
import static dev.synchronizer.behaviour.Ruled.save;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.content.Item;
import dev.synchronizer.saving.Finding;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** What a rule found of an item is kept until the rule looks at it again. */
class G6FindingsThatStayTest {
    @TempDir
    Path folder;

    private static List<String> kept(Site site, Item item) {
        return site.items().validation().kept(item.id()).stream()
                .map(Finding::message)
                .toList();
    }

    @OnEveryDatabase
    void aSaveThatChangesNothingLeavesItAsItIs(Product product) {
        try (Site site = Site.start(product, Ruled.models(folder))) {
            save(site, rule("short", "size(item.title) < 3", "report ERROR it is short"));
            Item item = article(site, "x");
            assertThat(kept(site, item)).containsExactly("it is short");

            site.items().save("Ada", site.items().get(item.id()));

            assertThat(kept(site, item)).containsExactly("it is short");
            site.items().save("Ada", site.items().get(item.id()).with("title", "long"));
            assertThat(kept(site, item)).isEmpty();
        }
    }
}
