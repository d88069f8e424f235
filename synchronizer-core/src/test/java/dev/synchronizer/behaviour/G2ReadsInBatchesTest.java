package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.ImportLines.id;
import static dev.synchronizer.behaviour.ImportLines.importInto;
import static dev.synchronizer.behaviour.ImportLines.page;
import static dev.synchronizer.behaviour.ImportLines.values;
import static dev.synchronizer.behaviour.NestedBatches.assertSound;
import static dev.synchronizer.behaviour.NestedBatches.before;
import static dev.synchronizer.behaviour.NestedBatches.titled;
import static dev.synchronizer.behaviour.Sources.property;
import static dev.synchronizer.behaviour.Validated.validator;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.content.Item;
import dev.synchronizer.content.ItemQuery;
import dev.synchronizer.model.Address;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.saving.SaveOperation;
import dev.synchronizer.saving.SaveValidator;
import dev.synchronizer.saving.Serves;
import dev.synchronizer.settings.Definition;
import dev.synchronizer.settings.NewSettings;
import dev.synchronizer.settings.Overrides;
import dev.synchronizer.settings.RevertScope;
import dev.synchronizer.transfer.ImportReport;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.io.TempDir;

/** What handlers read while items are on their way together (G). */
class G2ReadsInBatchesTest {
    @TempDir
    Path folder;

    private final AtomicReference<Site> site = new AtomicReference<>();

    @OnEveryDatabase
    void anExportHasWhatItsUnitHasSaved(Product product) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Listener handler = before(
                SaveOperation.CREATE,
                "N3",
                (event, items) -> site.get().transfer().export(ItemQuery.all(), out));
        try (Site started = NestedBatches.start(product, folder, handler)) {
            site.set(started);

            importInto(started, page(1), page(2), page(3));

            assertThat(out.toString(UTF_8).lines())
                    .hasSize(2)
                    .satisfiesExactly(
                            line -> assertThat(line).contains("\"N1\""),
                            line -> assertThat(line).contains("\"N2\""));
        }
    }

    @OnEveryDatabase
    void whatIsToBeTakenBackIsHeldAgainstWhatItsUnitHasSaved(Product product) {
        List<String> warnings = new ArrayList<>();
        Listener handler = before(
                SaveOperation.CREATE,
                "N3",
                (event, items) -> event.via(Overrides.class).planRevert(RevertScope.everything()).warnings().stream()
                        .map(Problem::message)
                        .forEach(warnings::add));
        Path models = Site.jar(
                folder,
                "1.0",
                "@ContentType public class Page {" + property("@Property(required = true) String", "title") + "}");
        try (Site started = Site.start(product, builder -> builder.saveHandler(handler), models)) {
            started.synchronizer()
                    .overrides()
                    .set("Ada", Address.parse("Page.title"), NewSettings.none().with("required", false));

            importInto(started, page(1), page(2), page(3));

            assertThat(warnings).containsExactly("a value of it is required from now on, and 2 items have none");
        }
    }

    @OnEveryDatabase
    void anImportGoesOnWhereOthersMakeATypeMeanwhile(Product product) {
        Listener handler = before(SaveOperation.CREATE, "N2", (event, items) -> {
            site.get().synchronizer().definitions().define("Ben", Definition.of("Note"));
            assertThat(items.get(id(1)).name()).isEqualTo("N1");
            titled(items, id(1), "nested");
        });
        try (Site started = NestedBatches.start(product, folder, handler);
                Site other = started.another(ImportLines.models(folder))) {
            site.set(other);

            ImportReport report = importInto(started, page(1), page(2), page(3, values("'number':4")));

            assertThat(report.created()).isEqualTo(3);
            assertThat(started.items().get(id(1)).get("title")).contains("nested");
            assertSound(started);
        }
    }

    @OnEveryDatabase
    void validatorsThatReadLookOnceAtEachOfSeveralThatAHandlerSaves(Product product) {
        List<String> looked = new ArrayList<>();
        SaveValidator reads = validator("reads", Serves.stores("main"), (item, findings) -> {
            looked.add(item.operation() + " " + item.subject().name());
            site.get().items().count(ItemQuery.all());
        });
        AtomicReference<UUID> tree = new AtomicReference<>();
        Listener handler =
                before(SaveOperation.UPDATE, "O", (event, items) -> items.duplicate("handler", tree.get(), null, true));
        try (Site started = NestedBatches.start(product, folder, builder -> builder.saveValidator(reads), handler)) {
            site.set(started);
            Item root = started.create("Page", "R");
            tree.set(root.id());
            List.of("A", "B", "C").forEach(name -> started.createBelow(root.id(), "Page", name));
            Item other = started.create("Page", "O");
            looked.clear();

            started.items().save("Ada", other.with("title", "t"));

            assertThat(looked)
                    .containsExactlyInAnyOrder("DUPLICATE R", "DUPLICATE A", "DUPLICATE B", "DUPLICATE C", "UPDATE O");
        }
    }
}
