package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.ImportLines.below;
import static dev.synchronizer.behaviour.ImportLines.id;
import static dev.synchronizer.behaviour.ImportLines.importInto;
import static dev.synchronizer.behaviour.ImportLines.importWith;
import static dev.synchronizer.behaviour.ImportLines.linesOf;
import static dev.synchronizer.behaviour.ImportLines.page;
import static dev.synchronizer.behaviour.ImportLines.refersTo;
import static dev.synchronizer.behaviour.ImportLines.revision;
import static dev.synchronizer.behaviour.ImportLines.title;
import static dev.synchronizer.behaviour.ImportLines.values;
import static dev.synchronizer.behaviour.NestedBatches.assertSound;
import static dev.synchronizer.behaviour.NestedBatches.refusedImport;
import static dev.synchronizer.behaviour.NestedBatches.titled;
import static dev.synchronizer.behaviour.Validated.validator;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.SynchronizerBuilder;
import dev.synchronizer.content.Item;
import dev.synchronizer.content.ItemQuery;
import dev.synchronizer.content.Items;
import dev.synchronizer.problem.FindingSeverity;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.saving.SaveOptions;
import dev.synchronizer.saving.SaveValidator;
import dev.synchronizer.saving.Serves;
import dev.synchronizer.transfer.ImportReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.io.TempDir;

/** Who is asked whether a line is imported in spite of what a rule finds may save as a handler may, also where there is none (G). */
class G2ImportsAskedTest {
    private static final String[] LINES = {page(1, title("x")), page(2, title("bad")), page(3, values("'number':7"))};

    @TempDir
    Path folder;

    /** Three pages, and a rule that has somebody asked about what is bad. */
    private Site start(Product product) {
        Site site = NestedBatches.start(product, folder);
        importInto(site, page(1), page(2), page(3));
        return critical(site);
    }

    private static Site critical(Site site) {
        KeptRules.in(site).add("odd", "item.title == 'bad'", "report CRITICAL it is bad");
        return site;
    }

    private static SaveOptions asking(Site site, boolean answer, Consumer<Items> deed) {
        return SaveOptions.standard().asking(question -> {
            deed.accept(site.items());
            return answer;
        });
    }

    @OnEveryDatabase
    void theItemOfALaterLineIsReadAnew(Product product) {
        try (Site site = start(product)) {
            importWith(asking(site, true, items -> titled(items, id(3), "asked")), false, site, LINES);

            Item item = site.items().get(id(3));
            assertThat(item.get("number")).contains(7);
            assertThat(item.revision()).as("above that of who is asked").isEqualTo(3);
            assertSound(site);
        }
    }

    @OnEveryDatabase
    void whatIsSavedOfTheVeryItemIsPartOfItsSave(Product product) {
        try (Site site = start(product)) {
            SaveOptions options = asking(
                    site, true, items -> items.save("asked", items.get(id(2)).with("number", 5)));

            importWith(options, false, site, LINES);

            Item item = site.items().get(id(2));
            assertThat(item.get("title")).contains("bad");
            assertThat(item.get("number")).contains(5);
            assertThat(item.revision()).isEqualTo(2);
            assertSound(site);
        }
    }

    @OnEveryDatabase
    void whatIsSavedForALineThatIsNotConfirmedCannotBeLeftOutAlone(Product product) {
        try (Site site = start(product)) {
            SaveOptions options = asking(site, false, items -> titled(items, id(1), "asked"));

            List<Problem> problems = refusedImport(() -> importWith(options, true, site, LINES));

            assertThat(problems).singleElement().satisfies(problem -> {
                assertThat(problem.subject()).startsWith("line 2");
                assertThat(problem.message()).contains("have saved something for it");
            });
            assertThat(site.items().get(id(1)).get("title")).isEmpty();
        }
    }

    @OnEveryDatabase
    void whereALineIsToStandIsLookedAtOnceMore(Product product) {
        try (Site site = start(product)) {
            importInto(site, page(9));
            SaveOptions options = asking(site, true, items -> items.delete("asked", id(9)));

            assertThat(linesOf(refusedImport(() -> importWith(options, false, site, page(2, below(9), title("bad"))))))
                    .containsExactly("line 1 WRONG_PLACE");
            assertSound(site);
        }
    }

    @OnEveryDatabase
    void theItemOfALaterLineThatIsPurgedIsMadeAnew(Product product) {
        try (Site site = start(product)) {
            SaveOptions options = asking(site, true, items -> {
                items.delete("asked", id(3));
                items.purge("asked", id(3));
            });

            ImportReport report = importWith(options, false, site, LINES);

            assertThat(report.created()).isEqualTo(1);
            assertThat(site.items().get(id(3)).get("number")).contains(7);
            assertSound(site);
        }
    }

    @OnEveryDatabase
    void soItIsWhereALineChangesNothingButTheRevision(Product product) {
        try (Site site = NestedBatches.start(product, folder)) {
            importInto(site, page(2, title("bad")), page(3));
            critical(site);
            SaveOptions options = asking(site, true, items -> titled(items, id(3), "asked"));

            importWith(options, false, site, page(2, title("bad"), revision(5)), page(3, values("'number':7")));

            assertThat(site.items().get(id(2)).revision()).isEqualTo(5);
            assertThat(site.items().get(id(3)).revision()).isEqualTo(3);
            assertSound(site);
        }
    }

    @OnEveryDatabase
    void rulesAreAskedBeforehandWhateverIsOnlyAWarning(Product product) {
        Path models = Site.jar(
                folder,
                "1.0",
                "@ContentType public class Page {@Size(max = 2) " + Sources.property("String", "title") + "}");
        Consumer<SynchronizerBuilder> lowered = builder -> builder.severity("maxLength", FindingSeverity.WARNING);
        try (Site site = Site.start(product, lowered, models)) {
            critical(site);
            KeptRules.in(site).add("worse", "item.title == 'worse'", "veto BAD it is worse");
            List<String> asked = new ArrayList<>();
            SaveOptions options = SaveOptions.standard().asking(question -> {
                asked.add(question);
                return false;
            });

            ImportReport report =
                    importWith(options, true, site, page(1), page(2, title("worse")), page(3, title("bad")), page(4));

            assertThat(linesOf(report.problems().asList()))
                    .containsExactly("line 2 SAVE_VETOED", "line 3 UNCONFIRMED_FINDING");
            assertThat(report.created()).isEqualTo(2);
            assertThat(asked)
                    .singleElement()
                    .satisfies(question -> assertThat(question).contains("N3", "it is bad"));
        }
    }

    @OnEveryDatabase
    void nobodyIsAskedAboutWhatIsNotSavedAnyway(Product product) {
        SaveValidator never = validator(
                "never",
                Serves.stores("main"),
                (item, findings) -> findings.report(FindingSeverity.FATAL, "title", "", "never"));
        try (Site site = NestedBatches.start(product, folder, builder -> builder.saveValidator(never))) {
            critical(site);
            List<String> asked = new ArrayList<>();

            ImportReport report =
                    importWith(SaveOptions.standard().asking(asked::add), true, site, page(1, title("bad")));

            assertThat(report.left()).isEqualTo(1);
            assertThat(asked).isEmpty();
        }
    }

    @OnEveryDatabase
    void whatWhoIsToldOfAReferenceSavesIsSeenInTheEnd(Product product) {
        Path models = Site.jar(
                folder,
                "1.0",
                "@ContentType public class Page {" + Sources.property("String", "title")
                        + Sources.property("@AllowedTypes(Folder.class) ContentReference", "next") + "}",
                "@ContentType public class Folder {}");
        try (Site site =
                Site.start(product, builder -> builder.severity("allowedTypes", FindingSeverity.WARNING), models)) {
            SaveOptions options =
                    SaveOptions.standard().telling((subject, finding) -> titled(site.items(), id(3), "told"));

            List<Problem> problems = refusedImport(
                    () -> importWith(options, true, site, page(1), page(2, refersTo(1)), page(3, refersTo(77))));

            assertThat(problems).singleElement().satisfies(problem -> {
                assertThat(problem.subject()).startsWith("line 3");
                assertThat(problem.message()).contains("have saved it since");
            });
            assertThat(site.items().count(ItemQuery.all())).isZero();
        }
    }
}
