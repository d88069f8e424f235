package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.ImportLines.id;
import static dev.synchronizer.behaviour.ImportLines.importWith;
import static dev.synchronizer.behaviour.ImportLines.linesOf;
import static dev.synchronizer.behaviour.ImportLines.page;
import static dev.synchronizer.behaviour.ImportLines.refersTo;
import static dev.synchronizer.behaviour.ImportLines.title;
import static dev.synchronizer.behaviour.NestedBatches.refusedImport;
import static dev.synchronizer.behaviour.Validated.validator;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.synchronizer.content.ItemQuery;
import dev.synchronizer.content.Items;
import dev.synchronizer.content.NewItem;
import dev.synchronizer.problem.FindingSeverity;
import dev.synchronizer.saving.SaveEvent;
import dev.synchronizer.saving.SaveOperation;
import dev.synchronizer.saving.SaveOptions;
import dev.synchronizer.saving.SaveValidator;
import dev.synchronizer.saving.Serves;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;

/** Whatever fails on account of a line ends the import and is said of that line, be it that somebody has caught it (G). */
class G2ImportsNameTheLineTest {
    /** More than are written together. */
    private static final int MANY = 501;

    private static final SaveValidator WARNING = validator("warning", Serves.stores("main"), (item, findings) -> {
        if (isSecond(item.subject().name())) {
            findings.report(FindingSeverity.WARNING, "title", "", "it is the second one");
        }
    });

    @TempDir
    Path folder;

    private boolean caught;

    private static boolean isSecond(String name) {
        return name.equals("N2");
    }

    /** What is made of it is a page that refers to nothing. */
    private void inVain(Items items) {
        Runnable deed =
                () -> items.create("in vain", NewItem.of("Page", "wrong").with("next", id(9_999)));
        if (caught) {
            assertThat(catchThrowable(deed::run)).isNotNull();
        } else {
            deed.run();
        }
    }

    private void inVain(SaveEvent event) {
        if (isSecond(event.subject().name())) {
            inVain(event.via(Items.class));
        }
    }

    private static String[] lines(String second, int count) {
        return Stream.concat(
                        Stream.of(page(1), second),
                        IntStream.rangeClosed(3, count).mapToObj(line -> page(line)))
                .toArray(String[]::new);
    }

    /** It is the second line that is named, whether failures are caught or not, and in the last batch or an earlier one. */
    private void assertTheSecondLineIsNamed(Site site, SaveOptions options, String second) {
        for (boolean catching : List.of(false, true)) {
            for (int count : List.of(3, MANY)) {
                for (boolean continued : List.of(false, true)) {
                    caught = catching;
                    assertThat(linesOf(refusedImport(() -> importWith(options, continued, site, lines(second, count)))))
                            .as("caught %s, of %s lines, continued %s", catching, count, continued)
                            .containsExactly("line 2 WRONG_TARGET");
                }
            }
        }
        assertThat(site.items().count(ItemQuery.all())).isZero();
    }

    @OnEveryDatabase
    void whatSavedHandlersSaveInVain(Product product) {
        Listener handler = Listener.of("nested").onSaved(this::inVain);
        try (Site site = NestedBatches.start(product, folder, handler)) {
            assertTheSecondLineIsNamed(site, SaveOptions.standard(), page(2));
        }
    }

    @OnEveryDatabase
    void whatWhoIsToldOfAFindingSavesInVain(Product product) {
        try (Site site = NestedBatches.start(product, folder, builder -> builder.saveValidator(WARNING))) {
            SaveOptions options = SaveOptions.standard().telling((subject, finding) -> inVain(site.items()));

            assertTheSecondLineIsNamed(site, options, page(2));
        }
    }

    @OnEveryDatabase
    void whatWhoIsToldOfAReferenceSavesInVain(Product product) {
        Path models = Site.jar(
                folder,
                "1.0",
                "@ContentType public class Page {"
                        + Sources.property("@AllowedTypes(Folder.class) ContentReference", "next") + "}",
                "@ContentType public class Folder {}");
        try (Site site =
                Site.start(product, builder -> builder.severity("allowedTypes", FindingSeverity.WARNING), models)) {
            SaveOptions options = SaveOptions.standard().telling((subject, finding) -> inVain(site.items()));

            assertTheSecondLineIsNamed(site, options, page(2, refersTo(1)));
        }
    }

    @OnEveryDatabase
    void whatHandlersSaveInVainForWhatARuleSets(Product product) {
        Serves updates = Serves.stores("main").operations(SaveOperation.UPDATE);
        Listener before = Listener.of("before", updates).onSaving(this::inVain);
        Listener behind = Listener.of("behind", updates).onSaved(this::inVain);
        for (Listener handler : List.of(before, behind)) {
            try (Site site = NestedBatches.start(product, folder, handler)) {
                KeptRules.in(site).add("seven", "name != 'wrong'", "set number=7");

                assertTheSecondLineIsNamed(site, SaveOptions.standard(), page(2));
            }
        }
    }

    @OnEveryDatabase
    void whatFailsBehindAWriteThatAHandlerOfALaterLineHasBroughtAbout(Product product) {
        Listener handler = Listener.of("nested")
                .onSaving(event -> {
                    if (event.subject().name().equals("N3")) {
                        Items items = event.via(Items.class);
                        assertThat(catchThrowable(() -> items.count(ItemQuery.all())))
                                .isNotNull();
                    }
                })
                .onSaved(this::inVain);
        try (Site site = NestedBatches.start(product, folder, handler)) {
            assertTheSecondLineIsNamed(site, SaveOptions.standard(), page(2));
        }
    }

    @OnEveryDatabase
    void whatAHandlerDoesThatCannotBe(Product product) {
        List<String> others = new ArrayList<>();
        Listener handler = Listener.of("nested").onSaving(event -> {
            if (isSecond(event.subject().name())) {
                event.via(Items.class).delete("in vain", id(9_999));
            } else {
                others.add(event.subject().name());
            }
        });
        try (Site site = NestedBatches.start(product, folder, handler)) {
            for (boolean continued : List.of(false, true)) {
                assertThat(linesOf(refusedImport(
                                () -> importWith(SaveOptions.standard(), continued, site, lines(page(2), 3)))))
                        .containsExactly("line 2 NO_SUCH_ITEM");
            }
            assertThat(others).as("it ends there").doesNotContain("N3");
        }
    }

    @OnEveryDatabase
    void aRuleThatFails(Product product) {
        try (Site site = NestedBatches.start(product, folder)) {
            KeptRules.in(site).add("breaks", "has(item.title) && int(item.title) > 0", "set number=7");
            for (boolean continued : List.of(false, true)) {
                assertThat(linesOf(refusedImport(() ->
                                importWith(SaveOptions.standard(), continued, site, lines(page(2, title("x")), 3)))))
                        .containsExactly("line 2 RULE_FAILED");
            }
            assertThat(site.items().count(ItemQuery.all())).isZero();
        }
    }
}
