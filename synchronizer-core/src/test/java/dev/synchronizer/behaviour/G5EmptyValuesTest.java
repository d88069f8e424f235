package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Sources.property;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.synchronizer.content.Item;
import dev.synchronizer.content.ItemQuery;
import dev.synchronizer.content.NewItem;
import dev.synchronizer.doctor.Examination;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.seal.Tampered;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.io.TempDir;

/** A row of a value in which no column holds one can come from elsewhere alone, and is told of as such. */
class G5EmptyValuesTest {
    private static final String WHAT = "the row of its value of teaser in the language de holds nothing";

    @TempDir
    Path folder;

    private final List<Tampered> heard = new CopyOnWriteArrayList<>();

    private Path models() {
        return Site.jar(
                folder,
                "1.0",
                "@ContentType public class Article {" + property("String", "title")
                        + property("@Property(localized = true) String", "teaser") + "}");
    }

    private Site start(Product product) {
        return Site.start(product, builder -> builder.onTampering(heard::add), models());
    }

    private static Item withEmptyRow(Site site) {
        Item item = site.items().create("Ada", NewItem.of("Article", "A").with("title", "T"));
        site.create("Article", "Sound");
        site.database()
                .execute("insert into ct_value (item_id, property_id, language) select i.id, p.id, 'de'"
                        + " from ct_item i join ct_property p on p.type_id = i.type_id"
                        + " where i.name = 'A' and p.name = 'teaser'");
        return item;
    }

    @OnEveryDatabase
    void aReadAndAnExportServeTheItemAndNameItWithTheProperty(Product product) {
        try (Site site = start(product)) {
            Item item = withEmptyRow(site);

            assertThat(site.items().get(item.id()).get("teaser", "de")).isEmpty();
            assertThat(site.items().list(ItemQuery.all())).hasSize(2);
            ByteArrayOutputStream lines = new ByteArrayOutputStream();
            site.transfer().export(ItemQuery.all(), lines);

            assertThat(lines.toString(StandardCharsets.UTF_8)).hasLineCount(2);
            assertThat(heard)
                    .containsExactly(new Tampered(Tampered.Kind.ITEM, item.id().toString(), "A", "Article", WHAT));
        }
    }

    @OnEveryDatabase
    void aStrictNodeRefusesToServeIt(Product product) {
        try (Site site = start(product);
                Site strict = site.another(builder -> builder.strict(true), models())) {
            Item item = withEmptyRow(site);

            ProblemsException refusal = catchThrowableOfType(
                    ProblemsException.class, () -> strict.items().get(item.id()));

            assertThat(refusal.problems().asList()).singleElement().satisfies(problem -> {
                assertThat(problem.code()).isEqualTo(ProblemCode.TAMPERED);
                assertThat(problem.subject()).contains("\"A\"");
                assertThat(problem.message()).contains(WHAT);
            });
        }
    }

    @OnEveryDatabase
    void theDoctorNamesTheItemAndGoesOn(Product product) {
        try (Site site = start(product)) {
            withEmptyRow(site);

            Examination found = site.synchronizer().doctor().examine();

            assertThat(found.items()).isEqualTo(new Examination.Sealed(2, 0, 1, 0));
            assertThat(found.problems())
                    .extracting(Problem::code)
                    .containsOnly(ProblemCode.TAMPERED, ProblemCode.DAMAGED_ITEM);
            assertThat(found.problems())
                    .allSatisfy(problem -> assertThat(problem.subject()).contains("\"A\""));
            assertThat(found.problems())
                    .anySatisfy(problem -> assertThat(problem.message()).contains(WHAT));
        }
    }

    @OnEveryDatabase
    void aSaveOfTheValuePutsItRight(Product product) {
        try (Site site = start(product)) {
            Item item = withEmptyRow(site);

            site.items().save("Ada", site.items().get(item.id()).with("teaser", "de", "Neu"));

            assertThat(site.items().get(item.id()).get("teaser", "de")).contains("Neu");
            site.synchronizer().doctor().repair("Ada");
            assertThat(site.synchronizer().doctor().examine().isClean()).isTrue();
        }
    }

    @OnEveryDatabase
    void aSaveWithoutTheValueTakesTheRowAway(Product product) {
        try (Site site = start(product)) {
            Item item = withEmptyRow(site);

            site.items().save("Ada", site.items().get(item.id()).with("teaser", "de", null));

            assertThat(Rows.counted(site.database())).containsEntry("ct_value", 1L);
            assertThat(site.items().get(item.id()).revision()).isEqualTo(2);
            assertThat(site.synchronizer().doctor().examine().items().tampered())
                    .as("no save hides what something else wrote")
                    .isEqualTo(1);
            assertThat(site.synchronizer().doctor().repair("Ada").isClean()).isTrue();
            assertThat(site.synchronizer().doctor().examine().isClean()).isTrue();
            site.items().save("Ada", site.items().get(item.id()).with("teaser", "de", null));
            assertThat(site.items().get(item.id()).revision())
                    .as("then there is nothing to save any more")
                    .isEqualTo(2);
        }
    }

    @OnEveryDatabase
    void aRunThatConvertsItNamesThePropertyAndTheLanguage(Product product) {
        Path converting = Site.jar(
                folder,
                "1.1",
                "@ContentType public class Article {" + property("String", "title")
                        + property("@Property(localized = true) int", "teaser") + "}");
        try (Site site = start(product)) {
            Item item = withEmptyRow(site);

            ProblemsException refusal = catchThrowableOfType(ProblemsException.class, () -> site.another(converting));

            assertNamed(refusal, item);
        }
    }

    @OnEveryDatabase
    void aStepThatReadsItNamesThePropertyAndTheLanguage(Product product) {
        Node node = Node.on(product);
        Path models = models();
        node.start(models);
        Item item;
        try (Site site = Site.on(node.database(), models)) {
            item = withEmptyRow(site);
        }

        ProblemsException refusal = catchThrowableOfType(
                ProblemsException.class,
                () -> new StepSite(folder)
                        .runStep(
                                node,
                                "content.items(\"Article\").forEach(article -> article.set(\"title\", \"New\"));",
                                "package com.acme; import dev.synchronizer.annotation.*;"
                                        + "@ContentType public class Article {" + property("String", "title")
                                        + property("@Property(localized = true) String", "teaser") + "}"));

        assertNamed(refusal, item);
    }

    private static void assertNamed(ProblemsException refusal, Item item) {
        assertThat(refusal).as("it is refused").isNotNull();
        assertThat(refusal.problems().asList())
                .filteredOn(problem -> problem.code() == ProblemCode.DAMAGED_ITEM)
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.subject()).contains(item.id().toString());
                    assertThat(problem.message())
                            .isEqualTo("its value of teaser in the language de is none of the data type STRING");
                });
    }
}
