package dev.synchronizer.plan;

import static dev.synchronizer.fixtures.Models.block;
import static dev.synchronizer.fixtures.Models.model;
import static dev.synchronizer.fixtures.Models.site;
import static dev.synchronizer.fixtures.Models.text;
import static dev.synchronizer.fixtures.Models.type;
import static dev.synchronizer.plan.Plans.NOW;
import static dev.synchronizer.plan.Plans.after;
import static dev.synchronizer.plan.Plans.committed;
import static dev.synchronizer.plan.Plans.plan;
import static dev.synchronizer.plan.Plans.planned;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.synchronizer.diff.Grade;
import dev.synchronizer.model.ContentModel;
import dev.synchronizer.model.ItemUse;
import dev.synchronizer.model.StoredModel;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.model.Usage;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** D5: what a plan makes of content that code no longer declares. */
class OrphansInUsePlanningTest {
    private static final StoredModel ARTICLE = committed(site("1.0", type("Article", text("body"), text("teaser"))));

    @Test
    void anOrphanedTypeWithItemsIsMarkedAndSaysWhatBlocksIt() {
        SyncPlan plan = plan(
                ARTICLE,
                model(site("1.1")),
                Counted.in(ARTICLE).items("Article", 3, 1).usage());

        TypePlan article = planned(plan, "Article");
        assertThat(article.action()).isEqualTo(Action.UPDATE);
        assertThat(article.grade()).isEqualTo(Grade.BREAKING);
        assertThat(article.radius()).isEqualTo(new BlastRadius(3, 0));
        assertThat(article.blockedBy())
                .containsExactly("3 items: " + Counted.FIRST + ", " + Counted.SECOND
                        + " and 1 more; 1 of them in the recycle bin");
        assertThat(article.properties()).extracting(PropertyPlan::action).containsOnly(Action.KEEP);
    }

    @Test
    void whatTheApplicationKeepsElsewhereBlocksToo() {
        Usage usage = Counted.in(ARTICLE)
                .items("Article", new ItemUse(0, 0, 4, List.of()))
                .usage();

        assertThat(planned(plan(ARTICLE, model(site("1.1")), usage), "Article").blockedBy())
                .containsExactly("4 items in the application's own store");
    }

    @Test
    void anOrphanedPropertyWithValuesIsMarkedAndSaysWhatBlocksIt() {
        SyncPlan plan = plan(
                ARTICLE,
                model(site("1.1", type("Article", text("body")))),
                Counted.in(ARTICLE).values("Article", "teaser", 17).usage());

        PropertyPlan teaser = property(plan, "teaser");
        assertThat(teaser.action()).isEqualTo(Action.UPDATE);
        assertThat(teaser.grade()).isEqualTo(Grade.BREAKING);
        assertThat(teaser.radius()).isEqualTo(new BlastRadius(17, 17));
        assertThat(teaser.blockedBy()).containsExactly("17 values in 17 items: " + Counted.FIRST + " and 16 more");
    }

    @Test
    void whatWasOutOfUseBeforeBreaksNothingByStayingSo() {
        ContentModel without = model(site("1.1", type("Article", text("body"))));
        Usage usage = Counted.in(ARTICLE).values("Article", "teaser", 1).usage();
        StoredModel marked = after(ARTICLE, plan(ARTICLE, without, usage));

        SyncPlan again = plan(marked, without, usage);
        assertThat(property(again, "teaser").action()).isEqualTo(Action.KEEP);
        assertThat(again.summary().grade()).isEqualTo(Grade.COMPATIBLE);
        assertThat(again.isPending()).isFalse();

        SyncPlan emptied = plan(marked, without, Usage.NONE);
        assertThat(property(emptied, "teaser").action()).isEqualTo(Action.DELETE);
        assertThat(emptied.summary().grade()).isEqualTo(Grade.COMPATIBLE);
    }

    @Test
    void aTypeThatIsKeptForItsItemsKeepsTheBlocksThatItEmbedsAtAnyDepth() {
        StoredModel stored = committed(site(
                "1.0",
                type("Page", block("teaser", "Teaser")),
                block(type("Teaser", block("link", "Link"))),
                block(type("Link", text("target"))),
                block(type("Unused"))));

        SyncPlan plan = plan(
                stored,
                model(site("1.1")),
                Counted.in(stored).items("Page", 1, 0).usage());

        assertThat(plan.types())
                .extracting(TypePlan::name, TypePlan::action, TypePlan::blockedBy)
                .containsExactly(
                        tuple("Link", Action.UPDATE, List.of("property Teaser.link refers to it")),
                        tuple("Page", Action.UPDATE, List.of("1 item: " + Counted.FIRST)),
                        tuple("Teaser", Action.UPDATE, List.of("property Page.teaser refers to it")),
                        tuple("Unused", Action.DELETE, List.of()));
    }

    @Test
    void aPropertyThatIsKeptForItsValuesKeepsItsBlock() {
        StoredModel stored =
                committed(site("1.0", type("Page", block("teaser", "Teaser")), block(type("Teaser", text("title")))));
        ContentModel without = model(site("1.1", type("Page")));

        assertThat(planned(plan(stored, without, Usage.NONE), "Teaser").action())
                .isEqualTo(Action.DELETE);
        assertThat(planned(
                                plan(
                                        stored,
                                        without,
                                        Counted.in(stored)
                                                .values("Page", "teaser", 1)
                                                .usage()),
                                "Teaser")
                        .blockedBy())
                .containsExactly("property Page.teaser refers to it");
    }

    @Test
    void aTypeInQuarantineComesBackWholeWithItsBlocks() {
        Policy month = Policy.standard().withOrphans(new OrphanPolicy.Quarantine(Duration.ofDays(30)));
        StoredModel stored = committed(site("1.0", type("Page", block("teaser", "Teaser")), block(type("Teaser"))));
        StoredType marked = marked(stored.types().get(1), Duration.ofDays(31));
        StoredModel olderBlock = new StoredModel(
                1, stored.modules(), List.of(marked(stored.types().get(0), Duration.ofDays(1)), marked));

        SyncPlan plan = plan(olderBlock, model(site("1.1")), month, NOW);

        assertThat(plan.types()).extracting(TypePlan::action).containsExactly(Action.KEEP, Action.KEEP);
    }

    private static StoredType marked(StoredType type, Duration ago) {
        return new StoredType(
                type.id(),
                type.guid(),
                type.name(),
                type.className(),
                type.module(),
                type.origin(),
                type.adopted(),
                NOW.minus(ago),
                type.properties());
    }

    private static PropertyPlan property(SyncPlan plan, String name) {
        return planned(plan, "Article").properties().stream()
                .filter(property -> property.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
