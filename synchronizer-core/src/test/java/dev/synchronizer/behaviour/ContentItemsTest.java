package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Desk.refused;
import static dev.synchronizer.behaviour.Sources.property;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.synchronizer.annotation.ContentReference;
import dev.synchronizer.content.Item;
import dev.synchronizer.content.ItemQuery;
import dev.synchronizer.content.NewItem;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.store.ItemFilter.Bin;
import dev.synchronizer.store.ItemFilter.Comparison;
import dev.synchronizer.value.Block;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;

/** Items: made, saved, read, renamed, moved, duplicated and listed. */
class ContentItemsTest {
    @TempDir
    Path folder;

    private Path everything() {
        return Site.jar(
                folder,
                "1.0",
                "public enum Mood { CALM, LIVELY }",
                "@ContentType(kind = ContentKind.BLOCK) public class Teaser {" + property("String", "title")
                        + property("@Property(localized = true) String", "text") + property("int", "weight") + "}",
                "@ContentType(kind = ContentKind.BLOCK) public class Panel {" + property("List<Teaser>", "teasers")
                        + "}",
                "@ContentType public class Article {"
                        + property("String", "title")
                        + property("@Property(localized = true) String", "teaser")
                        + property("@Property(type = DataType.RICH_TEXT) String", "body")
                        + property("boolean", "open")
                        + property("int", "count")
                        + property("long", "views")
                        + property("double", "score")
                        + property("BigDecimal", "price")
                        + property("LocalDate", "day")
                        + property("LocalTime", "time")
                        + property("LocalDateTime", "moment")
                        + property("Instant", "instant")
                        + property("UUID", "key")
                        + property("java.net.URI", "link")
                        + property("Locale", "locale")
                        + property("Mood", "mood")
                        + property("ContentReference", "related")
                        + property("List<String>", "lines")
                        + property("Set<Integer>", "numbers")
                        + property("List<ContentReference>", "many")
                        + property("Teaser", "lead")
                        + property("List<Panel>", "panels") + "}",
                "@ContentType public class Folder {}");
    }

    @OnEveryDatabase
    void anItemComesBackAsItWasMadeWithItsIdRevisionTimesAndActors(Product product) {
        try (Site site = Site.start(product, everything())) {
            Instant before = Instant.now();
            Item top = site.create("Folder", "Top");

            Item made = site.items()
                    .create(
                            "Bob",
                            NewItem.of("Article", "Hello").below(top.id()).with("title", "A title"));

            assertThat(site.items().get(made.id())).isEqualTo(made);
            assertThat(made.type()).isEqualTo("Article");
            assertThat(made.name()).isEqualTo("Hello");
            assertThat(made.parent()).isEqualTo(top.id());
            assertThat(made.revision()).isEqualTo(1);
            assertThat(made.id().version()).isEqualTo(7);
            assertThat(made.createdBy()).isEqualTo("Bob");
            assertThat(made.createdAt()).isEqualTo(made.savedAt()).isBetween(before.minusSeconds(1), Instant.now());
            assertThat(made.get("title")).contains("A title");
            assertThat(made.isDeleted()).isFalse();
        }
    }

    @OnEveryDatabase
    void valuesOfEveryDataTypeComeBackAsTheyWereSaved(Product product) {
        try (Site site = Site.start(product, everything())) {
            Item target = site.create("Folder", "Target");
            ContentReference reference = new ContentReference(target.id());
            Block teaser = Block.empty().with("title", "T \uD83D\uDE00").with("weight", 7);
            Block localized =
                    new Block(teaser.values().with("text", "de", "Hallo").with("text", "en", "Hello"));
            Block panel = Block.empty().with("teasers", List.of(teaser, localized));

            Item made = site.items()
                    .create(
                            "Ada",
                            NewItem.of("Article", "All")
                                    .with("title", "")
                                    .with("teaser", "de-CH", "Grüezi")
                                    .with("teaser", "en", "Hello")
                                    .with("teaser", "none in particular")
                                    .with("body", "<p>line\r\nline</p>")
                                    .with("open", false)
                                    .with("count", Integer.MIN_VALUE)
                                    .with("views", Long.MAX_VALUE)
                                    .with("score", 0.1)
                                    .with("price", new BigDecimal("12345678901234567890.0123456789"))
                                    .with("day", LocalDate.of(1066, 10, 14))
                                    .with("time", LocalTime.of(23, 59, 59, 999_999_000))
                                    .with("moment", LocalDateTime.of(2026, 3, 29, 2, 30))
                                    .with("instant", Instant.parse("2026-03-29T01:30:00.123456Z"))
                                    .with("key", new UUID(-1, 1))
                                    .with("link", URI.create("https://example.org/ä?b=c"))
                                    .with("locale", Locale.forLanguageTag("de-AT"))
                                    .with("mood", "LIVELY")
                                    .with("related", reference)
                                    .with("lines", List.of("b", "a", "b"))
                                    .with("numbers", Set.of(3, 1, 2))
                                    .with("many", List.of(reference, reference))
                                    .with("lead", localized)
                                    .with("panels", List.of(panel, Block.empty())));

            Item read = site.items().get(made.id());
            assertThat(read.values().asMap()).isEqualTo(made.values().asMap());
            assertThat(read).isEqualTo(made);
            assertThat(read.values().keys()).hasSize(24);
            assertThat(read.get("title")).contains("");
            assertThat(read.get("open")).contains(false);
            assertThat(read.get("price")).contains(new BigDecimal("12345678901234567890.0123456789"));
            assertThat(read.get("teaser", "de-CH")).contains("Grüezi");
            assertThat(read.get("body")).contains("<p>line\r\nline</p>");
            assertThat(read.get("numbers")).contains(Set.of(1, 2, 3));
            assertThat(read.get("lines")).contains(List.of("b", "a", "b"));
            assertThat(read.get("panels")).contains(List.of(panel, Block.empty()));
        }
    }

    @OnEveryDatabase
    void aTextOfTenMegabytesAndTenThousandReferencesSurvive(Product product) {
        try (Site site = Site.start(product, everything())) {
            ContentReference one =
                    new ContentReference(site.create("Folder", "One").id());
            ContentReference other =
                    new ContentReference(site.create("Folder", "Other").id());
            List<ContentReference> references = new ArrayList<>();
            for (int i = 0; i < 10_000; i++) {
                references.add(i % 3 == 0 ? one : other);
            }
            String text = "Zehn Megabyte, € und \uD83D\uDE00\n".repeat(10 * 1024 * 1024 / 26);

            Item made = site.items()
                    .create(
                            "Ada",
                            NewItem.of("Article", "Large").with("body", text).with("many", references));

            Item read = site.items().get(made.id());
            assertThat(read.get("body").orElseThrow().equals(text)).isTrue();
            assertThat(read.get("many")).contains(references);
        }
    }

    @OnEveryDatabase
    void aSaveWritesWhatIsDifferentAndRaisesTheRevisionByOne(Product product) {
        try (Site site = Site.start(product, everything())) {
            Item made = site.items()
                    .create(
                            "Ada",
                            NewItem.of("Article", "Hello")
                                    .with("title", "Old")
                                    .with("count", 1)
                                    .with("lines", List.of("x")));

            Item saved = site.items()
                    .save("Bob", made.with("title", "New").without("count").with("views", 2L));

            assertThat(saved.revision()).isEqualTo(2);
            assertThat(saved.savedBy()).isEqualTo("Bob");
            assertThat(saved.createdBy()).isEqualTo("Ada");
            assertThat(site.items().get(made.id())).isEqualTo(saved);
            assertThat(saved.values().properties()).containsExactly("lines", "title", "views");
            assertThat(saved.get("title")).contains("New");
        }
    }

    @OnEveryDatabase
    void aSaveThatChangesNothingWritesNothing(Product product) {
        try (Site site = Site.start(product, everything())) {
            Item made =
                    site.items().create("Ada", NewItem.of("Article", "Hello").with("price", new BigDecimal("1.50")));

            Item saved = site.items().save("Bob", made.with("price", new BigDecimal("1.500")));

            assertThat(saved).isEqualTo(made);
            assertThat(site.items().get(made.id())).isEqualTo(made);
        }
    }

    @OnEveryDatabase
    void whoSavesOnTopOfAnOlderRevisionIsToldWhoWasQuicker(Product product) {
        try (Site site = Site.start(product, everything())) {
            Item made = site.create("Article", "Hello");
            site.items().save("Bob", made.with("title", "Bob's"));

            List<Problem> problems = refused(() -> site.items().save("Ada", made.with("title", "Ada's")));

            assertThat(problems).extracting(Problem::code).containsExactly(ProblemCode.ITEM_CHANGED);
            assertThat(problems.get(0).message()).startsWith("Bob saved revision 2 at ");
            assertThat(site.items().get(made.id()).get("title")).contains("Bob's");
        }
    }

    @OnEveryDatabase
    void anItemGetsAnotherNameOrAnotherPlaceWithAllBelowIt(Product product) {
        try (Site site = Site.start(product, everything())) {
            Item top = site.create("Folder", "Top");
            Item folder1 = site.createBelow(top.id(), "Folder", "One");
            Item article = site.createBelow(folder1.id(), "Article", "Hello");

            Item renamed = site.items().rename("Bob", folder1.id(), "First");
            Item moved = site.items().move("Bob", folder1.id(), null);

            assertThat(renamed.name()).isEqualTo("First");
            assertThat(renamed.revision()).isEqualTo(2);
            assertThat(moved.parent()).isNull();
            assertThat(moved.revision()).isEqualTo(3);
            assertThat(site.items().get(article.id())).isEqualTo(article);
            assertThat(site.items().list(ItemQuery.all().below(null)))
                    .extracting(Item::name)
                    .containsExactly("Top", "First");
            assertThat(refused(() -> site.items().move("Bob", folder1.id(), article.id())))
                    .extracting(Problem::code)
                    .containsExactly(ProblemCode.WRONG_PLACE);
            assertThat(refused(() -> site.items().move("Bob", folder1.id(), folder1.id())))
                    .extracting(Problem::code)
                    .containsExactly(ProblemCode.WRONG_PLACE);
        }
    }

    @OnEveryDatabase
    void itemsAreListedByTypePlaceBinAndValues(Product product) {
        try (Site site = Site.start(product, everything())) {
            Item top = site.create("Folder", "Top");
            for (int i = 0; i < 5; i++) {
                site.items()
                        .create(
                                "Ada",
                                NewItem.of("Article", "A" + i).below(top.id()).with("count", i));
            }
            Item gone = site.items()
                    .create(
                            "Ada",
                            NewItem.of("Article", "Gone")
                                    .with("lead", Block.empty().with("title", "x")));
            site.items().delete("Ada", gone.id());

            ItemQuery articles = ItemQuery.ofTypes("Article");
            assertThat(site.items().list(articles))
                    .extracting(Item::name)
                    .containsExactly("A0", "A1", "A2", "A3", "A4");
            assertThat(site.items().count(articles.in(Bin.ANY))).isEqualTo(6);
            assertThat(site.items().list(articles.in(Bin.INSIDE)))
                    .extracting(Item::id)
                    .containsExactly(gone.id());
            assertThat(site.items().list(articles.where("count", Comparison.AT_LEAST, 3)))
                    .extracting(Item::name)
                    .containsExactly("A3", "A4");
            assertThat(site.items().list(articles.having("lead").in(Bin.ANY)))
                    .extracting(Item::name)
                    .containsExactly("Gone");
            assertThat(site.items().list(articles.having("count").in(Bin.ANY)))
                    .extracting(Item::name)
                    .containsExactly("A0", "A1", "A2", "A3", "A4");
            assertThat(site.items().list(articles.having("lead").having("count").in(Bin.ANY)))
                    .isEmpty();
            List<Item> firstTwo = site.items().list(articles.limit(2));
            assertThat(firstTwo).extracting(Item::name).containsExactly("A0", "A1");
            assertThat(site.items().list(articles.limit(2).after(firstTwo.get(1).id())))
                    .extracting(Item::name)
                    .containsExactly("A2", "A3");
            assertThat(refused(() -> site.items().list(ItemQuery.ofTypes("Artikle"))))
                    .extracting(Problem::code, Problem::fix)
                    .containsExactly(tuple(ProblemCode.NOT_STORED, "write Article"));
            assertThat(refused(() -> site.items().list(articles.having("titel"))))
                    .extracting(Problem::code, Problem::fix)
                    .containsExactly(tuple(ProblemCode.UNKNOWN_VALUE, "write title or time"));
        }
    }

    @OnEveryDatabase
    void anItemThatIsNotThereIsSaidNotToBeThere(Product product) {
        try (Site site = Site.start(product, everything())) {
            UUID nobody = new UUID(1, 2);
            assertThat(site.items().find(nobody)).isEmpty();
            for (List<Problem> problems : List.of(
                    refused(() -> site.items().get(nobody)),
                    refused(() -> site.items().rename("Ada", nobody, "x")),
                    refused(() -> site.items().move("Ada", nobody, null)),
                    refused(() -> site.items().delete("Ada", nobody)))) {
                assertThat(problems).extracting(Problem::code).containsExactly(ProblemCode.NO_SUCH_ITEM);
            }
        }
    }
}
