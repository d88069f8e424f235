package dev.synchronizer.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.synchronizer.SynchronizerBuilder;
import dev.synchronizer.content.Item;
import dev.synchronizer.content.ItemQuery;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.saving.SaveOperation;
import dev.synchronizer.saving.Serves;
import dev.synchronizer.store.SaveFailure;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.io.TempDir;

/** Which handlers are told of what other nodes save, and what they may do about it. */
class G4WhoIsToldTest {
    @TempDir
    Path folder;

    private final Hearer hearer = Hearer.ofItems();

    private Path models() {
        return ListeningNodes.models(folder);
    }

    private Site listening(Site site, Consumer<SynchronizerBuilder> configuration) {
        return ListeningNodes.another(site, configuration, models());
    }

    private Site listening(Site site) {
        return listening(site, builder -> builder.saveHandler(hearer));
    }

    @OnEveryDatabase
    void onlyThoseAreToldWhoServeSuchSaves(Product product) {
        Hearer topics = new Hearer("topics", Serves.stores("main").types("Topic"));
        Hearer deletions = new Hearer("deletions", Serves.stores("main").operations(SaveOperation.DELETE));
        Hearer archive = new Hearer("archive", Serves.stores("archive", "main"));
        try (Site site = Site.start(product, models());
                Site node =
                        listening(site, builder -> builder.saveHandler(topics).saveHandler(deletions));
                Site other =
                        listening(site, builder -> builder.storeName("archive").saveHandler(archive))) {
            site.items().delete("Ada", site.create("Article", "A").id());
            site.create("Topic", "T");

            node.synchronizer().catchUp();
            other.synchronizer().catchUp();

            assertThat(topics.heard()).containsExactly("CREATE T [] 1");
            assertThat(deletions.heard()).containsExactly("DELETE A [] 1");
            assertThat(archive.heard()).isEmpty();
        }
    }

    @OnEveryDatabase
    void whoIsToldCannotSave(Product product) {
        AtomicReference<ProblemsException> refusal = new AtomicReference<>();
        try (Site site = Site.start(product, models());
                Site node = listening(site)) {
            hearer.onRemote(event -> {
                assertThat(node.items().count(ItemQuery.all())).isEqualTo(1);
                refusal.set(catchThrowableOfType(ProblemsException.class, () -> node.create("Article", "B")));
            });
            site.create("Article", "A");

            node.synchronizer().catchUp();

            assertThat(refusal.get().problems().asList()).singleElement().satisfies(problem -> {
                assertThat(problem.code()).isEqualTo(ProblemCode.SAVE_IN_REMOTE);
                assertThat(problem.subject()).isEqualTo("cache");
            });
            assertThat(node.create("Article", "Later").revision()).isEqualTo(1);
        }
    }

    @OnEveryDatabase
    void whoFailsIsRecordedAndTheNextOneIsCalled(Product product) {
        Hearer broken = new Hearer("broken", Serves.stores("main")).onRemote(event -> {
            throw new IllegalStateException("the cache is away");
        });
        try (Site site = Site.start(product, models());
                Site node =
                        listening(site, builder -> builder.saveHandler(broken).saveHandler(hearer))) {
            Item item = site.create("Article", "A");
            site.create("Article", "B");

            node.synchronizer().catchUp();

            assertThat(hearer.heard()).containsExactly("CREATE A [] 1", "CREATE B [] 1");
            assertThat(node.synchronizer().saveFailures(10))
                    .extracting(SaveFailure::handler, SaveFailure::name, SaveFailure::message)
                    .containsExactly(
                            tuple("broken", "B", "the cache is away"), tuple("broken", "A", "the cache is away"));
            assertThat(node.synchronizer().saveFailures(10).get(1).key())
                    .isEqualTo(item.id().toString());
        }
    }

    @OnEveryDatabase
    void inAUnitOfWorkNobodyCatchesUp(Product product) {
        AtomicReference<Site> own = new AtomicReference<>();
        Listener handler =
                Listener.of("eager").onSaved(event -> own.get().synchronizer().catchUp());
        try (Site site = Site.start(product, builder -> builder.saveHandler(handler), models())) {
            own.set(site);

            assertThatThrownBy(() -> site.create("Article", "A")).isInstanceOf(IllegalStateException.class);
        }
    }
}
