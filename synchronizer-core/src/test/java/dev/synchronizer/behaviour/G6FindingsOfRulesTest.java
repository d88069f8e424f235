package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Ruled.article;
import static dev.synchronizer.behaviour.Ruled.rule;
import static dev.synchronizer.behaviour.Ruled.save;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synchronizer.content.Item;
import dev.synchronizer.problem.FindingSeverity;
import dev.synchronizer.saving.Finding;
import dev.synchronizer.settings.Rules;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** What rules find is kept with items for as long as there is such a rule at work (G6). */
class G6FindingsOfRulesTest {
    @TempDir
    Path folder;

    @OnEveryDatabase
    void removingOrDisablingARuleTakesAwayWhatItAloneHasFound(Product product) {
        try (Site site = Site.start(
                product, builder -> builder.severity("maxLength", FindingSeverity.ERROR), Ruled.models(folder))) {
            save(site, rule("dull", "", "report ERROR dull"), rule("flat", "", "report ERROR flat"));
            Item one = article(site, "longer than ten");
            Item two = article(site, "x");
            assertThat(kept(site, one)).containsExactlyInAnyOrder("maxLength", "dull", "flat");

            site.synchronizer().rules().disable("Grace", "dull");
            assertThat(kept(site, one)).containsExactlyInAnyOrder("maxLength", "flat");
            assertThat(kept(site, two)).containsExactly("flat");

            site.synchronizer().rules().remove("Grace", "flat");
            assertThat(kept(site, one)).containsExactly("maxLength");
            assertThat(kept(site, two)).isEmpty();
            assertThat(site.items().validation().eachKept((item, findings) -> {}))
                    .isEqualTo(1);
            assertThat(site.items().save("Ada", one.with("title", "short")).revision())
                    .isEqualTo(2);
            assertThat(kept(site, one)).isEmpty();
        }
    }

    @OnEveryDatabase
    void whatStandsInAUnitThatFailsIsTakenBack(Product product) {
        Listener handler = Listener.of("h").onSaved(event -> {
            event.via(Rules.class).remove("handler", "dull");
            throw new IllegalStateException("no");
        });
        try (Site site = Site.start(product, Ruled.models(folder));
                Site other = site.another(builder -> builder.saveHandler(handler), Ruled.models(folder))) {
            save(site, rule("dull", "", "report ERROR dull"));
            Item item = article(site, "x");
            assertThatThrownBy(() -> other.create("Page", "P")).hasMessage("no");
            assertThat(kept(site, item)).containsExactly("dull");
        }
    }

    private static List<String> kept(Site site, Item item) {
        return site.items().validation().kept(item.id()).stream()
                .map(Finding::validator)
                .toList();
    }
}
