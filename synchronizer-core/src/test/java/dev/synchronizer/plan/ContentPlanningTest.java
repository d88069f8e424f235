package dev.synchronizer.plan;

import static dev.synchronizer.fixtures.Models.block;
import static dev.synchronizer.fixtures.Models.model;
import static dev.synchronizer.fixtures.Models.number;
import static dev.synchronizer.fixtures.Models.said;
import static dev.synchronizer.fixtures.Models.site;
import static dev.synchronizer.fixtures.Models.text;
import static dev.synchronizer.fixtures.Models.type;
import static dev.synchronizer.plan.Plans.NOW;
import static dev.synchronizer.plan.Plans.committed;
import static dev.synchronizer.plan.Plans.plan;
import static dev.synchronizer.plan.Plans.planned;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.synchronizer.diff.Grade;
import dev.synchronizer.model.ContentModel;
import dev.synchronizer.model.PropertyModel;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.SettingOverride;
import dev.synchronizer.model.SettingValue;
import dev.synchronizer.model.StoredModel;
import dev.synchronizer.model.StoredProperty;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.model.TypeModel;
import dev.synchronizer.model.Usage;
import dev.synchronizer.model.ValueUse;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** C5: how a plan grades changes by the content that they concern. */
class ContentPlanningTest {
    private static final StoredModel ARTICLE = committed(site("1.0", type("Article", text("body"), text("teaser"))));

    @Test
    void aDataTypeThatTakesAllValuesIsCompatibleAndSaysHowMany() {
        SyncPlan plan = plan(
                ARTICLE,
                model(site("1.1", type("Article", text("body"), number("teaser")))),
                Counted.in(ARTICLE).values("Article", "teaser", 10).usage());

        assertThat(property(plan, "teaser").grade()).isEqualTo(Grade.COMPATIBLE);
        assertThat(property(plan, "teaser").radius()).isEqualTo(new BlastRadius(10, 10));
        assertThat(plan.refusals().isEmpty()).isTrue();
    }

    @Test
    void aDataTypeThatDoesNotTakeSomeValuesIsRefusedAndNamesThem() {
        ContentModel code = model(site("1.1", type("Article", text("body"), number("teaser"))));
        Usage usage = Counted.in(ARTICLE)
                .misfits("Article", "teaser", SettingKey.DATA_TYPE, 3)
                .usage();

        SyncPlan plan = plan(ARTICLE, code, usage);
        assertThat(property(plan, "teaser").grade()).isEqualTo(Grade.LOSSY);
        assertThat(plan.refusals().asList())
                .extracting(Problem::code, Problem::subject, Problem::message)
                .containsExactly(tuple(
                        ProblemCode.LOSSY_CHANGE,
                        "Article.teaser",
                        "the data type changes from STRING to INTEGER, and 3 of 10 stored values do not convert (first: "
                                + "\"n/a\" [de] in item " + Counted.FIRST + ")"));

        SyncPlan allowed = plan(ARTICLE, code, Policy.standard().allowingLossy(), usage);
        assertThat(allowed.refusals().isEmpty()).isTrue();
        assertThat(allowed.summary().grade()).isEqualTo(Grade.LOSSY);
    }

    @Test
    void whatNobodyCanHoldAgainstADataTypeIsJudgedByTheWorst() {
        SyncPlan plan = plan(
                ARTICLE,
                model(site("1.1", type("Article", text("body"), number("teaser")))),
                Counted.in(ARTICLE)
                        .values(
                                "Article",
                                "teaser",
                                new ValueUse(0, 0, 5, Collections.emptySortedMap(), List.of(), 0, Map.of()))
                        .usage());

        assertThat(property(plan, "teaser").grade()).isEqualTo(Grade.LOSSY);
        assertThat(plan.refusals().asList().get(0).message())
                .endsWith("whether 5 stored values can be converted cannot be told");
    }

    @Test
    void translationsOfAPropertyThatCeasesToBeLocalizedAreCountedByLanguage() {
        StoredModel stored = committed(site("1.0", type("Article", localized())));
        ContentModel code = model(site("1.1", type("Article", text("teaser"))));

        SyncPlan plan = plan(
                stored,
                code,
                Counted.in(stored)
                        .languages("Article", "teaser", new TreeMap<>(Map.of("de", 4L, "en", 2L, "", 1L)))
                        .usage());
        assertThat(property(plan, "teaser").grade()).isEqualTo(Grade.LOSSY);
        assertThat(plan.refusals().asList().get(0).message())
                .isEqualTo("it ceases to be localized, and 6 stored values lose their languages (4 de, 2 en)");

        SyncPlan untranslated = plan(
                stored,
                code,
                Counted.in(stored)
                        .languages("Article", "teaser", new TreeMap<>(Map.of("", 7L)))
                        .usage());
        assertThat(untranslated.summary().grade()).isEqualTo(Grade.COMPATIBLE);
    }

    @Test
    void aPropertyThatBecomesRequiredBreaksTheItemsThatLackIt() {
        ContentModel code =
                model(site("1.1", type("Article", text("body"), said(text("teaser"), SettingKey.REQUIRED, true))));

        SyncPlan plan = plan(
                ARTICLE,
                code,
                Counted.in(ARTICLE).lacking("Article", "teaser", 2).usage());
        assertThat(property(plan, "teaser").grade()).isEqualTo(Grade.BREAKING);
        assertThat(property(plan, "teaser").radius()).isEqualTo(new BlastRadius(2, 0));

        assertThat(plan(ARTICLE, code, Usage.NONE).summary().grade()).isEqualTo(Grade.COMPATIBLE);
    }

    @Test
    void whatAnOverrideMasksConcernsNobody() {
        StoredType type = ARTICLE.types().get(0);
        long teaser = type.property("teaser").map(StoredProperty::id).orElseThrow();
        StoredModel stored = new StoredModel(
                1,
                ARTICLE.modules(),
                ARTICLE.types(),
                List.of(new SettingOverride(
                        type.id(), teaser, "visible", SettingValue.of(true), "Ada", NOW, SettingValue.of(true))));
        ContentModel code =
                model(site("1.1", type("Article", text("body"), said(text("teaser"), SettingKey.VISIBLE, false))));
        Usage usage = Counted.in(stored).values("Article", "teaser", 9).usage();

        assertThat(plan(stored, code, usage).summary().grade()).isEqualTo(Grade.COMPATIBLE);
        assertThat(plan(ARTICLE, code, usage).summary().grade()).isEqualTo(Grade.BREAKING);
    }

    @Test
    void aNewRequiredPropertyBreaksAllItemsOfItsType() {
        ContentModel code = model(site(
                "1.1", type("Article", text("body"), text("teaser"), said(text("top"), SettingKey.REQUIRED, true))));

        SyncPlan plan =
                plan(ARTICLE, code, Counted.in(ARTICLE).items("Article", 5, 0).usage());

        assertThat(property(plan, "top").grade()).isEqualTo(Grade.BREAKING);
        assertThat(property(plan, "top").radius()).isEqualTo(new BlastRadius(5, 0));
    }

    @Test
    void aRequiredPropertyOfABlockBreaksTheValuesThatEmbedIt() {
        StoredModel stored =
                committed(site("1.0", type("Page", block("teaser", "Teaser")), block(type("Teaser", text("title")))));
        ContentModel code = model(site(
                "1.1",
                type("Page", block("teaser", "Teaser")),
                block(type("Teaser", said(text("title"), SettingKey.REQUIRED, true)))));

        assertThat(plan(
                                stored,
                                code,
                                Counted.in(stored).values("Page", "teaser", 3).usage())
                        .summary()
                        .grade())
                .isEqualTo(Grade.BREAKING);
        assertThat(plan(stored, code, Usage.NONE).summary().grade()).isEqualTo(Grade.COMPATIBLE);
    }

    @Test
    void aTighterRuleBreaksTheValuesThatDoNotKeepIt() {
        ContentModel code =
                model(site("1.1", type("Article", text("body"), said(text("teaser"), SettingKey.MAX_LENGTH, 5))));

        SyncPlan broken = plan(
                ARTICLE,
                code,
                Counted.in(ARTICLE)
                        .misfits("Article", "teaser", SettingKey.MAX_LENGTH, 4)
                        .usage());
        assertThat(property(broken, "teaser").grade()).isEqualTo(Grade.BREAKING);
        assertThat(property(broken, "teaser").radius()).isEqualTo(new BlastRadius(4, 4));
        assertThat(broken.refusals().isEmpty()).isTrue();

        SyncPlan kept = plan(
                ARTICLE,
                code,
                Counted.in(ARTICLE).values("Article", "teaser", 4).usage());
        assertThat(property(kept, "teaser").grade()).isEqualTo(Grade.COMPATIBLE);
    }

    @Test
    void aNarrowerPlaceBreaksTheItemsOfTheType() {
        TypeModel narrowed =
                said(type("Article", text("body"), text("teaser")), SettingKey.ALLOWED_PARENTS, List.of("Article"));

        SyncPlan plan = plan(
                ARTICLE,
                model(site("1.1", narrowed)),
                Counted.in(ARTICLE).items("Article", 2, 0).usage());

        assertThat(planned(plan, "Article").grade()).isEqualTo(Grade.BREAKING);
        assertThat(planned(plan, "Article").radius()).isEqualTo(new BlastRadius(2, 0));
        assertThat(plan(ARTICLE, model(site("1.1", narrowed)), Usage.NONE)
                        .summary()
                        .grade())
                .isEqualTo(Grade.COMPATIBLE);
    }

    private static PropertyModel localized() {
        return said(text("teaser"), SettingKey.LOCALIZED, true);
    }

    private static PropertyPlan property(SyncPlan plan, String name) {
        return planned(plan, "Article").properties().stream()
                .filter(property -> property.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
