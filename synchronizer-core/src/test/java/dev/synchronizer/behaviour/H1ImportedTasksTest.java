package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.ImportLines.id;
import static dev.synchronizer.behaviour.ImportLines.importInto;
import static dev.synchronizer.behaviour.ImportLines.page;
import static dev.synchronizer.behaviour.ImportLines.refersTo;
import static dev.synchronizer.behaviour.ImportLines.revision;
import static dev.synchronizer.behaviour.ImportLines.title;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.content.Item;
import dev.synchronizer.saving.SaveOptions;
import dev.synchronizer.saving.SavingEvent;
import dev.synchronizer.saving.Serves;
import dev.synchronizer.saving.SubjectKind;
import dev.synchronizer.staging.StagedTask;
import dev.synchronizer.task.PayloadJson;
import dev.synchronizer.task.ServerChannel;
import dev.synchronizer.transfer.ImportReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;

/** H: of an import that leaves out what is wrong, other servers are told what stays, and nothing else. */
class H1ImportedTasksTest {
    @TempDir
    Path folder;

    private final List<Site> started = new ArrayList<>(1);
    private final Listener editor =
            Listener.of("editor", Serves.stores("main").kinds(SubjectKind.ITEM)).onSaving(this::editAnother);

    /** Who saves the item 1 has the item 2 changed along with it. */
    private void editAnother(SavingEvent event) {
        if (event.subject().key().equals(id(1).toString()) && !started.isEmpty()) {
            Item other = started.get(0).items().get(id(2));
            started.get(0).items().save("editor", other.with("title", "By the editor"));
        }
    }

    private Site start(Product product) {
        Site site = Site.start(product, builder -> builder.saveHandler(editor), ImportLines.models(folder));
        importInto(site, page(2, title("Before")), page(3, title("Before")));
        site.synchronizer().staging().servers().save("Ada", ServerChannel.target("public", "dir:" + folder));
        started.add(site);
        return site;
    }

    private static List<String> told(Site site) {
        return site.synchronizer().staging().tasks(Optional.of("public"), Set.of(), 0, 100).stream()
                .map(H1ImportedTasksTest::said)
                .toList();
    }

    private static String said(StagedTask task) {
        var after = PayloadJson.read(task.task().payload()).after();
        return task.task().name() + " "
                + (after == null ? "gone" : after.at("values.title").orElse("untitled"));
    }

    @OnEveryDatabase
    void whatIsTakenBackIsToldToNobodyAndWhatHandlersSavedOfItBeforeIs(Product product) {
        try (Site site = start(product)) {
            ImportReport report = ImportLines.importWith(
                    SaveOptions.standard(),
                    true,
                    site,
                    page(1, title("New")),
                    page(2, revision(7), refersTo(77)),
                    page(3, revision(7), refersTo(77)));

            assertThat(report.left()).isEqualTo(2);
            assertThat(site.items().get(id(2)).get("title")).contains("By the editor");
            assertThat(site.items().get(id(3)).get("title")).contains("Before");
            assertThat(told(site)).containsExactlyInAnyOrder("N1 \"New\"", "N2 \"By the editor\"");
        }
    }
}
