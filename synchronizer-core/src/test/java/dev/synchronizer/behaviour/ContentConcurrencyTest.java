package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Sources.property;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.content.Item;
import dev.synchronizer.content.ItemQuery;
import dev.synchronizer.content.NewItem;
import dev.synchronizer.model.SettingValue;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.ProblemsException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.io.TempDir;

/** Content that many save at once, under definitions that others change. */
class ContentConcurrencyTest {
    private static final int ROUNDS = 10;

    @TempDir
    Path folder;

    private Path models(String version, String more) {
        return Site.jar(
                folder,
                version,
                "@ContentType public class Article {" + property("String", "title") + more + "}",
                "@ContentType public class Folder {}");
    }

    @OnEveryDatabase
    void ofTwoWhoSaveOneRevisionOneWinsAndTheOtherIsToldWho(Product product) throws Exception {
        try (Site site = Site.start(product, models("1.0", ""));
                Site other = site.another()) {
            for (int round = 0; round < ROUNDS; round++) {
                Item item = site.create("Article", "A" + round);

                List<String> ends = AtOnce.all(List.of(
                        () -> end(() -> site.items().save("Ada", item.with("title", "Ada"))),
                        () -> end(() -> other.items().save("Bob", item.with("title", "Bob")))));

                Item saved = site.items().get(item.id());
                String winner = (String) saved.get("title").orElseThrow();
                assertThat(ends).containsExactlyInAnyOrder("done", "ITEM_CHANGED " + winner);
                assertThat(saved.revision()).isEqualTo(2);
                assertThat(saved.savedBy()).isEqualTo(winner);
            }
        }
    }

    @OnEveryDatabase
    void twoMovesAtOnceNeverMakeACircle(Product product) throws Exception {
        try (Site site = Site.start(product, models("1.0", ""));
                Site other = site.another()) {
            for (int round = 0; round < ROUNDS; round++) {
                Item one = site.create("Folder", "One");
                Item below = site.createBelow(one.id(), "Folder", "Below one");
                Item two = site.create("Folder", "Two");

                List<String> ends = AtOnce.all(List.of(
                        () -> end(() -> site.items().move("Ada", one.id(), two.id())),
                        () -> end(() -> other.items().move("Bob", two.id(), below.id()))));

                assertThat(ends).contains("done");
                assertThat(isBelowItself(site, one.id())).isFalse();
                assertThat(isBelowItself(site, two.id())).isFalse();
                assertThat(ends.stream().filter(end -> end.startsWith("WRONG_PLACE")))
                        .hasSize(1);
            }
        }
    }

    private static boolean isBelowItself(Site site, UUID id) {
        UUID above = site.items().get(id).parent();
        while (above != null && !above.equals(id)) {
            above = site.items().get(above).parent();
        }
        return above != null;
    }

    @OnEveryDatabase
    void nothingIsLeftBelowWhatIsDeletedAtTheSameTime(Product product) throws Exception {
        try (Site site = Site.start(product, models("1.0", ""));
                Site other = site.another()) {
            for (int round = 0; round < ROUNDS; round++) {
                Item top = site.create("Folder", "Top");
                Item middle = site.createBelow(top.id(), "Folder", "Middle");

                AtOnce.all(List.of(
                        () -> end(() -> site.items().delete("Ada", top.id())),
                        () -> end(() -> other.items()
                                .create("Bob", NewItem.of("Article", "A").below(middle.id())))));

                assertThat(site.items().list(ItemQuery.all().below(middle.id())))
                        .isEmpty();
                assertThat(site.items().get(middle.id()).isDeleted()).isTrue();
            }
        }
    }

    @OnEveryDatabase
    void aSaveUnderDefinitionsThatAnotherNodeHasChangedBeginsAgainWithThose(Product product) {
        try (Site site = Site.start(product, models("1.0", ""))) {
            Item item = site.items().create("Ada", NewItem.of("Article", "A").with("title", "T"));
            try (Site newer = site.another(models("1.0.1", property("Integer", "count")))) {
                assertThat(newer.items().save("Bob", item.with("count", 5)).revision())
                        .isEqualTo(2);
            }

            Item read = site.items().get(item.id());
            assertThat(read.get("count")).as("read with the newer definition").contains(5);
            assertThat(site.items().save("Ada", read.with("count", 6)).get("count"))
                    .contains(6);
        }
    }

    @OnEveryDatabase
    void savesGoOnWhileDefinitionsKeepChanging(Product product) throws Exception {
        try (Site site = Site.start(product, models("1.0", ""))) {
            Item item = site.create("Article", "A");
            Saves saves = Saves.in(site.database());
            List<String> ends = AtOnce.all(List.of(
                    () -> {
                        for (int i = 0; i < ROUNDS; i++) {
                            saves.set("Article", "order", SettingValue.of(i));
                        }
                        return "done";
                    },
                    () -> {
                        Item last = item;
                        for (int i = 0; i < ROUNDS; i++) {
                            last = site.items().save("Ada", last.with("title", "T" + i));
                        }
                        return "revision " + last.revision();
                    }));

            assertThat(ends).containsExactly("done", "revision " + (ROUNDS + 1));
        }
    }

    private static String end(Callable<?> work) throws Exception {
        try {
            work.call();
            return "done";
        } catch (ProblemsException e) {
            ProblemCode code = e.problems().asList().get(0).code();
            String message = e.problems().asList().get(0).message();
            return code + " " + (code == ProblemCode.ITEM_CHANGED ? message.substring(0, message.indexOf(' ')) : "");
        }
    }
}
