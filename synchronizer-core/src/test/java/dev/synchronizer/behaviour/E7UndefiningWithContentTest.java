package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Desk.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.synchronizer.annotation.ContentKind;
import dev.synchronizer.content.Item;
import dev.synchronizer.content.NewItem;
import dev.synchronizer.model.Address;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.settings.Definition;
import dev.synchronizer.value.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** E7: what administrators made is not deleted while there is content of it, be it saved in that very moment. */
class E7UndefiningWithContentTest {
    private static final int ROUNDS = 6;

    @OnEveryDatabase
    void aTypeIsKeptWhileThereAreItemsOfItAndTheFirstFewAreNamed(Product product) {
        AdminSite site = AdminSite.on(product);
        site.define("Banner", "text", "STRING");
        List<Item> items = new ArrayList<>();
        for (String name : List.of("One", "Two", "Three", "Four")) {
            items.add(site.creates(NewItem.of("Banner", name).with("text", "Hello")));
        }
        site.throwsAway(items.get(1).id());

        assertThat(refused(() -> site.desk().undefine("Banner")))
                .extracting(Problem::code, Problem::subject, Problem::message, Problem::fix)
                .containsExactly(tuple(
                        ProblemCode.STILL_IN_USE,
                        "Banner",
                        "Banner has 4 items: \"One\" (%s), \"Two\" (%s), \"Three\" (%s) and 1 more; 1 of them in the recycle bin"
                                .formatted(
                                        items.get(0).id(),
                                        items.get(1).id(),
                                        items.get(2).id()),
                        "purge its items first, those in the recycle bin too"));
        assertThat(site.reads(items.get(0).id()).get("text")).contains("Hello");

        items.stream().filter(item -> item != items.get(1)).forEach(item -> site.throwsAway(item.id()));
        assertThat(refused(() -> site.desk().undefine("Banner")))
                .extracting(Problem::message)
                .singleElement()
                .asString()
                .endsWith("; all of them in the recycle bin");

        items.forEach(item -> site.purges(item.id()));
        assertThat(site.desk().undefine("Banner").isWritten()).isTrue();
        assertThat(site.node().count("ct_type")).isZero();
    }

    @OnEveryDatabase
    void aPropertyIsKeptWhileItHasValuesAndGoesOnceTheyAreCleared(Product product) {
        AdminSite site = AdminSite.on(product);
        site.define("Banner", "text", "STRING");
        site.define("Banner", "note", "STRING");
        Item item =
                site.creates(NewItem.of("Banner", "One").with("text", "Hello").with("note", "x"));
        site.creates(NewItem.of("Banner", "Two"));

        assertThat(refused(() -> site.desk().undefine("Banner.text")))
                .extracting(Problem::code, Problem::subject, Problem::message)
                .containsExactly(tuple(
                        ProblemCode.STILL_IN_USE,
                        "Banner.text",
                        "Banner.text has 1 value in 1 item: \"One\" (" + item.id() + ")"));

        site.saves(item.without("text"));
        assertThat(site.desk().undefine("Banner.text").isWritten()).isTrue();
        assertThat(site.reads(item.id()).get("note")).contains("x");
    }

    @OnEveryDatabase
    void aPropertyOfABlockIsKeptWhileDocumentsHoldValuesOfIt(Product product) {
        AdminSite site = AdminSite.of(Desk.withBlock(product).node());
        site.define("Teaser", "unused", "STRING");
        Block teaser = Block.empty().with("text", "Hello");
        Item page = site.creates(NewItem.of("Page", "Home").with("teaser", List.of(teaser, teaser)));

        assertThat(refused(() -> site.desk().undefine("Teaser.text")))
                .extracting(Problem::message)
                .containsExactly("Teaser.text has 2 values in 1 item: \"Home\" (" + page.id() + ")");
        assertThat(site.desk().undefine("Teaser.unused").isWritten()).isTrue();
        assertThat(refused(() -> site.desk().undefine("Page.teaser")))
                .extracting(Problem::message)
                .containsExactly("Page.teaser has 1 value in 1 item: \"Home\" (" + page.id() + ")");
        assertThat(site.reads(page.id()).get("teaser")).contains(List.of(teaser, teaser));
    }

    @OnEveryDatabase
    void whoRefersToItAndWhatItHasIsSaidTogether(Product product) {
        AdminSite site = AdminSite.of(Desk.withBlock(product).node());
        UUID item = Editor.of(site.node()).writes("Teaser", Map.of());

        assertThat(refused(() -> site.desk().undefine("Teaser")))
                .extracting(Problem::message)
                .containsExactly(
                        "Teaser has 1 item: \"Item 1\" (" + item + ")",
                        "Teaser is still in use by Page.link (allowedTypes), Page.teaser (LIST<BLOCK<Teaser>>)");
    }

    @OnEveryDatabase
    void whatTheApplicationCountsElsewhereKeepsItToo(Product product) {
        AdminSite site = AdminSite.on(product);
        site.define("Banner", "text", "STRING");
        site.define("Poster", "text", "STRING");
        AdminSite counting = AdminSite.of(site.node()
                .with(builder -> builder.contentUsage(asked -> {
                    assertThat(asked).isNotEmpty().doesNotContain(Address.ofType("Other"));
                    return Map.of(Address.ofType("Banner"), 7L, Address.ofProperty("Poster", "text"), 2L);
                })));

        assertThat(refused(() -> counting.desk().undefine("Banner")))
                .extracting(Problem::message)
                .containsExactly("Banner has 7 items in the application's own store");
        assertThat(refused(() -> counting.desk().undefine("Poster")))
                .extracting(Problem::subject, Problem::message)
                .containsExactly(tuple("Poster.text", "Poster.text has 2 values in the application's own store"));
        assertThat(counting.desk().undefine("Banner.text").isWritten()).isTrue();
    }

    @OnEveryDatabase
    void anItemThatIsSavedInTheMomentOfTheDeletionWins(Product product) {
        AdminSite site = AdminSite.on(product);
        site.define("Banner", "text", "STRING");
        try (SaveUnderWay save = SaveUnderWay.of(site.node(), "Banner")) {
            assertThat(refused(() -> site.whileLockingCommits(save).desk().undefine("Banner")))
                    .extracting(Problem::code, Problem::message)
                    .containsExactly(tuple(
                            ProblemCode.STILL_IN_USE, "Banner has 1 item: \"Just now\" (" + SaveUnderWay.ITEM + ")"));
        }
        assertThat(site.reads(SaveUnderWay.ITEM).type()).isEqualTo("Banner");
    }

    @OnEveryDatabase
    void aValueThatIsSavedInTheMomentOfTheDeletionWins(Product product) {
        AdminSite site = AdminSite.on(product);
        site.define("Banner", "text", "STRING");
        try (SaveUnderWay save = SaveUnderWay.of(site.node(), "Banner", "text", "Hello")) {
            assertThat(refused(() -> site.whileLockingCommits(save).desk().undefine("Banner.text")))
                    .extracting(Problem::code)
                    .containsExactly(ProblemCode.STILL_IN_USE);
        }
        assertThat(site.reads(SaveUnderWay.ITEM).get("text")).contains("Hello");
    }

    @OnEveryDatabase
    void ofWhoDeletesATypeAndWhoSavesAnItemOfItAtOnceOneIsToldWhy(Product product) throws Exception {
        AdminSite site = AdminSite.on(product);
        site.define("Other", "text", "STRING");
        for (int round = 0; round < ROUNDS; round++) {
            String type = "Banner" + round;
            site.desk().define(Definition.of(type).withKind(ContentKind.PAGE).withProperty("text", "STRING"));
            NewItem item = NewItem.of(type, "Round " + round).with("text", "Hello");

            List<String> ends = AtOnce.all(List.of(
                    () -> AdminSite.end(() -> site.desk().undefine(type)),
                    () -> AdminSite.end(() -> site.creates(item))));

            assertThat(ends)
                    .isIn(
                            List.of("done", ProblemCode.NOT_STORED.name()),
                            List.of(ProblemCode.STILL_IN_USE.name(), "done"));
            boolean kept = ends.get(1).equals("done");
            assertThat(site.node().count("ct_type where name = '" + type + "'")).isEqualTo(kept ? 1 : 0);
            assertThat(site.node().count("ct_item where name = 'Round " + round + "'"))
                    .isEqualTo(kept ? 1 : 0);
        }
    }
}
