package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Sources.property;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synchronizer.content.Item;
import dev.synchronizer.content.ItemQuery;
import dev.synchronizer.content.NewItem;
import dev.synchronizer.doctor.Examination;
import dev.synchronizer.model.Address;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.seal.Tampered;
import dev.synchronizer.settings.NewSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;

/** A statement from elsewhere that writes the synchronizer's tables is noticed when they are next read, and by the doctor. */
class G5TripwireTest {
    @TempDir
    Path folder;

    private final List<Tampered> heard = new CopyOnWriteArrayList<>();

    private Path models() {
        return Site.jar(
                folder,
                "1.0",
                "@ContentType public class Article {" + property("String", "title") + property("String", "teaser")
                        + "}");
    }

    private Site start(Product product) {
        return Site.start(product, builder -> builder.onTampering(heard::add), models());
    }

    private static Item article(Site site) {
        return article(site, "A");
    }

    private static Item article(Site site, String name) {
        return site.items().create("Ada", NewItem.of("Article", name).with("title", "T"));
    }

    private static void elsewhere(Site site, String statement) {
        site.database().execute(statement);
    }

    private static String id(String name) {
        return "(select id from ct_item where name = '" + name + "')";
    }

    @OnEveryDatabase
    void whatNobodyElseWroteIsServedWithoutAWord(Product product) {
        try (Site site = start(product)) {
            Item item = article(site);
            site.items().save("Ada", item.with("title", "New"));

            assertThat(site.items().get(item.id()).get("title")).contains("New");
            assertThat(site.synchronizer().doctor().examine()).satisfies(examination -> {
                assertThat(examination.isClean()).isTrue();
                assertThat(examination.items()).isEqualTo(new Examination.Sealed(1, 0, 0, 0));
                assertThat(examination.types()).isEqualTo(new Examination.Sealed(1, 0, 0, 0));
            });
            assertThat(heard).isEmpty();
        }
    }

    @OnEveryDatabase
    void anItemsRowThatSomethingElseHasWrittenIsReportedOnceAndServed(Product product) {
        try (Site site = start(product)) {
            Item item = article(site);
            elsewhere(site, "update ct_item set name = 'B', revision = 7");

            assertThat(site.items().get(item.id()).name()).isEqualTo("B");
            site.items().get(item.id());
            site.items().list(ItemQuery.all());

            assertThat(heard)
                    .containsExactly(new Tampered(
                            Tampered.Kind.ITEM,
                            item.id().toString(),
                            "B",
                            "Article",
                            "its row or its values are not those that were saved"));
        }
    }

    @OnEveryDatabase
    void valuesThatSomethingElseHasChangedDeletedOrInsertedAreReported(Product product) {
        try (Site site = start(product)) {
            Item changed = article(site, "Changed");
            Item deleted = article(site, "Deleted");
            Item inserted = article(site, "Inserted");
            elsewhere(site, "update ct_value set short_text = 'X' where item_id = " + id("Changed"));
            elsewhere(site, "delete from ct_value where item_id = " + id("Deleted"));
            elsewhere(
                    site,
                    "insert into ct_value (item_id, property_id, language, short_text) select i.id, p.id, '', 'Y'"
                            + " from ct_item i join ct_property p on p.type_id = i.type_id"
                            + " where i.name = 'Inserted' and p.name = 'teaser'");

            assertThat(site.items().get(changed.id()).get("title")).contains("X");
            assertThat(site.items().get(deleted.id()).get("title")).isEmpty();
            assertThat(site.items().get(inserted.id()).get("teaser")).contains("Y");

            assertThat(heard)
                    .extracting(Tampered::key)
                    .containsExactly(
                            changed.id().toString(),
                            deleted.id().toString(),
                            inserted.id().toString());
            assertThat(heard.get(2).what()).isEqualTo("a value of teaser was inserted");
        }
    }

    @OnEveryDatabase
    void noSaveHidesWhatSomethingElseWrote(Product product) {
        try (Site site = start(product)) {
            Item item = article(site);
            elsewhere(site, "update ct_value set short_text = 'X'");
            Item read = site.items().get(item.id());
            Item saved = site.items().save("Ada", read.with("teaser", "Z"));
            site.items().delete("Ada", saved.id());
            site.items().restore("Ada", saved.id());

            assertThat(heard).hasSize(1);
            assertThat(site.synchronizer().doctor().examine().items().tampered())
                    .isEqualTo(1);
        }
    }

    @OnEveryDatabase
    void aStrictNodeRefusesToServeItAndNamesTheWayOut(Product product) {
        try (Site site = start(product)) {
            Item item = article(site);
            elsewhere(site, "update ct_item set saved_by = 'Eve'");
            try (Site strict = site.another(builder -> builder.strict(true), models())) {
                List<Problem> refused = Desk.refused(() -> strict.items().get(item.id()));

                assertThat(refused).singleElement().satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo(ProblemCode.TAMPERED);
                    assertThat(problem.subject()).isEqualTo("\"A\" (" + item.id() + ")");
                    assertThat(problem.fix()).contains("doctor --repair");
                });
                assertThatThrownBy(() -> strict.items().save("Ada", item.with("title", "N")))
                        .isInstanceOf(ProblemsException.class);

                strict.synchronizer().doctor().repair("Ada");

                assertThat(strict.items().get(item.id()).name()).isEqualTo("A");
            }
        }
    }

    @OnEveryDatabase
    void theDoctorNamesEachAndAcceptsItWhenAskedTo(Product product) {
        try (Site site = start(product)) {
            article(site);
            article(site, "Other");
            elsewhere(site, "update ct_item set name = 'B' where name = 'A'");

            Examination found = site.synchronizer().doctor().examine();
            Examination repaired = site.synchronizer().doctor().repair("Ada");
            Examination again = site.synchronizer().doctor().examine();

            assertThat(found.isClean()).isFalse();
            assertThat(found.wrong()).isEqualTo(1);
            assertThat(found.problems()).singleElement().satisfies(problem -> {
                assertThat(problem.code()).isEqualTo(ProblemCode.TAMPERED);
                assertThat(problem.subject()).contains("\"B\" (");
            });
            assertThat(repaired.isClean()).isTrue();
            assertThat(repaired.items()).isEqualTo(new Examination.Sealed(2, 0, 1, 1));
            assertThat(again.problems()).isEmpty();
            assertThat(again.items()).isEqualTo(new Examination.Sealed(2, 0, 0, 0));
        }
    }

    @OnEveryDatabase
    void whatWasNeverSealedIsAcceptedAndSealedByTheNextSaveOrByTheDoctor(Product product) {
        try (Site site = start(product)) {
            Item saved = article(site);
            article(site);
            elsewhere(site, "update ct_item set checksum = null");
            elsewhere(site, "update ct_type set checksum = null");

            site.items().save("Ada", site.items().get(saved.id()).with("teaser", "Z"));
            Examination found = site.synchronizer().doctor().examine();
            Examination repaired = site.synchronizer().doctor().repair("Ada");

            assertThat(heard).isEmpty();
            assertThat(found.isClean()).isTrue();
            assertThat(found.items()).isEqualTo(new Examination.Sealed(2, 1, 0, 0));
            assertThat(found.types()).isEqualTo(new Examination.Sealed(1, 1, 0, 0));
            assertThat(repaired.items().sealed()).isEqualTo(1);
            assertThat(repaired.types().sealed()).isEqualTo(1);
            assertThat(site.synchronizer().doctor().examine().items()).isEqualTo(new Examination.Sealed(2, 0, 0, 0));
        }
    }

    @OnEveryDatabase
    void rowsOfTypesPropertiesAndOverridesAreReportedWhenTheyAreNextLoaded(Product product) {
        for (String statement : List.of(
                "update ct_override set saved_value = '\"Eve''s\"'",
                "delete from ct_override",
                "insert into ct_override (owner_id, type_id, setting, saved_value, saved_by, saved_at, default_then)"
                        + " select id, id, 'description', '\"D\"', 'Eve', current_timestamp, 'null' from ct_type",
                "update ct_type set class_name = 'com.eve.Article'",
                "update ct_property set adopted = true where name = 'title'",
                "delete from ct_property where name = 'title'")) {
            heard.clear();
            try (Site site = start(product)) {
                site.synchronizer()
                        .overrides()
                        .set("Ada", Address.parse("Article"), NewSettings.none().with("displayName", "Story"));
                elsewhere(site, statement);
                try (Site node = site.another(builder -> builder.onTampering(heard::add))) {
                    node.synchronizer().catalog().type("Article");
                }
                assertThat(heard).as(statement).extracting(Tampered::named).containsExactly("Article");
                assertThat(site.synchronizer().doctor().examine().types().tampered())
                        .as(statement)
                        .isEqualTo(1);
                assertThat(site.synchronizer().doctor().repair("Ada").isClean())
                        .as(statement)
                        .isTrue();
                assertThat(site.synchronizer().doctor().examine().isClean())
                        .as(statement)
                        .isTrue();
            }
        }
    }

    @OnEveryDatabase
    void theDoctorHasAllNodesReadAgainWhatSomethingElseWrote(Product product) {
        try (Site site = start(product);
                Site node = site.another(models())) {
            site.synchronizer()
                    .overrides()
                    .set("Ada", Address.parse("Article"), NewSettings.none().with("displayName", "Story"));
            node.synchronizer().catalog().refresh();
            assertThat(shown(node)).isEqualTo("Story");
            assertThat(shown(site)).isEqualTo("Story");
            elsewhere(site, "update ct_override set saved_value = '\"Tale\"'");
            long number = site.synchronizer().catalog().changeNumber();

            assertThat(site.synchronizer().doctor().examine().isClean()).isFalse();
            site.synchronizer().doctor().examine();
            node.synchronizer().catalog().refresh();

            assertThat(shown(site)).isEqualTo("Tale");
            assertThat(shown(node)).isEqualTo("Tale");
            assertThat(site.synchronizer().catalog().changeNumber())
                    .as("it is raised once for one state of the rows")
                    .isEqualTo(number + 1);
        }
    }

    private static @Nullable String shown(Site site) {
        return site.synchronizer()
                .catalog()
                .type("Article")
                .orElseThrow()
                .settings()
                .text(SettingKey.DISPLAY_NAME);
    }

    @OnEveryDatabase
    void theDoctorFindsWhatFitsNothingThoughItIsSealed(Product product) {
        try (Site site = start(product)) {
            Item item = article(site);
            elsewhere(site, "update ct_value set short_text = null, whole_value = 7");

            assertThat(site.items().get(item.id()).get("title")).isEmpty();
            Examination repaired = site.synchronizer().doctor().repair("Ada");
            Examination again = site.synchronizer().doctor().examine();

            assertThat(repaired.isClean()).isFalse();
            assertThat(again.problems()).singleElement().satisfies(problem -> {
                assertThat(problem.code()).isEqualTo(ProblemCode.DAMAGED_ITEM);
                assertThat(problem.message()).isEqualTo("its value of title is none of the data type STRING");
            });
            Item seen = site.items().get(item.id());
            site.items().save("Ada", seen.with("title", "Mended"));
            assertThat(site.synchronizer().doctor().examine().isClean()).isTrue();
        }
    }
}
