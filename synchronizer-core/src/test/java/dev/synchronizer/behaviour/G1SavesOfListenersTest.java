package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.NestedBatches.assertSound;
import static dev.synchronizer.behaviour.NestedBatches.below;
import static dev.synchronizer.behaviour.NestedBatches.named;
import static dev.synchronizer.behaviour.NestedBatches.page;
import static dev.synchronizer.behaviour.NestedBatches.refusal;
import static dev.synchronizer.behaviour.NestedBatches.titled;
import static dev.synchronizer.behaviour.Sources.property;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.SynchronizerBuilder;
import dev.synchronizer.content.Item;
import dev.synchronizer.content.ItemQuery;
import dev.synchronizer.content.Items;
import dev.synchronizer.content.NewItem;
import dev.synchronizer.problem.FindingSeverity;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.saving.FindingListener;
import dev.synchronizer.saving.SaveOperation;
import dev.synchronizer.saving.SaveOptions;
import dev.synchronizer.saving.Serves;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.io.TempDir;

/** What is saved by those who are told of findings, or asked about them, belongs to the save as what handlers save does. */
class G1SavesOfListenersTest {
    private static final SaveOptions PLAIN = SaveOptions.standard();

    @TempDir
    Path folder;

    private Site start(Product product, Consumer<SynchronizerBuilder> configuration) {
        return Site.start(
                product,
                configuration,
                Site.jar(
                        folder,
                        "1.0",
                        "@ContentType public class Article {@Size(max = 5) " + property("String", "title")
                                + property("String", "teaser") + "}"));
    }

    private static NewItem tooLong() {
        return NewItem.of("Article", "A").with("title", "too long");
    }

    @OnEveryDatabase
    void whoIsToldMaySaveTheItemOnceMore(Product product) {
        try (Site site = start(product, builder -> builder.severity("maxLength", FindingSeverity.WARNING))) {
            Items items = site.items().with(PLAIN.telling((subject, finding) -> {
                Item written = named(site, "A");
                site.items().save("listener", written.with("teaser", finding.validator()));
            }));

            Item saved = items.create("Ada", tooLong());

            assertThat(saved.get("teaser")).contains("maxLength");
            assertThat(saved.revision()).isEqualTo(2);
            assertThat(site.items().get(saved.id())).isEqualTo(saved);
        }
    }

    @OnEveryDatabase
    void whoIsToldAndSavesWithoutAnEndIsRefused(Product product) {
        try (Site site = start(product, builder -> builder.severity("maxLength", FindingSeverity.WARNING))) {
            AtomicReference<FindingListener> itself = new AtomicReference<>();
            itself.set((subject, finding) ->
                    site.items().with(PLAIN.telling(itself.get())).create("listener", tooLong()));

            assertThat(refusal(() -> site.items()
                                    .with(PLAIN.telling(itself.get()))
                                    .create("Ada", tooLong()))
                            .code())
                    .isEqualTo(ProblemCode.SAVES_TOO_DEEP);
            assertThat(site.items().count(ItemQuery.all())).isZero();
        }
    }

    @OnEveryDatabase
    void whatIsSavedOfAnItemBeforeItsTurnStays(Product product) {
        Listener handler = Listener.of("reports", Serves.stores("main").operations(SaveOperation.DELETE))
                .onSaving(event -> {
                    event.report(FindingSeverity.WARNING, "it goes");
                    event.via(Items.class).count(ItemQuery.all());
                });
        List<String> told = new ArrayList<>();
        try (Site site = NestedBatches.start(product, folder, handler)) {
            Item a = page(site, "A");
            below(a, site, "B");
            below(a, site, "C");
            Item d = below(a, site, "D");

            site.items()
                    .with(PLAIN.telling((subject, finding) -> {
                        told.add(subject.name());
                        if (subject.name().equals("B")) {
                            titled(site.items(), d.id(), "told");
                        }
                    }))
                    .delete("Ada", a.id());

            assertThat(told).containsExactlyInAnyOrder("A", "B", "C", "D");
            assertThat(named(site, "D").get("title")).contains("told");
            assertThat(named(site, "D").revision()).isEqualTo(2);
            assertThat(site.items().count(ItemQuery.all())).isZero();
            assertSound(site);
        }
    }

    @OnEveryDatabase
    void whatIsSavedOfTheItemThatIsAskedAboutIsPartOfItsSave(Product product) {
        try (Site site = start(product, builder -> builder.severity("maxLength", FindingSeverity.CRITICAL))) {
            Item item = site.create("Article", "A");
            List<String> questions = new ArrayList<>();
            Items items = site.items().with(PLAIN.asking(question -> {
                questions.add(question);
                site.items().rename("listener", item.id(), "Renamed");
                return true;
            }));

            Item saved = items.save("Ada", item.with("title", "too long"));

            assertThat(saved.name()).isEqualTo("Renamed");
            assertThat(saved.get("title")).contains("too long");
            assertThat(saved.revision()).isEqualTo(2);
            assertThat(site.items().get(item.id())).isEqualTo(saved);
            assertThat(questions).as("what was confirmed is not asked again").hasSize(1);
        }
    }
}
