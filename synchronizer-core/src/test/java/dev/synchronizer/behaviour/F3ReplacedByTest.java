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

/** F3: readers of a deprecated property get the value of its successor, and what is saved under its name goes there. */
class F3ReplacedByTest {
    @TempDir
    Path folder;

    private Path before() {
        return Site.jar(
                folder,
                "1.0",
                "@ContentType public class Article {" + property("String", "headline") + property("String", "older")
                        + "}");
    }

    private Path after() {
        return Site.jar(
                folder,
                "1.1",
                "@ContentType public class Article {"
                        + property("@ReplacedBy(\"title\") @Property(required = true) String", "headline")
                        + property("@ReplacedBy(\"headline\") String", "older")
                        + property("@Property(type = DataType.TEXT) String", "title") + "}");
    }

    @OnEveryDatabase
    void theOldNameShowsWhatTheSuccessorHasElseWhatItStillHoldsItself(Product product) {
        try (Site site = Site.start(product, before())) {
            Item old = site.items().create("Ada", NewItem.of("Article", "A").with("headline", "Old"));
            try (Site newer = site.another(after())) {
                assertThat(newer.items().get(old.id()).get("headline")).contains("Old");
                assertThat(newer.items().get(old.id()).get("title")).isEmpty();

                Item saved =
                        newer.items().save("Bob", newer.items().get(old.id()).with("title", "New"));

                Item read = newer.items().get(old.id());
                assertThat(read).isEqualTo(saved);
                assertThat(read.get("headline")).contains("New");
                assertThat(read.get("older")).contains("New");
                Item without = newer.items().save("Bob", read.without("title"));
                assertThat(without.get("headline")).contains("Old");
            }
        }
    }

    @OnEveryDatabase
    void whatIsSavedUnderTheOldNameGoesToTheSuccessorUnlessThatWasChangedItself(Product product) {
        try (Site site = Site.start(product, after())) {
            Item made = site.items().create("Ada", NewItem.of("Article", "A").with("older", "One"));
            assertThat(made.get("title")).contains("One");
            assertThat(made.get("headline")).contains("One");
            assertThat(site.items().get(made.id())).isEqualTo(made);

            Item two = site.items().save("Ada", made.with("headline", "Two"));
            assertThat(two.get("title")).contains("Two");
            assertThat(two.get("older")).contains("Two");

            Item three = site.items().save("Ada", two.with("headline", "Lost").with("title", "Three"));
            assertThat(three.get("title")).contains("Three");
            assertThat(three.get("headline")).contains("Three");
            assertThat(site.items().get(made.id())).isEqualTo(three);
        }
    }

    @OnEveryDatabase
    void anOldPropertyThatIsRequiredHasWhatItsSuccessorHas(Product product) {
        try (Site site = Site.start(product, after())) {
            Item made = site.items().create("Ada", NewItem.of("Article", "A").with("title", "One"));

            assertThat(Site.violations(
                            () -> site.items().save("Ada", made.without("title").without("headline"))))
                    .extracting(Violation::property)
                    .containsExactly("headline");
        }
    }

    @OnEveryDatabase
    void whatASuccessorCannotTakeOverIsRefusedAndDoesNotVanish(Product product) {
        Path site = Site.jar(
                folder,
                "1.2",
                "@ContentType public class Article {" + property("@ReplacedBy(\"minutes\") String", "length")
                        + property("int", "minutes")
                        + property("@ReplacedBy(\"title\") @Property(localized = true) String", "heading")
                        + property("String", "title") + "}");
        try (Site node = Site.start(product, site)) {
            Item made = node.items().create("Ada", NewItem.of("Article", "A").with("minutes", 3));

            assertThat(Site.violations(() ->
                            node.items().save("Ada", made.with("length", "q").with("heading", "de", "H"))))
                    .extracting(Violation::place, Violation::code, Violation::message, Violation::fix)
                    .containsExactly(
                            tuple(
                                    "Article.heading[de]",
                                    ProblemCode.WRONG_LANGUAGE,
                                    "the value \"H\" is handed on to title, which is not localized",
                                    "save it under title"),
                            tuple(
                                    "Article.length",
                                    ProblemCode.UNFIT_VALUE,
                                    "the value \"q\" is handed on to minutes, which is INTEGER, to which it does not convert",
                                    "save it under minutes"));
            Item saved = node.items().save("Ada", made.with("length", "4").with("heading", "H"));
            assertThat(saved.get("minutes")).contains(4);
            assertThat(saved.get("title")).contains("H");
            assertThat(node.items()
                            .save("Ada", saved.with("length", "q").with("minutes", 5))
                            .get("length"))
                    .as("its successor was saved itself")
                    .contains("5");
        }
    }
}
