package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Desk.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.synchronizer.annotation.ContentKind;
import dev.synchronizer.content.Item;
import dev.synchronizer.content.NewItem;
import dev.synchronizer.model.Address;
import dev.synchronizer.model.StoredModel;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.settings.DefinedPart;
import dev.synchronizer.settings.DefinedType;
import dev.synchronizer.settings.Definition;
import dev.synchronizer.settings.NewSettings;
import dev.synchronizer.value.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** E7: values follow the data type that administrators give their property, and none is lost by a definition. */
class E7RedefiningWithContentTest {
    private static final NewSettings NONE = NewSettings.none();
    private static final int ROUNDS = 6;

    @OnEveryDatabase
    void valuesThatAllConvertAreConvertedThoseWithinBlocksToo(Product product) {
        AdminSite site = AdminSite.on(product);
        site.define("Teaser", "weight", "STRING");
        Item alone = site.creates(NewItem.of("Teaser", "On its own").with("weight", "12"));
        site.desk().define(Definition.of("Teaser").withKind(ContentKind.BLOCK));
        site.define("Page", "teasers", "LIST<BLOCK<Teaser>>");
        Block light = Block.empty().with("weight", "3");
        Block heavy = Block.empty().with("weight", "70");
        Item page = site.creates(NewItem.of("Page", "Home").with("teasers", List.of(light, heavy)));

        DefinedType defined = site.desk()
                .define(Definition.of("Teaser")
                        .withProperty("weight", "INTEGER")
                        .withProperty("note", "STRING"));

        assertThat(defined.warnings().asList()).isEmpty();
        assertThat(defined.parts())
                .extracting(part -> part.address().toString(), DefinedPart::converted)
                .containsExactly(tuple("Teaser", 0L), tuple("Teaser.weight", 3L), tuple("Teaser.note", 0L));

        assertThat(site.reads(page.id()).get("teasers"))
                .contains(List.of(Block.empty().with("weight", 3), Block.empty().with("weight", 70)));
        assertThat(site.reads(alone.id()).get("weight")).contains(12);
        assertThat(site.reads(alone.id()).revision()).isEqualTo(1);
        assertThat(site.define("Teaser", "weight", "LIST<LONG>")).isEmpty();
        assertThat(site.reads(alone.id()).get("weight")).contains(List.of(12L));
    }

    @OnEveryDatabase
    void whereSomeDoNotConvertNothingChangesAndTheFirstFewAreNamed(Product product) {
        AdminSite site = AdminSite.on(product);
        site.define("Banner", "text", "STRING");
        List<Item> items = new ArrayList<>();
        for (String text : List.of("n/a", "12", "none", "?", "much")) {
            items.add(site.creates(NewItem.of("Banner", "B " + text).with("text", text)));
        }
        StoredModel before = site.node().stored();

        assertThat(refused(() -> site.define("Banner", "text", "INTEGER", NONE.with("min", 5))))
                .extracting(Problem::code, Problem::subject, Problem::message, Problem::fix)
                .containsExactly(tuple(
                        ProblemCode.LOSSY_CHANGE,
                        "Banner.text",
                        ("the data type changes from STRING to INTEGER, and 4 of 5 stored values do not convert (first: "
                                        + "\"n/a\" in item \"B n/a\" (%s), \"none\" in item \"B none\" (%s), \"?\" in item \"B ?\" (%s))")
                                .formatted(
                                        items.get(0).id(),
                                        items.get(2).id(),
                                        items.get(3).id()),
                        "correct or clear those values first, or leave the property as it is and define another one"));
        assertThat(site.node().stored()).isEqualTo(before);
        assertThat(site.reads(items.get(1).id()).get("text")).contains("12");

        items.stream().filter(item -> item != items.get(1)).forEach(item -> site.saves(item.without("text")));
        assertThat(site.define("Banner", "text", "INTEGER")).isEmpty();
        assertThat(site.reads(items.get(1).id()).get("text")).contains(12);
    }

    @OnEveryDatabase
    void translationsAreNotLostByADefinition(Product product) {
        AdminSite site = AdminSite.on(product);
        site.define("Banner", "text", "STRING", NONE.with("localized", true));
        Item item = site.creates(NewItem.of("Banner", "One")
                .with("text", "de", "Hallo")
                .with("text", "en", "Hello")
                .with("text", "Hi"));

        assertThat(refused(() -> site.define("Banner", "text", "STRING", NONE.with("localized", false))))
                .extracting(Problem::code, Problem::message, Problem::fix)
                .containsExactly(tuple(
                        ProblemCode.LOSSY_CHANGE,
                        "it ceases to be localized, and 2 stored values lose their languages (1 de, 1 en); where an item"
                                + " or block has several values, only one stays",
                        "take the translations away first, or leave the property as it is and define another one"));

        site.saves(item.without("text").with("text", "Hi"));
        assertThat(site.define("Banner", "text", "STRING", NONE.with("localized", false)))
                .isEmpty();
        assertThat(site.reads(item.id()).get("text")).contains("Hi");
        assertThat(site.define("Banner", "text", "STRING", NONE.with("localized", true)))
                .isEmpty();
        assertThat(site.reads(item.id()).get("text")).contains("Hi");
    }

    @OnEveryDatabase
    void tighterRulesAreSavedAndWhatBreaksThemIsCountedAndStays(Product product) {
        AdminSite site = AdminSite.on(product);
        site.define("Banner", "text", "STRING", NONE.with("maxLength", 80));
        Item lengthy = site.creates(NewItem.of("Banner", "Long").with("text", "Hello world"));
        site.creates(NewItem.of("Banner", "Short").with("text", "Hi"));
        site.creates(NewItem.of("Banner", "Nothing"));

        assertThat(site.define(
                        "Banner", "text", "STRING", NONE.with("maxLength", 5).with("required", true)))
                .extracting(Problem::code, Problem::subject, Problem::message)
                .containsExactly(
                        tuple(
                                ProblemCode.CONTENT_NO_LONGER_VALID,
                                "Banner.text",
                                "a value of it is required from now on, and 1 item has none"),
                        tuple(
                                ProblemCode.CONTENT_NO_LONGER_VALID,
                                "Banner.text",
                                "maxLength changes from 80 to 5, and 1 value in 1 item does not satisfy it (first: "
                                        + "\"Hello world\" in item \"Long\" (" + lengthy.id() + "))"));
        assertThat(site.reads(lengthy.id()).get("text")).contains("Hello world");
        assertThat(refused(() -> site.saves(lengthy.with("text", "Hello again"))))
                .extracting(Problem::code)
                .containsExactly(ProblemCode.RULE_BROKEN);
        assertThat(site.define("Banner", "text", "STRING", NONE.with("maxLength", 9)))
                .as("what is relaxed")
                .isEmpty();
    }

    @OnEveryDatabase
    void itemsThatAreThereLackWhatIsNewAndRequiredAndAreOfTheKindThatTheirTypeBecomes(Product product) {
        AdminSite site = AdminSite.on(product);
        site.define("Banner", "text", "STRING");
        Item first = site.creates(NewItem.of("Banner", "One"));
        site.creates(NewItem.of("Banner", "Two"));

        assertThat(site.define("Banner", "note", "STRING", NONE.with("required", true)))
                .extracting(Problem::subject, Problem::message)
                .containsExactly(tuple("Banner.note", "a value of it is required from now on, and 2 items have none"));
        assertThat(site.desk()
                        .define(Definition.of("Banner").withKind(ContentKind.MEDIA))
                        .warnings()
                        .asList())
                .extracting(Problem::subject, Problem::message)
                .containsExactly(tuple("Banner", "kind changes from PAGE to MEDIA, which concerns 2 items at most"));
        assertThat(site.reads(first.id()).type()).isEqualTo("Banner");
    }

    @OnEveryDatabase
    void whatConcernsNoContentIsNotWarnedOf(Product product) {
        AdminSite site = AdminSite.on(product);
        site.define("Banner", "text", "STRING", NONE.with("localized", true));
        site.define("Poster", "text", "STRING");
        site.creates(NewItem.of("Poster", "One").with("text", "much too long"));

        assertThat(site.define(
                        "Banner",
                        "text",
                        "INTEGER",
                        NONE.with("localized", false).with("required", true)))
                .isEmpty();
        assertThat(site.define("Banner", "text", "INTEGER", NONE.with("min", 5)))
                .isEmpty();
    }

    @OnEveryDatabase
    void whatTheApplicationKeepsElsewhereNobodyConverts(Product product) {
        AdminSite site = AdminSite.on(product);
        site.define("Banner", "text", "STRING");
        AdminSite counting = AdminSite.of(site.node()
                .with(builder -> builder.contentUsage(asked -> Map.of(Address.ofProperty("Banner", "text"), 3L))));

        assertThat(refused(() -> counting.define("Banner", "text", "INTEGER")))
                .extracting(Problem::message)
                .containsExactly("the data type changes from STRING to INTEGER, and whether 3 stored values can be"
                        + " converted cannot be told");
        assertThat(counting.define("Banner", "text", "TEXT")).isEmpty();
    }

    @OnEveryDatabase
    void aValueThatIsSavedInTheMomentOfTheChangeIsConvertedOrKeepsItFromHappening(Product product) {
        AdminSite site = AdminSite.on(product);
        site.define("Banner", "text", "STRING");
        try (SaveUnderWay save = SaveUnderWay.of(site.node(), "Banner", "text", "12")) {
            assertThat(site.whileLockingCommits(save).define("Banner", "text", "INTEGER"))
                    .isEmpty();
        }
        assertThat(site.reads(SaveUnderWay.ITEM).get("text")).contains(12);

        site.purgesAll("Banner");
        site.define("Banner", "text", "STRING");
        try (SaveUnderWay save = SaveUnderWay.of(site.node(), "Banner", "text", "twelve")) {
            assertThat(refused(() -> site.whileLockingCommits(save).define("Banner", "text", "INTEGER")))
                    .extracting(Problem::code)
                    .containsExactly(ProblemCode.LOSSY_CHANGE);
        }
        assertThat(site.reads(SaveUnderWay.ITEM).get("text")).contains("twelve");
    }

    @OnEveryDatabase
    void whoSavesWhileTheDataTypeChangesIsJudgedByTheOneOrTheOther(Product product) throws Exception {
        AdminSite site = AdminSite.on(product);
        for (int round = 0; round < ROUNDS; round++) {
            String type = "Banner" + round;
            site.define(type, "text", "STRING");
            NewItem text = NewItem.of(type, "Round " + round).with("text", "much");

            List<String> ends = AtOnce.all(List.of(
                    () -> AdminSite.end(() -> site.define(type, "text", "INTEGER")),
                    () -> AdminSite.end(() -> site.creates(text))));

            assertThat(ends)
                    .isIn(
                            List.of("done", ProblemCode.UNFIT_VALUE.name()),
                            List.of(ProblemCode.LOSSY_CHANGE.name(), "done"));
            assertThat(site.desk().stored(type).property("text").orElseThrow().dataType())
                    .isEqualTo(ends.get(0).equals("done") ? "INTEGER" : "STRING");
        }
    }
}
