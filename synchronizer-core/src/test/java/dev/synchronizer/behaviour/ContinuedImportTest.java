package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.ImportLines.below;
import static dev.synchronizer.behaviour.ImportLines.deletedWith;
import static dev.synchronizer.behaviour.ImportLines.export;
import static dev.synchronizer.behaviour.ImportLines.id;
import static dev.synchronizer.behaviour.ImportLines.importInto;
import static dev.synchronizer.behaviour.ImportLines.importWhatCanBe;
import static dev.synchronizer.behaviour.ImportLines.line;
import static dev.synchronizer.behaviour.ImportLines.linesOf;
import static dev.synchronizer.behaviour.ImportLines.page;
import static dev.synchronizer.behaviour.ImportLines.refersTo;
import static dev.synchronizer.behaviour.ImportLines.revision;
import static dev.synchronizer.behaviour.ImportLines.title;
import static dev.synchronizer.behaviour.Sources.property;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.content.Item;
import dev.synchronizer.content.ItemQuery;
import dev.synchronizer.transfer.ImportReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;

/** An import that goes on leaves out the lines that are wrong, and those that cannot be without them, and nothing of either stays. */
class ContinuedImportTest {
    private static final int DEEP = 3_000;

    @TempDir
    Path folder;

    private Site start(Product product) {
        return Site.start(product, ImportLines.models(folder));
    }

    @OnEveryDatabase
    void noReferenceStaysToWhatWasLeftOut(Product product) {
        try (Site site = start(product)) {
            importInto(site, page(9, title("Nine")));
            String before = export(site);

            ImportReport report = importWhatCanBe(
                    site,
                    page(1, refersTo(77)),
                    page(2, refersTo(1)),
                    page(3, refersTo(2)),
                    page(9, revision(2), refersTo(3)));

            assertThat(linesOf(report.problems().asList()))
                    .containsExactly(
                            "line 1 WRONG_TARGET", "line 2 WRONG_TARGET", "line 3 WRONG_TARGET", "line 4 WRONG_TARGET");
            assertThat(List.of(report.created(), report.replaced(), report.left()))
                    .containsExactly(0L, 0L, 4L);
            assertThat(export(site)).isEqualTo(before);
        }
    }

    @OnEveryDatabase
    void noReferenceStaysToWhatStoodBelowIt(Product product) {
        try (Site site = start(product)) {
            ImportReport report = importWhatCanBe(
                    site, page(1, refersTo(77)), page(2, below(1)), page(3, below(2)), page(4, refersTo(3)), page(5));

            assertThat(linesOf(report.problems().asList()))
                    .containsExactly(
                            "line 1 WRONG_TARGET", "line 2 WRONG_PLACE", "line 3 WRONG_PLACE", "line 4 WRONG_TARGET");
            assertThat(site.items().list(ItemQuery.all())).extracting(Item::id).containsExactly(id(5));
        }
    }

    @OnEveryDatabase
    void whatWasToComeBelowItIsAsItWasInAllThatItIs(Product product) {
        try (Site site = start(product)) {
            importInto(site, page(1, title("One")), page(2, below(1), title("Two")));
            String before = export(site);

            ImportReport report = importWhatCanBe(
                    site, page(3, refersTo(77)), page(2, revision(5), below(3), title("Other"), "'createdBy':'Eve'"));

            assertThat(report.left()).isEqualTo(2);
            assertThat(export(site)).isEqualTo(before);
        }
    }

    @OnEveryDatabase
    void whatCameBelowAnItemThatIsBackInTheBinIsLeftOut(Product product) {
        try (Site site = start(product)) {
            importInto(site, page(1), page(2));
            site.items().delete("Ada", id(1));
            String before = export(site);

            ImportReport report = importWhatCanBe(
                    site,
                    page(1, revision(2), refersTo(77)),
                    page(2, revision(2), below(1)),
                    page(3, below(1)),
                    page(4, below(1), deletedWith(1)));

            assertThat(linesOf(report.problems().asList()))
                    .containsExactly("line 1 WRONG_TARGET", "line 2 WRONG_PLACE", "line 3 WRONG_PLACE");
            assertThat(report.created()).isEqualTo(1);
            site.items().purge("Ada", id(1));
            assertThat(export(site).lines()).hasSize(1);
            assertThat(before).contains(id(2).toString());
        }
    }

    @OnEveryDatabase
    void itsTreeMayBeAsDeepAsItLikes(Product product) {
        try (Site site = start(product)) {
            List<String> lines = new ArrayList<>(List.of(page(1, refersTo(7_777_777))));
            IntStream.rangeClosed(2, DEEP)
                    .mapToObj(number -> page(number, below(number - 1)))
                    .forEach(lines::add);

            ImportReport report = importWhatCanBe(site, lines.toArray(String[]::new));

            assertThat(report.left()).isEqualTo(DEEP);
            assertThat(report.created()).isZero();
            assertThat(site.items().list(ItemQuery.all())).isEmpty();
        }
    }

    @OnEveryDatabase
    void whatNewerCodeKeepsInAFormOfItsOwnIsNotStoredWithoutIt(Product product) {
        Path older = Site.jar(folder, "1.0", article("String"));
        Path newer = Site.jar(folder, "1.1", article("Integer"));
        try (Site old = Site.start(product, older);
                Site young = old.another(newer)) {
            ImportReport report = importWhatCanBe(
                    old,
                    line("'type':'Article','name':'Bad','values':{'count':'abc','title':'T'}"),
                    line("'type':'Article','name':'Good','values':{'count':'8'}"));

            assertThat(linesOf(report.problems().asList())).containsExactly("line 1 KEPT_BY_NEWER_CODE");
            assertThat(report.created()).isEqualTo(1);
            assertThat(young.items().list(ItemQuery.all()))
                    .extracting(Item::name)
                    .containsExactly("Good");
        }
    }

    private static String article(String type) {
        return "@ContentType public class Article {" + property("String", "title") + property(type, "count") + "}";
    }
}
