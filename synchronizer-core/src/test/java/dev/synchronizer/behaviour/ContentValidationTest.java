package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Desk.refused;
import static dev.synchronizer.behaviour.Site.violations;
import static dev.synchronizer.behaviour.Sources.property;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.synchronizer.annotation.ContentReference;
import dev.synchronizer.content.Item;
import dev.synchronizer.content.ItemQuery;
import dev.synchronizer.content.NewItem;
import dev.synchronizer.content.Violation;
import dev.synchronizer.model.SettingValue;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.value.Block;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;

/** What is saved is held against the effective model of the moment, and all that is wrong is said at once. */
class ContentValidationTest {
    @TempDir
    Path folder;

    private Site start(Product product) {
        return Site.start(
                product,
                Site.jar(
                        folder,
                        "1.0",
                        "@ContentType(kind = ContentKind.BLOCK) public class Teaser {"
                                + property("@Property(required = true) String", "title")
                                + property("@Size(max = 3) String", "text") + "}",
                        "public enum Mood { CALM, LIVELY }",
                        "@ContentType public class Article {"
                                + property("@NotNull String", "title")
                                + property("@Size(min = 2, max = 5) @Property(localized = true) String", "teaser")
                                + property("@Min(1) @Max(10) Integer", "count")
                                + property("@Pattern(regexp = \"[a-z]+\") String", "slug")
                                + property("Mood", "mood")
                                + property("@Size(max = 2) List<String>", "tags")
                                + property("@AllowedTypes(Article.class) List<ContentReference>", "related")
                                + property("List<Teaser>", "teasers") + "}",
                        "@ContentType(allowedParents = Folder.class) public class Note {}",
                        "@ContentType(allowedChildren = {Note.class, Folder.class}) public class Folder {}",
                        "@ContentType public abstract class Base {" + property("String", "x") + "}"));
    }

    @OnEveryDatabase
    void allViolationsAreSaidAtOnceWithPropertyLanguageValueAndRule(Product product) {
        try (Site site = start(product)) {
            UUID folderId = site.create("Folder", "F").id();
            UUID nobody = new UUID(1, 2);

            List<Violation> violations = violations(() -> site.items()
                    .create(
                            "Ada",
                            NewItem.of("Article", "A")
                                    .with("teaser", "de", "zu lang")
                                    .with("teaser", "en", "x")
                                    .with("count", 11)
                                    .with("slug", "ABC")
                                    .with("mood", "ANGRY")
                                    .with("tags", List.of("a", "b", "c"))
                                    .with(
                                            "related",
                                            List.of(new ContentReference(folderId), new ContentReference(nobody)))
                                    .with("teasers", List.of(Block.empty().with("text", "long")))));

            assertThat(violations)
                    .extracting(Violation::property, Violation::language, Violation::rule, Violation::code)
                    .containsExactly(
                            tuple("count", "", "max", ProblemCode.RULE_BROKEN),
                            tuple("mood", "", "allowedValues", ProblemCode.RULE_BROKEN),
                            tuple("related", "", "allowedTypes", ProblemCode.WRONG_TARGET),
                            tuple("related", "", "exists", ProblemCode.WRONG_TARGET),
                            tuple("slug", "", "pattern", ProblemCode.RULE_BROKEN),
                            tuple("tags", "", "maxItems", ProblemCode.RULE_BROKEN),
                            tuple("teaser", "de", "maxLength", ProblemCode.RULE_BROKEN),
                            tuple("teaser", "en", "minLength", ProblemCode.RULE_BROKEN),
                            tuple("teasers[1].text", "", "maxLength", ProblemCode.RULE_BROKEN),
                            tuple("teasers[1].title", "", "required", ProblemCode.VALUE_MISSING),
                            tuple("title", "", "required", ProblemCode.VALUE_MISSING));
            assertThat(violations.get(0).value()).isEqualTo("11");
            assertThat(violations.get(6).problem().toString())
                    .startsWith("CT702 error Article.teaser[de]: the value \"zu lang\" does not satisfy maxLength 5.");
            assertThat(site.items().count(ItemQuery.ofTypes("Article"))).isZero();
        }
    }

    @OnEveryDatabase
    void valuesWithoutAPlaceAreSaidWithTheLikeliestName(Product product) {
        try (Site site = start(product)) {
            List<Violation> violations = violations(() -> site.items()
                    .create(
                            "Ada",
                            NewItem.of("Article", " ")
                                    .with("titel", "x")
                                    .with("title", "de", "x")
                                    .with("title", "x")
                                    .with("teaser", "not a tag", "x")
                                    .with("count", "many")));

            assertThat(violations)
                    .extracting(Violation::property, Violation::code)
                    .containsExactly(
                            tuple("", ProblemCode.WRONG_ITEM_NAME),
                            tuple("count", ProblemCode.UNFIT_VALUE),
                            tuple("teaser", ProblemCode.WRONG_LANGUAGE),
                            tuple("titel", ProblemCode.UNKNOWN_VALUE),
                            tuple("title", ProblemCode.WRONG_LANGUAGE));
            assertThat(violations.get(3).fix()).isEqualTo("write title");
            assertThat(refused(() -> site.create("Artikle", "x")))
                    .extracting(Problem::code, Problem::fix)
                    .containsExactly(tuple(ProblemCode.NOT_STORED, "write Article"));
        }
    }

    @OnEveryDatabase
    void itemsStandWhereTheirTypesAllowThem(Product product) {
        try (Site site = start(product)) {
            Item folderItem = site.create("Folder", "F");
            Item article = site.items().create("Ada", NewItem.of("Article", "A").with("title", "T"));
            Item note = site.createBelow(folderItem.id(), "Note", "N");

            assertThat(violations(() -> site.create("Note", "N")))
                    .extracting(Violation::rule)
                    .containsExactly("allowedParents");
            assertThat(violations(() -> site.items().move("Ada", note.id(), article.id())))
                    .extracting(Violation::rule)
                    .containsExactly("allowedParents");
            assertThat(violations(() -> site.items().move("Ada", article.id(), folderItem.id())))
                    .extracting(Violation::rule)
                    .containsExactly("allowedChildren");
            assertThat(violations(() -> site.createBelow(new UUID(1, 2), "Folder", "F")))
                    .extracting(Violation::code)
                    .containsExactly(ProblemCode.WRONG_PLACE);
            assertThat(site.items().list(ItemQuery.all())).containsExactly(folderItem, article, note);
        }
    }

    @OnEveryDatabase
    void onlyReferencesThatAreNewNeedATarget(Product product) {
        try (Site site = start(product)) {
            Item target = site.items().create("Ada", NewItem.of("Article", "T").with("title", "T"));
            Item item = site.items()
                    .create(
                            "Ada",
                            NewItem.of("Article", "A")
                                    .with("title", "T")
                                    .with("related", List.of(new ContentReference(target.id()))));
            site.items().delete("Ada", target.id());
            assertThat(violations(() -> site.items()
                            .save(
                                    "Ada",
                                    site.items()
                                            .create(
                                                    "Ada",
                                                    NewItem.of("Article", "B").with("title", "T"))
                                            .with("related", List.of(new ContentReference(target.id()))))))
                    .extracting(Violation::code)
                    .containsExactly(ProblemCode.WRONG_TARGET);
            site.items().purge("Ada", target.id());

            Item saved = site.items().save("Ada", item.with("slug", "x"));

            assertThat(saved.get("related")).isEqualTo(item.get("related"));
        }
    }

    @OnEveryDatabase
    void whatAdministratorsOverrideHoldsAtOnceAlsoFromAnotherNode(Product product) {
        try (Site site = start(product);
                Site idle = site.another()) {
            Item item = site.items().create("Ada", NewItem.of("Article", "A").with("title", "T"));
            assertThat(idle.items().get(item.id())).isEqualTo(item);

            Saves.in(site.database()).set("Article", "slug", "required", SettingValue.of(true));

            assertThat(violations(() -> idle.items().save("Bob", item.with("count", 2))))
                    .extracting(Violation::property)
                    .containsExactly("slug");
            assertThat(idle.items().get(item.id())).as("it stays readable").isEqualTo(item);
            List<String> invalid = new ArrayList<>();
            assertThat(idle.items()
                            .validate(
                                    ItemQuery.all(),
                                    (each, wrong) -> invalid.add(
                                            each.name() + " " + wrong.get(0).place())))
                    .isEqualTo(1);
            assertThat(invalid).containsExactly("A Article.slug");
            assertThat(idle.items().save("Bob", item.with("slug", "x")).revision())
                    .isEqualTo(2);
        }
    }

    @OnEveryDatabase
    void aNewItemGetsTheDefaultValuesOfItsProperties(Product product) {
        Path models = Site.jar(
                folder,
                "2.0",
                "@ContentType public class Article {" + property("@Property(defaultValue = \"5\") Integer", "count")
                        + property("@Property(defaultValue = \"x\") String", "title") + "}");
        try (Site site = Site.start(product, models)) {
            Item made = site.items().create("Ada", NewItem.of("Article", "A").with("title", "given"));
            assertThat(made.get("count")).contains(5);
            assertThat(made.get("title")).contains("given");
            assertThat(site.items().save("Ada", made.without("count")).get("count"))
                    .isEmpty();
        }
    }

    @OnEveryDatabase
    void whatCodeNoLongerDeclaresCanBeReadAndTakenAwayAndNotBeGiven(Product product) {
        Path before = Site.jar(
                folder,
                "1.0",
                "@ContentType(kind = ContentKind.BLOCK) public class Teaser {" + property("String", "title")
                        + property("String", "text") + "}",
                "@ContentType public class Article {" + property("String", "title") + property("String", "old")
                        + property("List<Teaser>", "teasers") + "}");
        Path without = Site.jar(
                folder,
                "1.1",
                "@ContentType(kind = ContentKind.BLOCK) public class Teaser {" + property("String", "title") + "}",
                "@ContentType public class Article {" + property("String", "title")
                        + property("List<Teaser>", "teasers") + "}",
                "@ContentType public class Fresh {}");
        try (Site site = Site.start(product, before)) {
            Block teaser = Block.empty().with("title", "T").with("text", "old text");
            Item item = site.items()
                    .create(
                            "Ada",
                            NewItem.of("Article", "A")
                                    .with("title", "T")
                                    .with("old", "Old")
                                    .with("teasers", List.of(teaser)));
            try (Site newer = site.keeping(without)) {
                Item read = newer.items().get(item.id());

                assertThat(read.values().properties()).containsExactly("teasers", "title");
                assertThat(read.orphaned().get("old")).contains("Old");
                assertThat(read.get("teasers")).as("blocks still show it").contains(List.of(teaser));
                Item moved = newer.items()
                        .save("Ada", read.with("teasers", List.of(Block.empty().with("title", "New"), teaser)));
                assertThat(moved.orphaned()).isEqualTo(read.orphaned());
                assertThat(violations(() -> newer.items().save("Ada", moved.with("old", "New"))))
                        .extracting(Violation::code)
                        .containsExactly(ProblemCode.VALUE_OUT_OF_USE);
                assertThat(violations(() -> newer.items()
                                .save(
                                        "Ada",
                                        moved.with(
                                                "teasers", List.of(Block.empty().with("text", "new text"))))))
                        .extracting(Violation::code, Violation::property)
                        .containsExactly(tuple(ProblemCode.VALUE_OUT_OF_USE, "teasers[1].text"));
                Item emptied = newer.items().save("Ada", moved.without("old"));
                assertThat(emptied.orphaned().isEmpty()).isTrue();
                assertThat(newer.items().get(item.id())).isEqualTo(emptied);
            }
        }
    }
}
