package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.NestedBatches.assertSound;
import static dev.synchronizer.behaviour.NestedBatches.refusal;
import static dev.synchronizer.behaviour.Sources.property;
import static dev.synchronizer.behaviour.Validated.validator;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.SynchronizerBuilder;
import dev.synchronizer.annotation.ContentReference;
import dev.synchronizer.content.Item;
import dev.synchronizer.content.ItemQuery;
import dev.synchronizer.content.Items;
import dev.synchronizer.content.NewItem;
import dev.synchronizer.content.Violation;
import dev.synchronizer.problem.FindingSeverity;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.saving.Pipeline;
import dev.synchronizer.saving.SaveOperation;
import dev.synchronizer.saving.SaveOptions;
import dev.synchronizer.saving.SaveProcessor;
import dev.synchronizer.saving.SaveValidator;
import dev.synchronizer.saving.SavingEvent;
import dev.synchronizer.saving.Serves;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.io.TempDir;

/** What is written is what validators have looked at last, whoever changes anything behind them (G3). */
class G1ApprovedIsWrittenTest {
    @TempDir
    Path folder;

    private record Step(String name, Consumer<SavingEvent> deed) implements SaveProcessor {
        @Override
        public void process(SavingEvent event) {
            deed.accept(event);
        }
    }

    private Site start(Product product, Consumer<SynchronizerBuilder> configuration) {
        return Site.start(
                product,
                builder -> configuration.accept(builder.strict(true)),
                Site.jar(
                        folder,
                        "1.0",
                        "@ContentType(allowedParents = Folder.class) public class Page {@Size(max = 5) "
                                + property("String", "title") + property("ContentReference", "next") + "}",
                        "@ContentType public class Folder {}"));
    }

    /** Does something behind the validators when a page is saved in this way. */
    private static Pipeline late(SaveOperation operation, Consumer<SavingEvent> deed) {
        return Pipeline.standard().insertAfter("validate", new Step("late", event -> {
            if (event.subject().type().equals("Page") && event.operation() == operation) {
                deed.accept(event);
            }
        }));
    }

    @OnEveryDatabase
    void aParentThatIsDeletedBehindTheValidatorsIsNoParent(Product product) {
        AtomicReference<UUID> parent = new AtomicReference<>();
        Pipeline pipeline =
                late(SaveOperation.CREATE, event -> event.via(Items.class).delete("late", parent.get()));
        try (Site site = start(product, builder -> builder.pipeline(pipeline))) {
            parent.set(site.create("Folder", "F").id());

            List<Violation> wrong = Site.violations(() -> site.createBelow(parent.get(), "Page", "P"));

            assertThat(wrong).extracting(Violation::code).containsExactly(ProblemCode.WRONG_PLACE);
            assertThat(site.items().count(ItemQuery.all())).isEqualTo(1);
            assertSound(site);
        }
    }

    @OnEveryDatabase
    void aTargetThatIsPurgedBehindTheValidatorsIsNoTarget(Product product) {
        AtomicReference<Item> target = new AtomicReference<>();
        Pipeline pipeline = late(SaveOperation.UPDATE, event -> {
            event.via(Items.class).delete("late", target.get().id());
            event.via(Items.class).purge("late", target.get().id());
        });
        try (Site site = start(product, builder -> builder.pipeline(pipeline))) {
            Item home = site.create("Folder", "F");
            target.set(site.create("Folder", "T"));
            Item page = site.createBelow(home.id(), "Page", "P");

            List<Violation> wrong = Site.violations(() -> site.items()
                    .save(
                            "Ada",
                            page.with("next", new ContentReference(target.get().id()))));

            assertThat(wrong).extracting(Violation::code).containsExactly(ProblemCode.WRONG_TARGET);
            assertThat(site.items().get(target.get().id())).isEqualTo(target.get());
        }
    }

    @OnEveryDatabase
    void whatIsDoneWhileSomebodyIsAskedIsValidatedToo(Product product) {
        AtomicReference<UUID> parent = new AtomicReference<>();
        AtomicReference<SavingEvent> kept = new AtomicReference<>();
        Listener handler = Listener.of("keeps", Serves.stores("main").types("Page"))
                .onSaving(event -> {
                    kept.set(event);
                    event.report(FindingSeverity.CRITICAL, "think twice");
                });
        try (Site site = start(product, builder -> builder.saveHandler(handler))) {
            parent.set(site.create("Folder", "F").id());
            SaveOptions deleting = SaveOptions.standard().asking(question -> {
                site.items().delete("asked", parent.get());
                return true;
            });
            SaveOptions setting = SaveOptions.standard().asking(question -> {
                kept.get().set("title", "far too long");
                return true;
            });
            NewItem page = NewItem.of("Page", "P").below(parent.get());

            assertThat(Site.violations(() -> site.items().with(deleting).create("Ada", page)))
                    .extracting(Violation::code)
                    .containsExactly(ProblemCode.WRONG_PLACE);
            assertThat(Site.violations(() -> site.items().with(setting).create("Ada", page)))
                    .extracting(Violation::code)
                    .containsExactly(ProblemCode.RULE_BROKEN);
            assertThat(site.items().count(ItemQuery.all())).isEqualTo(1);
        }
    }

    @OnEveryDatabase
    void aValueThatIsSetAndTakenBackIsNotWritten(Product product) {
        Listener sets = Listener.of("sets", Serves.stores("main").operations(SaveOperation.RENAME, SaveOperation.MOVE))
                .onSaving(event -> event.set("title", "set"));
        Pipeline pipeline = Pipeline.standard().insertAfter("validate", new Step("late", event -> {
            if (event.operation() == SaveOperation.RENAME || event.operation() == SaveOperation.MOVE) {
                event.set("title", event.before().get("title").orElse(null));
            }
        }));
        try (Site site = start(product, builder -> builder.pipeline(pipeline).saveHandler(sets))) {
            Item home = site.create("Folder", "F");
            Item other = site.create("Folder", "G");
            Item page = site.items()
                    .create("Ada", NewItem.of("Page", "P").below(home.id()).with("title", "mine"));

            site.items().rename("Ada", page.id(), "Q");
            assertThat(site.items().get(page.id()).get("title")).contains("mine");
            site.items().move("Ada", page.id(), other.id());

            assertThat(site.items().get(page.id()).get("title")).contains("mine");
            assertThat(site.items().get(page.id()).parent()).isEqualTo(other.id());
            assertSound(site);
        }
    }

    @OnEveryDatabase
    void aValidatorThatSavesLooksOnceMoreAndOneThatNeverRestsIsRefused(Product product) {
        AtomicReference<Items> items = new AtomicReference<>();
        List<String> seen = new ArrayList<>();
        AtomicReference<Integer> most = new AtomicReference<>(1);
        SaveValidator saves = validator("saves", Serves.stores("main").types("Page"), (item, findings) -> {
            seen.add(item.subject().name());
            if (seen.size() <= most.get()) {
                items.get().create("validator", NewItem.of("Folder", "G" + seen.size()));
            }
        });
        try (Site site = start(product, builder -> builder.saveValidator(saves))) {
            items.set(site.items());
            UUID home = site.create("Folder", "F").id();

            site.createBelow(home, "Page", "P");
            assertThat(seen).containsExactly("P", "P");

            most.set(Integer.MAX_VALUE);
            Problem refused = refusal(() -> site.createBelow(home, "Page", "Q"));
            assertThat(refused.code()).isEqualTo(ProblemCode.SAVES_TOO_DEEP);
            assertThat(refused.message()).contains("\"Q\"").contains("looked at 16 times");
            assertThat(refused.fix()).contains("validator").doesNotContain("limit");
            assertThat(site.items().count(ItemQuery.all())).isEqualTo(3);
        }
    }

    @OnEveryDatabase
    void howDeepSavesMayGoIsNotHowOftenValidatorsLook(Product product) {
        Pipeline pipeline = late(SaveOperation.CREATE, event -> event.set("title", "late"));
        try (Site site = start(product, builder -> builder.deepestSaves(1).pipeline(pipeline))) {
            UUID home = site.create("Folder", "F").id();

            assertThat(site.createBelow(home, "Page", "P").get("title")).contains("late");
        }
    }
}
