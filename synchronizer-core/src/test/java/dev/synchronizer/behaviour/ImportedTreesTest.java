package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Desk.refused;
import static dev.synchronizer.behaviour.ImportLines.below;
import static dev.synchronizer.behaviour.ImportLines.deletedWith;
import static dev.synchronizer.behaviour.ImportLines.export;
import static dev.synchronizer.behaviour.ImportLines.id;
import static dev.synchronizer.behaviour.ImportLines.importInto;
import static dev.synchronizer.behaviour.ImportLines.importWhatCanBe;
import static dev.synchronizer.behaviour.ImportLines.linesOf;
import static dev.synchronizer.behaviour.ImportLines.page;
import static dev.synchronizer.behaviour.ImportLines.revision;
import static dev.synchronizer.behaviour.ImportLines.title;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.content.Item;
import dev.synchronizer.content.ItemQuery;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.transfer.ImportReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;

/** Where imported items stand is judged by where all of them come to stand: below living ones, and never in a circle. */
class ImportedTreesTest {
    /** More lines than are written together. */
    private static final int MANY = 600;

    private static final int ROUNDS = 30;
    private static final int TREE = 40;

    @TempDir
    Path folder;

    private Site start(Product product) {
        return Site.start(product, ImportLines.models(folder));
    }

    @OnEveryDatabase
    void aParentDoesNotGoIntoTheBinOverALivingChild(Product product) {
        try (Site site = start(product)) {
            importInto(site, page(1), page(2, below(1)), page(3));
            String before = export(site);
            String[] lines = {page(3, revision(2)), page(1, revision(2), deletedWith(1))};

            List<Problem> problems = refused(() -> importInto(site, lines));
            assertThat(linesOf(problems)).containsExactly("line 2 WRONG_PLACE");
            assertThat(problems.get(0).message())
                    .isEqualTo("it is to be in the recycle bin, and \"N2\" (" + id(2) + ") below it is not");
            assertThat(export(site)).isEqualTo(before);

            ImportReport report = importWhatCanBe(site, lines);
            assertThat(linesOf(report.problems().asList())).containsExactly("line 2 WRONG_PLACE");
            assertThat(report.replaced()).isEqualTo(1);
            assertThat(site.items().get(id(1)).deleted()).isNull();
            assertThat(site.items().get(id(1)).revision()).isEqualTo(1);
        }
    }

    @OnEveryDatabase
    void aTreeGoesIntoTheBinAsAWholeAndABackupTakesItOutAgain(Product product) {
        try (Site site = start(product)) {
            // The parent comes behind its child in an export.
            importInto(site, page(9), page(1, below(9)), page(2, below(1)));
            String living = export(site);
            site.items().delete("Ada", id(9));
            String deleted = export(site);

            assertThat(importInto(site, living).replaced()).isEqualTo(3);
            assertThat(export(site)).isEqualTo(living);
            assertThat(importInto(site, deleted).replaced()).isEqualTo(3);
            assertThat(export(site)).isEqualTo(deleted);
        }
    }

    @OnEveryDatabase
    void whatIsOutsideTheBinDoesNotComeBelowWhatStaysThere(Product product) {
        try (Site site = start(product)) {
            importInto(site, page(1), page(2));
            site.items().delete("Ada", id(1));

            assertThat(refused(() -> importInto(site, page(2, revision(2), below(1)))))
                    .extracting(Problem::message)
                    .containsExactly("\"N1\" (" + id(1) + ") is in the recycle bin");
        }
    }

    @OnEveryDatabase
    void newItemsInACircleAreToldSo(Product product) {
        try (Site site = start(product)) {
            String[] lines = {page(1, below(2)), page(2, below(1)), page(3, below(3)), page(4, below(3))};

            assertThat(refused(() -> importInto(site, lines)))
                    .extracting(Problem::message)
                    .containsExactly(
                            "the item " + id(2) + " that it is to stand below stands below it in turn",
                            "the item " + id(1) + " that it is to stand below stands below it in turn",
                            "it is to stand below itself");
            assertThat(linesOf(importWhatCanBe(site, lines).problems().asList()))
                    .containsExactly(
                            "line 1 WRONG_PLACE", "line 2 WRONG_PLACE", "line 3 WRONG_PLACE", "line 4 WRONG_PLACE");
            assertThat(site.items().list(ItemQuery.all())).isEmpty();
        }
    }

    @OnEveryDatabase
    void aLargeTreeIsTurnedRoundAndNeverBecomesACircle(Product product) {
        try (Site site = start(product)) {
            importInto(site, page(1), page(2, below(1)));
            List<String> lines = new ArrayList<>(List.of(page(1, revision(2), below(2))));
            IntStream.range(3, MANY).mapToObj(number -> page(number)).forEach(lines::add);
            List<String> circle = new ArrayList<>(lines);
            circle.add(page(2, revision(2), below(1)));
            lines.add(page(2, revision(2)));

            assertThat(linesOf(refused(() -> importInto(site, circle.toArray(String[]::new)))))
                    .containsExactly("line 1 WRONG_PLACE");
            importInto(site, lines.toArray(String[]::new));

            assertThat(site.items().get(id(1)).parent()).isEqualTo(id(2));
            assertThat(site.items().get(id(2)).parent()).isNull();
        }
    }

    @OnEveryDatabase
    void whatWasTurnedRoundOverALineThatIsLeftOutIsLeftOutToo(Product product) {
        try (Site site = start(product)) {
            importInto(site, page(1), page(2, below(1)));
            String before = export(site);

            ImportReport report =
                    importWhatCanBe(site, page(1, revision(2), below(2)), page(2, revision(2), "'values':{'x':1}"));

            assertThat(linesOf(report.problems().asList()))
                    .containsExactly("line 1 WRONG_PLACE", "line 2 UNKNOWN_VALUE");
            assertThat(export(site)).isEqualTo(before);
        }
    }

    @OnEveryDatabase
    void whoImportsPartsOfATreeAndWhoDeletesItDoNotWaitForEachOther(Product product) throws Exception {
        Random random = new Random(7);
        try (Site site = start(product);
                Site other = site.another()) {
            for (int round = 0; round < ROUNDS; round++) {
                int root = 1 + round * TREE;
                importInto(site, tree(root, new Random(round)).toArray(String[]::new));
                List<String> parts = new ArrayList<>(tree(root, new Random(round)));
                Collections.shuffle(parts, random);

                AtOnce.all(List.of(
                        () -> importWhatCanBe(site, parts.subList(0, TREE / 4).toArray(String[]::new))
                                .left(),
                        () -> (long) other.items().delete("Ada", id(root))));
            }
            requireThatTheLivingStandBelowTheLiving(site);
        }
    }

    private static void requireThatTheLivingStandBelowTheLiving(Site site) {
        List<Item> living = site.items().list(ItemQuery.all());
        assertThat(living.stream().map(Item::id))
                .containsAll(living.stream()
                        .map(Item::parent)
                        .filter(Objects::nonNull)
                        .toList());
    }

    /** Below each of its items stand some of those that follow. */
    private static List<String> tree(int root, Random random) {
        return IntStream.range(root, root + TREE)
                .mapToObj(number ->
                        page(number, number == root ? "" : below(root + random.nextInt(number - root)), title("T")))
                .toList();
    }

    @OnEveryDatabase
    void whatIsImportedBelowAnItemIsNotLeftBehindByThoseWhoDeleteIt(Product product) throws Exception {
        try (Site site = start(product);
                Site other = site.another()) {
            for (int round = 1; round <= ROUNDS; round++) {
                int parent = 2 * round;
                importInto(site, page(parent));

                AtOnce.all(List.of(
                        () -> importWhatCanBe(site, page(parent + 1, below(parent)))
                                .left(),
                        () -> (long) other.items().delete("Ada", id(parent))));

                assertThat(site.items().get(id(parent)).deleted()).isNotNull();
                assertThat(site.items().list(ItemQuery.all()))
                        .as("living items")
                        .isEmpty();
            }
        }
    }
}
