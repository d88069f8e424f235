package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.ImportLines.importWith;
import static dev.synchronizer.behaviour.ImportLines.page;
import static dev.synchronizer.behaviour.ImportLines.title;
import static dev.synchronizer.behaviour.Validated.validator;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.content.Item;
import dev.synchronizer.content.NewItem;
import dev.synchronizer.problem.FindingSeverity;
import dev.synchronizer.saving.Finding;
import dev.synchronizer.saving.SaveOptions;
import dev.synchronizer.saving.SaveValidator;
import dev.synchronizer.saving.Serves;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** What somebody has confirmed of an item, they are not asked about again when a rule sets something in it (G). */
class G2AskedOnceTest {
    private static final SaveValidator CRITICAL = validator("critical", Serves.stores("main"), (item, findings) -> {
        if (item.after().get("title", "").filter("bad"::equals).isPresent()) {
            findings.report(FindingSeverity.CRITICAL, "title", "", "it is bad");
        }
    });

    @TempDir
    Path folder;

    private final List<String> asked = new ArrayList<>();

    private Site start(Product product) {
        Site site = NestedBatches.start(product, folder, builder -> builder.saveValidator(CRITICAL));
        KeptRules.in(site).add("seven", "!has(item.number)", "set number=7");
        return site;
    }

    /** Says yes to the first question, and no to any other. */
    private SaveOptions confirmingOnce() {
        return SaveOptions.standard().asking(question -> {
            asked.add(question);
            return asked.size() == 1;
        });
    }

    private void assertSaved(Site site, Item item) {
        assertThat(asked).hasSize(1);
        assertThat(item.get("number")).contains(7);
        assertThat(site.items().validation().kept(item.id()))
                .extracting(Finding::validator)
                .containsExactly("critical");
    }

    @OnEveryDatabase
    void whereAnItemIsSaved(Product product) {
        try (Site site = start(product)) {
            Item made = site.items()
                    .with(confirmingOnce())
                    .create("Ada", NewItem.of("Page", "P").with("title", "bad"));

            assertSaved(site, made);
        }
    }

    @OnEveryDatabase
    void norWhereItIsImported(Product product) {
        try (Site site = start(product)) {
            importWith(confirmingOnce(), true, site, page(1), page(2, title("bad")));

            assertSaved(site, site.items().get(ImportLines.id(2)));
        }
    }
}
