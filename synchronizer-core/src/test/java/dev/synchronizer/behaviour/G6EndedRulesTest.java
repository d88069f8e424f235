package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Ruled.article;
import static dev.synchronizer.behaviour.Ruled.rule;
import static dev.synchronizer.behaviour.Ruled.save;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.content.Item;
import dev.synchronizer.content.NewItem;
import dev.synchronizer.model.Address;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.saving.Finding;
import dev.synchronizer.saving.Serves;
import dev.synchronizer.saving.SubjectKind;
import dev.synchronizer.settings.NewSettings;
import dev.synchronizer.settings.Rules;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.io.TempDir;

/** What ended rules have found is taken away behind all else, be it that somebody saves one of the items meanwhile (G6). */
class G6EndedRulesTest {
    private static final int LONGER_THAN_DATABASES_WAIT = 3_000;

    @TempDir
    Path folder;

    private final CountDownLatch saving = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);

    /** Keeps the item locked that it saves, until it may go on. */
    private final Listener slow = Listener.of("slow", Serves.stores("main").types("Article"))
            .onSaved(event -> {
                saving.countDown();
                await(goOn);
            });

    @OnEveryDatabase
    void itIsTakenFromAllOthersBeforeSomebodyIsWaitedFor(Product product) throws ExecutionException {
        try (Site site = Site.start(product, Ruled.models(folder));
                Site other = site.another(builder -> builder.saveHandler(slow), Ruled.models(folder))) {
            save(site, rule("dull", "", "report ERROR dull"));
            Item held = article(site, "held");
            Item free = article(site, "free");
            try (Rival editor = saver(other, held);
                    Rival disabler =
                            Rival.doing(() -> site.synchronizer().rules().disable("Grace", "dull"))) {
                editor.isNotHeldUp();
                disabler.goesAhead();

                until(() -> kept(site, free).isEmpty());
                letDatabasesLoseTheirPatience();
                assertThat(kept(site, held)).containsExactly("dull");
                assertThat(site.synchronizer().rules().get("dull").known().enabled())
                        .isFalse();
                assertThat(disabler.isHalfway()).as("it is through").isFalse();

                goOn.countDown();
                editor.ends();
                disabler.ends();
            }
            assertThat(kept(site, held)).isEmpty();
            assertThat(site.synchronizer().saveFailures(5)).isEmpty();
        }
    }

    /** The node would serve what it had before, and its handlers would not be told. */
    @OnEveryDatabase
    void whatIsCommittedWithItIsServedAndToldBeforeSomebodyIsWaitedFor(Product product) throws ExecutionException {
        CountDownLatch told = new CountDownLatch(1);
        Listener switching = Listener.of("switching", Serves.stores("main").kinds(SubjectKind.OVERRIDES))
                .onSaved(event -> event.via(Rules.class).disable("switching", "dull"))
                .onAfterCommit(event -> told.countDown());
        try (Site site = Site.start(product, builder -> builder.saveHandler(switching), Ruled.models(folder));
                Site other = site.another(builder -> builder.saveHandler(slow), Ruled.models(folder))) {
            save(site, rule("dull", "", "report ERROR dull"));
            Item held = article(site, "held");
            try (Rival editor = saver(other, held);
                    Rival administrator = Rival.doing(() -> site.synchronizer()
                            .overrides()
                            .set(
                                    "Grace",
                                    Address.parse("Page"),
                                    NewSettings.none().with("order", 3)))) {
                editor.isNotHeldUp();
                administrator.goesAhead();

                await(told);
                assertThat(site.synchronizer().catalog().type("Page"))
                        .get()
                        .extracting(
                                type -> type.settings().number(SettingKey.ORDER).intValue())
                        .isEqualTo(3);
                assertThat(administrator.isHalfway()).as("he is through").isFalse();

                goOn.countDown();
                editor.ends();
                administrator.ends();
            }
            assertThat(kept(site, held)).isEmpty();
        }
    }

    @OnEveryDatabase
    void whatARuleFindsThatIsSwitchedOnAgainMeanwhileStays(Product product) throws ExecutionException {
        try (Site site = Site.start(product, Ruled.models(folder));
                Site other = site.another(builder -> builder.saveHandler(slow), Ruled.models(folder))) {
            save(site, Ruled.of(rule("dull", "", "report ERROR dull"), "main"));
            Item held = article(site, "held");
            Item free = site.items().create("Ada", NewItem.of("Page", "free").with("title", "a"));
            try (Rival editor = saver(other, held);
                    Rival disabler =
                            Rival.doing(() -> site.synchronizer().rules().disable("Grace", "dull"))) {
                editor.isNotHeldUp();
                disabler.goesAhead();

                assertThat(disabler.isHalfway()).as("it is through").isFalse();
                site.synchronizer().rules().enable("Grace", "dull");
                site.items().save("Ada", free.with("title", "other"));

                goOn.countDown();
                editor.ends();
                disabler.ends();
            }
            assertThat(kept(site, free)).containsExactly("dull");
        }
    }

    /** He takes away what the rule has found in his own item, and waits for nobody else's. */
    @OnEveryDatabase
    void whoSavesAnItemMeanwhileWaitsForNobody(Product product) throws ExecutionException {
        AtomicReference<Runnable> whileSaving = new AtomicReference<>(() -> {});
        Listener edits = Listener.of("edits", Serves.stores("main").types("Page"))
                .onSaved(event -> whileSaving.get().run());
        try (Site site = Site.start(product, Ruled.models(folder));
                Site other = site.another(builder -> builder.saveHandler(slow), Ruled.models(folder));
                Site third = site.another(builder -> builder.saveHandler(edits), Ruled.models(folder))) {
            save(site, Ruled.of(rule("dull", "", "report ERROR dull"), "main"));
            Item held = article(site, "held");
            Item mine = site.items().create("Ada", NewItem.of("Page", "mine").with("title", "a"));
            try (Rival editor = saver(other, held);
                    Rival disabler =
                            Rival.doing(() -> site.synchronizer().rules().disable("Grace", "dull"));
                    Rival saver = Rival.doing(() -> third.items().save("Bob", mine.with("title", "b")))) {
                whileSaving.set(() -> {
                    disabler.goesAhead();
                    until(() -> !site.synchronizer().rules().get("dull").known().enabled());
                });
                editor.isNotHeldUp();
                saver.isNotHeldUp();
                assertThat(kept(site, mine)).isEmpty();
                assertThat(kept(site, held)).containsExactly("dull");

                goOn.countDown();
                editor.ends();
                disabler.ends();
                saver.ends();
            }
            assertThat(kept(site, held)).isEmpty();
        }
    }

    private Rival saver(Site site, Item item) {
        return Rival.doing(saving, () -> site.items().rename("Ada", item.id(), "renamed"));
    }

    private static List<String> kept(Site site, Item item) {
        return site.items().validation().kept(item.id()).stream()
                .map(Finding::validator)
                .toList();
    }

    private static void until(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            Thread.onSpinWait();
        }
    }

    private void letDatabasesLoseTheirPatience() {
        try {
            assertThat(goOn.await(LONGER_THAN_DATABASES_WAIT, TimeUnit.MILLISECONDS))
                    .isFalse();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).as("in time").isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
