package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.ImportLines.id;
import static dev.synchronizer.behaviour.ImportLines.importInto;
import static dev.synchronizer.behaviour.NestedBatches.before;
import static dev.synchronizer.behaviour.NestedBatches.below;
import static dev.synchronizer.behaviour.NestedBatches.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.synchronizer.content.Item;
import dev.synchronizer.content.ItemQuery;
import dev.synchronizer.content.Items;
import dev.synchronizer.content.NewItem;
import dev.synchronizer.problem.FindingSeverity;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.saving.SaveEvent;
import dev.synchronizer.saving.SaveOperation;
import dev.synchronizer.saving.SaveOrigin;
import dev.synchronizer.saving.Serves;
import dev.synchronizer.transfer.InvalidImportException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.io.TempDir;

/** What fails while one of several items is on its way is said of what failed, and of nothing else (G). */
class G2FailuresInBatchesTest {
    @TempDir
    Path folder;

    private static final UUID NOWHERE = id(77);

    /** Behind the write of B, a page is made that refers to nothing; C has that come about by reading. */
    private static Listener failingBehind(SaveOperation operation, SaveOrigin origin, String first, String next) {
        return Listener.of("nested", Serves.stores("main").operations(operation))
                .onSaving(event -> {
                    if (is(event, origin, next)) {
                        event.via(Items.class).count(ItemQuery.all());
                    }
                })
                .onSaved(event -> {
                    if (is(event, origin, first)) {
                        wrong(event.via(Items.class));
                    }
                });
    }

    private static boolean is(SaveEvent event, SaveOrigin origin, String name) {
        return event.origin() == origin && event.subject().name().equals(name);
    }

    private static void wrong(Items items) {
        items.create("handler", NewItem.of("Page", "wrong").with("next", NOWHERE));
    }

    private static List<Problem> refused(ThrowingCallable call) {
        ProblemsException refused = catchThrowableOfType(ProblemsException.class, call);
        assertThat(refused).as("it is refused").isNotNull();
        return refused.problems().asList();
    }

    private static void assertOfThePageThatIsWrong(List<Problem> problems) {
        assertOfThePageThatIsWrong("Page.next", problems);
    }

    private static void assertOfThePageThatIsWrong(String subject, List<Problem> problems) {
        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.subject()).isEqualTo(subject);
            assertThat(problem.message()).contains(NOWHERE.toString()).doesNotContain("rule");
        });
    }

    @OnEveryDatabase
    void whatFailsBehindTheWriteOfAnItemIsNoFaultOfTheNextOneThatIsDeleted(Product product) {
        Listener handler = failingBehind(SaveOperation.DELETE, SaveOrigin.API, "B", "C");
        try (Site site = NestedBatches.start(product, folder, handler)) {
            Item a = page(site, "A");
            below(a, site, "B");
            below(a, site, "C");

            assertOfThePageThatIsWrong(refused(() -> site.items().delete("Ada", a.id())));
            assertThat(site.items().count(ItemQuery.all())).isEqualTo(3);
        }
    }

    @OnEveryDatabase
    void norOfTheNextOneThatIsCopied(Product product) {
        Listener handler = failingBehind(SaveOperation.DUPLICATE, SaveOrigin.API, "B", "C");
        try (Site site = NestedBatches.start(product, folder, handler)) {
            Item a = page(site, "A");
            below(a, site, "B");
            below(a, site, "C");

            assertOfThePageThatIsWrong(refused(() -> site.items().duplicate("Ada", a.id(), null, true)));
            assertThat(site.items().count(ItemQuery.all())).isEqualTo(3);
        }
    }

    @OnEveryDatabase
    void norOfTheNextOneInWhichARuleSetsTheSame(Product product) {
        Listener handler = failingBehind(SaveOperation.UPDATE, SaveOrigin.RULE, "N1", "N2");
        try (Site site = NestedBatches.start(product, folder, handler)) {
            importInto(site, ImportLines.page(3));
            KeptRules.in(site).add("numbers", "name != 'wrong'", "set next=" + id(3));

            List<Problem> problems = refused(() -> importInto(site, ImportLines.page(1), ImportLines.page(2)));

            assertOfThePageThatIsWrong("line 1: Page.next", problems);
            assertThat(site.items().count(ItemQuery.all())).isEqualTo(1);
        }
    }

    @OnEveryDatabase
    void whatAHandlerSavesInVainIsNoFaultOfTheItemThatItIsCalledFor(Product product) {
        Listener handler = before(SaveOperation.DELETE, "B", (event, items) -> wrong(items));
        try (Site site = NestedBatches.start(product, folder, handler)) {
            Item a = page(site, "A");
            below(a, site, "B");

            assertOfThePageThatIsWrong(refused(() -> site.items().delete("Ada", a.id())));
        }
    }

    @OnEveryDatabase
    void whatWasToBeDeletedWithARefusedItemIsNotTakenForBeingDeletedStill(Product product) {
        Listener handler =
                before(SaveOperation.DELETE, "C", (event, items) -> event.report(FindingSeverity.FATAL, "it stays"));
        try (Site site = NestedBatches.start(product, folder, handler)) {
            Item a = page(site, "A");
            Item b = below(a, site, "B");
            below(a, site, "C");

            List<Problem> problems = refused(() -> site.items().delete("Ada", List.of(a.id(), b.id())));

            assertThat(problems).singleElement().satisfies(problem -> {
                assertThat(problem.subject()).contains("\"C\"");
                assertThat(problem.message()).contains("it stays");
            });
            assertThat(site.items().count(ItemQuery.all())).isEqualTo(3);
        }
    }

    @OnEveryDatabase
    void anImportEndsWhereAHandlerCouldNotSaveAndNamesTheLine(Product product) {
        Listener handler = before(SaveOperation.CREATE, "N2", (event, items) -> {
            try {
                wrong(items);
            } catch (ProblemsException e) {
                assertThat(e).isNotInstanceOf(InvalidImportException.class);
            }
        });
        try (Site site = NestedBatches.start(product, folder, handler)) {
            String[] lines = {ImportLines.page(1), ImportLines.page(2), ImportLines.page(3, ImportLines.refersTo(78))};

            for (boolean continued : List.of(false, true)) {
                handler.forget();

                List<Problem> problems = refused(
                        () -> assertThat(continued ? ImportLines.importWhatCanBe(site, lines) : importInto(site, lines))
                                .isNull());

                assertThat(problems).singleElement().satisfies(problem -> {
                    assertThat(problem.subject()).isEqualTo("line 2: Page.next");
                    assertThat(problem.message()).contains(NOWHERE.toString()).doesNotContain("have saved");
                });
                assertThat(handler.calls()).noneMatch(call -> call.contains("N3"));
            }
        }
    }

    @OnEveryDatabase
    void copiesThatCannotBeMadeAreNotWrittenLaterOn(Product product) {
        List<UUID> root = new ArrayList<>();
        List<String> met = new ArrayList<>();
        Serves serves = Serves.stores("main").operations(SaveOperation.UPDATE, SaveOperation.DUPLICATE);
        Listener handler = Listener.of("copies", serves).onSaving(event -> {
            if (event.subject().name().equals("C")) {
                throw event.veto("NO", "not this one");
            } else if (event.operation() == SaveOperation.UPDATE) {
                Items items = event.via(Items.class);
                assertThatThrownBy(() -> items.duplicate("handler", root.get(0), null, true))
                        .hasMessageContaining("not this one");
                items.list(ItemQuery.all()).forEach(item -> met.add(item.name()));
            }
        });
        try (Site site = NestedBatches.start(product, folder, handler)) {
            Item a = page(site, "A");
            root.add(a.id());
            below(a, site, "B");
            below(a, site, "C");
            Item other = page(site, "O");

            refused(() -> site.items().save("Ada", other.with("title", "t")));

            assertThat(met).containsExactlyInAnyOrder("A", "A", "B", "C", "O");
        }
    }
}
