package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.ImportLines.below;
import static dev.synchronizer.behaviour.ImportLines.id;
import static dev.synchronizer.behaviour.ImportLines.importInto;
import static dev.synchronizer.behaviour.ImportLines.importWhatCanBe;
import static dev.synchronizer.behaviour.ImportLines.linesOf;
import static dev.synchronizer.behaviour.ImportLines.page;
import static dev.synchronizer.behaviour.ImportLines.refersTo;
import static dev.synchronizer.behaviour.ImportLines.title;
import static dev.synchronizer.behaviour.NestedBatches.assertSound;
import static dev.synchronizer.behaviour.NestedBatches.before;
import static dev.synchronizer.behaviour.NestedBatches.refusedImport;
import static dev.synchronizer.behaviour.NestedBatches.saving;
import static dev.synchronizer.behaviour.NestedBatches.titled;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.content.ItemQuery;
import dev.synchronizer.content.Items;
import dev.synchronizer.content.NewItem;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.saving.RuleTask;
import dev.synchronizer.saving.SaveOperation;
import dev.synchronizer.saving.SaveOptions;
import dev.synchronizer.saving.Serves;
import dev.synchronizer.transfer.ImportOptions;
import dev.synchronizer.transfer.ImportReport;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** Lines of an import that are refused, having had handlers save something, or having been looked at by rules (G). */
class G2ImportRefusalsTest {
    @TempDir
    Path folder;

    /** Has the import refuse a line, having saved another item. */
    private static Listener savingAndRefusing(int line, int other) {
        return before(SaveOperation.CREATE, "N" + line, (event, items) -> {
            titled(items, id(other), "nested");
            throw event.veto("NO", "not this one");
        });
    }

    /** What is saved behind the write of earlier lines is not laid at the door of the line that had them written. */
    private static Listener behind() {
        return Listener.of("behind", Serves.stores("main").operations(SaveOperation.CREATE))
                .onSaved(event -> {
                    if (event.subject().name().equals("N2")) {
                        titled(event.via(Items.class), id(1), "behind");
                    }
                });
    }

    @OnEveryDatabase
    void aLineThatIsRefusedAfterItsHandlerHasSavedEndsTheImportAndIsNamed(Product product) {
        try (Site site = NestedBatches.start(product, folder, savingAndRefusing(3, 1))) {

            List<Problem> problems = refusedImport(() -> importWhatCanBe(site, page(1), page(2), page(3)));

            assertThat(problems).singleElement().satisfies(problem -> {
                assertThat(problem.code()).isEqualTo(ProblemCode.SAVE_VETOED);
                assertThat(problem.subject()).startsWith("line 3: ").contains("\"N3\"");
                assertThat(problem.message())
                        .contains("not this one")
                        .contains("handlers have saved something for it, which cannot be left out alone");
                assertThat(problem.fix()).contains("mend the line").contains("suppress");
            });
            assertThat(site.items().count(ItemQuery.all())).isZero();
        }
    }

    @OnEveryDatabase
    void whoeverOnlyReadsIsRefusedAsEver(Product product) {
        Listener handler = before(SaveOperation.CREATE, "N3", (event, items) -> {
            if (items.find(id(1)).isPresent()) {
                throw event.veto("NO", "there is a first one");
            }
        });
        try (Site site = NestedBatches.start(product, folder, handler, behind())) {

            ImportReport report = importWhatCanBe(site, page(1), page(2), page(3), page(4));

            assertThat(linesOf(report.problems().asList())).containsExactly("line 3 SAVE_VETOED");
            assertThat(report.created()).isEqualTo(3);
            assertThat(site.items().get(id(1)).get("title")).contains("behind");
            assertSound(site);
        }
    }

    @OnEveryDatabase
    void aLineThatIsWrongInTheEndEndsTheImportIfItsHandlersHaveSaved(Product product) {
        try (Site site = NestedBatches.start(product, folder, saving(2, 1))) {

            List<Problem> problems = refusedImport(() -> importWhatCanBe(site, page(1), page(2, refersTo(9)), page(3)));

            assertThat(problems).singleElement().satisfies(problem -> {
                assertThat(problem.subject()).startsWith("line 2");
                assertThat(problem.message())
                        .contains(id(9).toString())
                        .contains("handlers have saved something for it, which cannot be left out alone");
            });
            assertThat(site.items().count(ItemQuery.all())).isZero();
        }
    }

    @OnEveryDatabase
    void aLineThatIsWrongInTheEndEndsTheImportIfItsItemWasSavedSince(Product product) {
        try (Site site = NestedBatches.start(product, folder, saving(2, 1))) {

            List<Problem> problems = refusedImport(() -> importWhatCanBe(site, page(1, refersTo(9)), page(2), page(3)));

            assertThat(problems).singleElement().satisfies(problem -> {
                assertThat(problem.subject()).startsWith("line 1");
                assertThat(problem.message()).contains("handlers have saved it since");
            });
            assertThat(site.items().count(ItemQuery.all())).isZero();
        }
    }

    @OnEveryDatabase
    void whatHandlersPutBelowWhatIsTakenBackEndsTheImport(Product product) {
        Listener handler = before(
                SaveOperation.CREATE,
                "N2",
                (event, items) ->
                        items.create("handler", NewItem.of("Page", "new").below(id(1))));
        try (Site site = NestedBatches.start(product, folder, handler)) {

            List<Problem> problems = refusedImport(() -> importWhatCanBe(site, page(1, refersTo(9)), page(2), page(3)));

            assertThat(problems).singleElement().satisfies(problem -> {
                assertThat(problem.subject()).startsWith("line 1");
                assertThat(problem.message()).contains("\"new\"");
            });
            assertThat(site.items().count(ItemQuery.all())).isZero();
        }
    }

    @OnEveryDatabase
    void whatARuleRefusesIsTheFaultOfItsLine(Product product) {
        try (Site site = NestedBatches.start(product, folder)) {
            KeptRules.in(site).add("odd", "item.title == 'bad'", "veto BAD it is bad");
            String[] lines = {page(1), page(2, title("bad")), page(3, title("good"))};

            ImportReport report = importWhatCanBe(site, lines);

            assertThat(linesOf(report.problems().asList())).containsExactly("line 2 SAVE_VETOED");
            assertThat(report.created()).isEqualTo(2);
            assertThat(linesOf(refusedImport(() -> importInto(site, page(4), page(5, title("bad"))))))
                    .containsExactly("line 2 SAVE_VETOED");
            assertSound(site);
        }
    }

    @OnEveryDatabase
    void whatARuleFindsToBeFatalNamesItsLine(Product product) {
        try (Site site = NestedBatches.start(product, folder)) {
            KeptRules.in(site).add("odd", "item.title == 'bad'", "report FATAL it is bad");
            String[] lines = {page(1), page(2, title("bad")), page(3, refersTo(1))};

            assertThat(importWhatCanBe(site, lines).left()).isEqualTo(1);
            assertThat(linesOf(refusedImport(() -> importInto(site, page(4), page(5, title("bad"))))))
                    .containsExactly("line 2 FATAL_FINDING");
        }
    }

    @OnEveryDatabase
    void otherNodesAreToldOfWhatStays(Product product) {
        Hearer hearer = Hearer.ofItems();
        try (Site site = NestedBatches.start(product, folder);
                Site node = site.another(builder -> builder.saveHandler(hearer), ImportLines.models(folder))) {
            node.synchronizer().catchUp();

            importWhatCanBe(site, page(1), page(2, refersTo(9)), page(3, refersTo(1)), page(4, refersTo(2)));

            node.synchronizer().catchUp();
            assertThat(hearer.heard()).containsExactlyInAnyOrder("CREATE N1 [] 1", "CREATE N3 [] 1");
        }
    }

    @OnEveryDatabase
    void whatCannotBeThatARuleSetsNamesItsLine(Product product) {
        try (Site site = NestedBatches.start(product, folder)) {
            KeptRules.in(site).add("odd", "item.title == 'bad'", "set next=" + id(77));

            for (boolean continued : List.of(false, true)) {
                String[] lines = {page(1), page(2, title("bad")), page(3)};

                List<Problem> problems = refusedImport(
                        () -> assertThat(continued ? importWhatCanBe(site, lines) : importInto(site, lines))
                                .isNull());

                assertThat(linesOf(problems)).containsExactly("line 2 WRONG_TARGET");
            }
        }
    }

    @OnEveryDatabase
    void whatSomebodyDoesNotConfirmIsAFaultOfItsLineAndTheyAreAskedOnce(Product product) {
        try (Site site = NestedBatches.start(product, folder)) {
            KeptRules.in(site).add("odd", "item.title == 'bad'", "report CRITICAL it is bad");
            List<String> asked = new ArrayList<>();
            SaveOptions options = SaveOptions.standard().asking(question -> {
                asked.add(question);
                return question.contains("N2");
            });
            String lines = String.join("\n", page(1), page(2, title("bad")), page(3, title("bad")), page(4));

            ImportReport report = site.transfer()
                    .with(options)
                    .importFrom(
                            "Importer",
                            new ByteArrayInputStream(lines.getBytes(UTF_8)),
                            ImportOptions.allOrNothing().withContinueOnError(true));

            assertThat(linesOf(report.problems().asList())).containsExactly("line 3 UNCONFIRMED_FINDING");
            assertThat(report.created()).isEqualTo(3);
            assertThat(asked)
                    .satisfiesExactly(
                            first -> assertThat(first).contains("N2"),
                            second -> assertThat(second).contains("N3"));
            assertSound(site);
        }
    }

    @OnEveryDatabase
    void whatATaskOfARuleFailsWithNamesItsLine(Product product) {
        RuleTask task = Ruled.task(
                "copy",
                (event, arguments) -> event.via(Items.class)
                        .create("task", NewItem.of("Page", "copy").with("next", id(77))));
        try (Site site = NestedBatches.start(product, folder, builder -> builder.ruleTask(task))) {
            KeptRules.in(site).add("odd", "item.title == 'bad'", "run copy");

            List<Problem> problems = refusedImport(() -> importInto(site, page(1), page(2, title("bad")), page(3)));

            assertThat(linesOf(problems)).containsExactly("line 2 WRONG_TARGET");
        }
    }

    @OnEveryDatabase
    void aLineThatChangesNothingIsNotHeldAgainstWhatHandlersHaveLeft(Product product) {
        Listener handler = before(SaveOperation.CREATE, "N1", (event, items) -> {
            items.save("handler", items.get(id(3)).without("next"));
            items.delete("handler", id(4));
            items.purge("handler", id(4));
            items.move("handler", id(3), null);
            items.delete("handler", id(2));
        });
        try (Site site = NestedBatches.start(product, folder, handler)) {
            importInto(site, page(2), page(3, below(2), refersTo(4)), page(4));
            String there = ImportLines.export(site).lines().toList().get(1);

            ImportReport report = importInto(site, page(1), there);

            assertThat(report.unchanged()).isEqualTo(1);
            assertThat(site.items().get(id(3)).parent()).isNull();
            assertSound(site);
        }
    }

    @OnEveryDatabase
    void whatItsHandlersDoWithWhereItIsToStandCounts(Product product) {
        Listener handler = before(SaveOperation.CREATE, "N2", (event, items) -> items.delete("handler", id(1)));
        try (Site site = NestedBatches.start(product, folder, handler)) {
            importInto(site, page(1));

            assertThat(linesOf(refusedImport(() -> importInto(site, page(2, below(1))))))
                    .containsExactly("line 1 WRONG_PLACE");
            assertSound(site);
        }
    }
}
