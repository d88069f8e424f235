package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Desk.refused;
import static dev.synchronizer.behaviour.Sources.property;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.content.Item;
import dev.synchronizer.content.ItemQuery;
import dev.synchronizer.content.NewItem;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.store.ItemFilter.Bin;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The recycle bin keeps what was deleted, with all below it, until it is restored or purged. */
class RecycleBinTest {
    private static final ItemQuery BIN = ItemQuery.all().in(Bin.INSIDE);

    @TempDir
    Path folder;

    private Site start(Product product) {
        return Site.start(
                product,
                Site.jar(folder, "1.0", "@ContentType public class Article {" + property("String", "title") + "}"));
    }

    @OnEveryDatabase
    void whatIsDeletedGoesThereWithAllBelowItAndComesBackWhole(Product product) {
        try (Site site = start(product)) {
            Item top = site.create("Article", "Top");
            Item middle = site.createBelow(top.id(), "Article", "Middle");
            Item leaf = site.items()
                    .create(
                            "Ada",
                            NewItem.of("Article", "Leaf").below(middle.id()).with("title", "T"));

            assertThat(site.items().delete("Bob", top.id())).isEqualTo(3);

            assertThat(site.items().list(ItemQuery.all())).isEmpty();
            assertThat(site.items().list(BIN)).extracting(Item::name).containsExactly("Top", "Middle", "Leaf");
            Item deleted = site.items().get(leaf.id());
            assertThat(deleted.deleted().by()).isEqualTo("Bob");
            assertThat(deleted.deleted().with()).isEqualTo(top.id());
            assertThat(deleted.get("title")).contains("T");
            assertThat(refused(() -> site.items().restore("Bob", leaf.id()))
                            .get(0)
                            .subject())
                    .as("it names what to restore instead")
                    .contains(middle.id().toString());

            assertThat(site.items().restore("Bob", top.id())).isEqualTo(3);

            assertThat(site.items().list(ItemQuery.all())).containsExactly(top, middle, leaf);
        }
    }

    @OnEveryDatabase
    void whatWasDeletedBeforeByItselfStaysThere(Product product) {
        try (Site site = start(product)) {
            Item top = site.create("Article", "Top");
            Item child = site.createBelow(top.id(), "Article", "Child");
            site.items().delete("Bob", child.id());
            site.items().delete("Bob", top.id());

            assertThat(refused(() -> site.items().restore("Bob", child.id())))
                    .extracting(Problem::code)
                    .containsExactly(ProblemCode.ITEM_IN_BIN);
            assertThat(site.items().restore("Bob", top.id())).isEqualTo(1);
            assertThat(site.items().list(BIN)).extracting(Item::name).containsExactly("Child");
            assertThat(site.items().restore("Bob", child.id())).isEqualTo(1);
        }
    }

    @OnEveryDatabase
    void whatIsPurgedIsGoneForGoodWithAllBelowIt(Product product) {
        try (Site site = start(product)) {
            Item top = site.items().create("Ada", NewItem.of("Article", "Top").with("title", "T"));
            Item child = site.items()
                    .create(
                            "Ada",
                            NewItem.of("Article", "Child").below(top.id()).with("title", "T"));
            assertThat(refused(() -> site.items().purge("Bob", top.id())))
                    .extracting(Problem::code)
                    .containsExactly(ProblemCode.ITEM_NOT_IN_BIN);
            site.items().delete("Bob", child.id());
            site.items().delete("Bob", top.id());

            assertThat(site.items().purge("Bob", top.id())).isEqualTo(2);

            assertThat(site.items().find(top.id())).isEmpty();
            assertThat(site.items().find(child.id())).isEmpty();
        }
    }

    @OnEveryDatabase
    void whatIsThereCanNeitherBeSavedRenamedMovedDuplicatedNorHaveAnythingBelowIt(Product product) {
        try (Site site = start(product)) {
            Item item = site.create("Article", "A");
            Item other = site.create("Article", "B");
            site.items().delete("Bob", item.id());

            assertThat(refused(() -> site.items().save("Ada", item.with("title", "x"))))
                    .extracting(Problem::code)
                    .containsExactly(ProblemCode.ITEM_IN_BIN);
            assertThat(refused(() -> site.items().rename("Ada", item.id(), "x")))
                    .extracting(Problem::code)
                    .containsExactly(ProblemCode.ITEM_IN_BIN);
            assertThat(refused(() -> site.items().move("Ada", item.id(), other.id())))
                    .extracting(Problem::code)
                    .containsExactly(ProblemCode.ITEM_IN_BIN);
            assertThat(refused(() -> site.items().duplicate("Ada", item.id(), null, false)))
                    .extracting(Problem::code)
                    .containsExactly(ProblemCode.ITEM_IN_BIN);
            assertThat(refused(() -> site.items().delete("Ada", item.id())))
                    .extracting(Problem::code)
                    .containsExactly(ProblemCode.ITEM_IN_BIN);
            assertThat(refused(() -> site.items().move("Ada", other.id(), item.id())))
                    .extracting(Problem::code)
                    .containsExactly(ProblemCode.WRONG_PLACE);
            assertThat(refused(() -> site.createBelow(item.id(), "Article", "x")))
                    .extracting(Problem::code)
                    .containsExactly(ProblemCode.WRONG_PLACE);
            assertThat(refused(() -> site.items().restore("Ada", other.id())))
                    .extracting(Problem::code)
                    .containsExactly(ProblemCode.ITEM_NOT_IN_BIN);
        }
    }

    @OnEveryDatabase
    void aCopyStandsBesideItsOriginalWithAllBelowItThatIsNotThere(Product product) {
        try (Site site = start(product)) {
            Item top = site.items().create("Ada", NewItem.of("Article", "Top").with("title", "T"));
            Item child = site.createBelow(top.id(), "Article", "Child");
            site.createBelow(child.id(), "Article", "Leaf");
            site.items()
                    .delete("Ada", site.createBelow(top.id(), "Article", "Gone").id());

            Item alone = site.items().duplicate("Bob", child.id(), "Alone", false);
            Item copy = site.items().duplicate("Bob", top.id(), null, true);

            assertThat(alone.parent()).isEqualTo(top.id());
            assertThat(copy.get("title")).contains("T");
            assertThat(copy.revision()).isEqualTo(1);
            assertThat(copy.createdBy()).isEqualTo("Bob");
            assertThat(copy.id()).isNotEqualTo(top.id());
            assertThat(site.items().get(copy.id())).isEqualTo(copy);
            assertThat(site.items().list(ItemQuery.all().below(copy.id())))
                    .extracting(Item::name)
                    .containsExactly("Child", "Alone");
            assertThat(site.items().count(ItemQuery.all())).isEqualTo(8);
        }
    }
}
