package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Site.violations;
import static dev.synchronizer.behaviour.Sources.property;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.synchronizer.annotation.ContentReference;
import dev.synchronizer.content.Item;
import dev.synchronizer.content.NewItem;
import dev.synchronizer.content.Violation;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.value.Block;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** What an item refers to is judged where it comes to refer to it, whatever else refers to that already. */
class ContentReferencesTest {
    @TempDir
    Path folder;

    private Site start(Product product) {
        return Site.start(
                product,
                Site.jar(
                        folder,
                        "1.0",
                        "@ContentType public class Person {}",
                        "@ContentType(kind = ContentKind.BLOCK) public class Link {"
                                + property("@AllowedTypes(Person.class) ContentReference", "person")
                                + property("ContentReference", "any") + "}",
                        "@ContentType public class Article {" + property("ContentReference", "any")
                                + property("@AllowedTypes(Person.class) ContentReference", "author")
                                + property("List<Link>", "links") + "}"));
    }

    private static ContentReference to(Item item) {
        return new ContentReference(item.id());
    }

    @OnEveryDatabase
    void anotherPropertyOfTheSameItemAllowsNothing(Product product) {
        try (Site site = start(product)) {
            Item target = site.create("Article", "T");
            Item item = site.items().create("Ada", NewItem.of("Article", "A").with("any", to(target)));

            assertThat(violations(() -> site.items()
                            .save(
                                    "Ada",
                                    item.with("author", to(target))
                                            .with("links", List.of(Block.empty().with("person", to(target)))))))
                    .extracting(Violation::property, Violation::code, Violation::rule)
                    .containsExactly(
                            tuple("author", ProblemCode.WRONG_TARGET, "allowedTypes"),
                            tuple("links[1].person", ProblemCode.WRONG_TARGET, "allowedTypes"));
        }
    }

    @OnEveryDatabase
    void whatIsInTheRecycleBinComesIntoNoFurtherProperty(Product product) {
        try (Site site = start(product)) {
            Item target = site.create("Person", "P");
            Block link = Block.empty().with("person", to(target));
            Item item = site.items()
                    .create(
                            "Ada",
                            NewItem.of("Article", "A")
                                    .with("author", to(target))
                                    .with("links", List.of(link)));
            site.items().delete("Ada", target.id());

            assertThat(violations(() -> site.items().save("Ada", item.with("any", to(target)))))
                    .extracting(Violation::property, Violation::rule)
                    .containsExactly(tuple("any", "exists"));
            assertThat(site.items()
                            .save("Ada", item.with("links", List.of(Block.empty(), link)))
                            .revision())
                    .as("a block that moves about keeps what it refers to")
                    .isEqualTo(2);
        }
    }
}
