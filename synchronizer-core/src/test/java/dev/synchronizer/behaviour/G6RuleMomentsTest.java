package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Ruled.article;
import static dev.synchronizer.behaviour.Ruled.rule;
import static dev.synchronizer.behaviour.Ruled.save;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synchronizer.content.Item;
import dev.synchronizer.content.NewItem;
import dev.synchronizer.saving.SaveVetoedException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** What rules see of an item that is made, that is saved in several languages, and that is deleted (G6). */
class G6RuleMomentsTest {
    @TempDir
    Path folder;

    private Site start(Product product) {
        return Site.start(product, Ruled.models(folder));
    }

    @OnEveryDatabase
    void ofAnItemThatIsBeingCreatedNothingWasThereBefore(Product product) {
        try (Site site = start(product)) {
            save(
                    site,
                    rule(
                            "new",
                            "op == 'CREATE' && !has(old.title) && old.title == null && size(old.tags) == 0",
                            "set teaser=made"));
            assertThat(article(site, "x").get("teaser")).contains("made");
        }
    }

    @OnEveryDatabase
    void whatChangesIsNamedInWhateverLanguageAndOtherLanguagesCanBeAskedFor(Product product) {
        try (Site site = start(product)) {
            save(
                    site,
                    rule(
                            "german",
                            "lang == 'de' && 'title' in changed && 'slogan' in changed && item.slogan == 'Ja'"
                                    + " && item.inLanguage('fr').slogan == 'Oui' && item.inLanguage('it').slogan == null",
                            "set views=1"));
            Item made = site.items()
                    .create(
                            "Ada",
                            NewItem.of("Article", "A")
                                    .with("title", "x")
                                    .with("slogan", "de", "Ja")
                                    .with("slogan", "fr", "Oui"));
            assertThat(made.get("views")).contains(1);
        }
    }

    @OnEveryDatabase
    void inWhatIsDeletedNothingIsSetAndItCanBeRefused(Product product) {
        try (Site site = start(product)) {
            Item made = article(site, "x");
            save(site, rule("gone", "op == 'DELETE'", "set teaser=gone"));
            site.items().delete("Ada", made.id());
            site.items().restore("Ada", made.id());
            assertThat(site.items().get(made.id()).get("teaser")).isEmpty();

            save(site, rule("never", "op == 'DELETE'", "veto no never"));
            assertThatThrownBy(() -> site.items().delete("Ada", made.id())).isInstanceOf(SaveVetoedException.class);
            Item saved = site.items().save("Ada", site.items().get(made.id()).with("title", "y"));
            assertThat(saved.get("title")).as("it is not in the recycle bin").contains("y");
        }
    }
}
