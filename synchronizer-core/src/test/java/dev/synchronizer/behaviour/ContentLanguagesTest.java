package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Sources.property;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.synchronizer.content.Item;
import dev.synchronizer.content.NewItem;
import dev.synchronizer.content.Violation;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.value.Block;
import dev.synchronizer.value.ValueKey;
import dev.synchronizer.value.Values;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

/** A language is the same one however its tag is written. */
class ContentLanguagesTest {
    @TempDir
    Path folder;

    private Site start(Product product) {
        return Site.start(
                product,
                Site.jar(
                        folder,
                        "1.0",
                        "@ContentType(kind = ContentKind.BLOCK) public class Teaser {"
                                + property("@Property(localized = true) String", "text") + "}",
                        "@ContentType public class Article {" + property("@Property(localized = true) String", "title")
                                + property("Teaser", "lead") + "}"));
    }

    @OnEveryDatabase
    void aValueIsFoundChangedAndTakenAwayInAnySpellingOfItsLanguage(Product product) {
        try (Site site = start(product)) {
            Item made = site.items()
                    .create(
                            "Ada",
                            NewItem.of("Article", "A")
                                    .with("title", "DE-ch", "Eins")
                                    .with("title", "iw", "x"));

            assertThat(made.values().languages("title")).containsExactly("de-CH", "he");
            assertThat(made.get("title", "DE-CH")).contains("Eins");
            Item changed = site.items().save("Ada", made.with("title", "dE-cH", "Zwei"));
            assertThat(changed.get("title", "de-CH")).contains("Zwei");
            Item without = site.items().save("Ada", changed.with("title", "DE-CH", null));
            assertThat(without.values().languages("title")).containsExactly("he");
        }
    }

    @OnEveryDatabase
    void soItIsWithinABlockAndInWhatIsWritten(Product product) {
        try (Site site = start(product)) {
            Block lead = new Block(Values.none().with("text", "DE", "Eins"));
            Item made = site.items().create("Ada", NewItem.of("Article", "A").with("lead", lead));

            assertThat(((Block) made.get("lead").orElseThrow()).values().get("text", "de"))
                    .contains("Eins");
            assertThat(site.items().parse("Article", Map.of(new ValueKey("title", "EN"), "One")))
                    .isEqualTo(Values.none().with("title", "en", "One"));
        }
    }

    @OnEveryDatabase
    void whatIsNoTagIsRefused(Product product) {
        try (Site site = start(product)) {
            Block lead = new Block(Values.none().with("text", "de_DE", "Eins"));

            assertThat(Site.violations(() -> site.items()
                            .create(
                                    "Ada",
                                    NewItem.of("Article", "A")
                                            .with("title", "de_DE", "x")
                                            .with("lead", lead))))
                    .extracting(Violation::place, Violation::code, Violation::message)
                    .containsExactlyInAnyOrder(
                            tuple(
                                    "Article.title[de_DE]",
                                    ProblemCode.WRONG_LANGUAGE,
                                    "the value is of the language \"de_DE\", which is no tag such as de or de-CH"),
                            tuple(
                                    "Article.lead",
                                    ProblemCode.UNFIT_VALUE,
                                    "the value is of the language \"de_DE\", which is no tag such as de or de-CH (text)"));
        }
    }
}
