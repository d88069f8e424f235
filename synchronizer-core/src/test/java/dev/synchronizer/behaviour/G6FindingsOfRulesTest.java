package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Ruled.article;
import static dev.synchronizer.behaviour.Ruled.rule;
import static dev.synchronizer.behaviour.Ruled.save;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synchronizer.content.Item;
import dev.synchronizer.problem.FindingSeverity;
import dev.synchronizer.reapplication.RuleRunOptions;
import dev.synchronizer.reapplication.RuleSelection;
import dev.synchronizer.saving.Finding;
import dev.synchronizer.saving.Serves;
import dev.synchronizer.settings.Rules;
import dev.synchronizer.settings.SavedRule;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.io.TempDir;

/** What rules find is kept with items for as long as there is such a rule at work (G6). */
class G6FindingsOfRulesTest {
    @TempDir
    Path folder;

    @OnEveryDatabase
    void removingOrDisablingARuleTakesAwayWhatItAloneHasFound(Product product) {
        try (Site site = Site.start(
                product, builder -> builder.severity("maxLength", FindingSeverity.ERROR), Ruled.models(folder))) {
            save(site, rule("dull", "", "report ERROR dull"), rule("flat", "", "report ERROR flat"));
            Item one = article(site, "longer than ten");
            Item two = article(site, "x");
            assertThat(kept(site, one)).containsExactlyInAnyOrder("maxLength", "dull", "flat");

            site.synchronizer().rules().disable("Grace", "dull");
            assertThat(kept(site, one)).containsExactlyInAnyOrder("maxLength", "flat");
            assertThat(kept(site, two)).containsExactly("flat");

            site.synchronizer().rules().remove("Grace", "flat");
            assertThat(kept(site, one)).containsExactly("maxLength");
            assertThat(kept(site, two)).isEmpty();
            assertThat(site.items().validation().eachKept((item, findings) -> {}))
                    .isEqualTo(1);
            assertThat(site.items().save("Ada", one.with("title", "short")).revision())
                    .isEqualTo(2);
            assertThat(kept(site, one)).isEmpty();
        }
    }

    @OnEveryDatabase
    void whatStandsInAUnitThatFailsIsTakenBack(Product product) {
        Listener handler = Listener.of("h").onSaved(event -> {
            event.via(Rules.class).remove("handler", "dull");
            throw new IllegalStateException("no");
        });
        try (Site site = Site.start(product, Ruled.models(folder));
                Site other = site.another(builder -> builder.saveHandler(handler), Ruled.models(folder))) {
            save(site, rule("dull", "", "report ERROR dull"));
            Item item = article(site, "x");
            assertThatThrownBy(() -> other.create("Page", "P")).hasMessage("no");
            assertThat(kept(site, item)).containsExactly("dull");
        }
    }

    /** A rule is removed while a save has it look, and while it is applied. */
    @OnEveryDatabase
    void whatIsFoundMeanwhileGoesToo(Product product) throws ExecutionException {
        AtomicReference<Runnable> whileSaving = new AtomicReference<>(() -> {});
        Listener handler = Listener.of("h").onSaved(event -> whileSaving.get().run());
        try (Site site = Site.start(product, builder -> builder.saveHandler(handler), Ruled.models(folder));
                Site other = site.another(Ruled.models(folder))) {
            Item stored = article(site, "x");
            save(site, rule("dull", "", "report ERROR dull", "set title=y"));
            save(site, rule("flat", "", "report ERROR flat"));

            try (Rival remover = Rival.doing(() -> other.synchronizer().rules().remove("Grace", "dull"))) {
                whileSaving.set(remover::isNotHeldUp);
                site.synchronizer().ruleRuns().apply("Bob", RuleSelection.all(), RuleRunOptions.standard());
                remover.ends();
            }
            assertThat(kept(site, stored)).containsExactly("flat");

            try (Rival disabler = Rival.doing(() -> other.synchronizer().rules().disable("Grace", "flat"))) {
                whileSaving.set(disabler::isNotHeldUp);
                Item saved = article(site, "z");
                disabler.ends();
                assertThat(kept(site, saved)).isEmpty();
            }
            assertThat(kept(site, stored)).isEmpty();
        }
    }

    /** Switching a rule off is what helps in need: it waits for no save, and has nobody wait. */
    @OnEveryDatabase
    void aRuleIsSwitchedOffWhileASaveIsUnderWayAndOthersAreSaved(Product product) throws ExecutionException {
        AtomicReference<Runnable> whileSaving = new AtomicReference<>(() -> {});
        Listener handler = Listener.of("h", Serves.stores("main").types("Article"))
                .onSaved(event -> whileSaving.get().run());
        try (Site site = Site.start(product, builder -> builder.saveHandler(handler), Ruled.models(folder));
                Site second = site.another(Ruled.models(folder));
                Site third = site.another(Ruled.models(folder));
                Rival disabler = Rival.doing(() -> second.synchronizer().rules().disable("Grace", "dull"));
                Rival editor = Rival.doing(() -> third.create("Page", "P"));
                Rival remover = Rival.doing(() -> second.synchronizer().rules().remove("Grace", "dull"))) {
            save(site, Ruled.of(rule("dull", "", "report ERROR dull"), "main"));
            whileSaving.set(() -> {
                disabler.isNotHeldUp();
                editor.isNotHeldUp();
                remover.isNotHeldUp();
                assertThat(site.synchronizer().rules().list()).isEmpty();
            });

            Item saved = article(site, "x");
            disabler.ends();
            editor.ends();
            remover.ends();

            assertThat(kept(site, saved)).isEmpty();
            assertThat(Rows.counted(site.database())).containsEntry("ct_finding", 0L);
        }
    }

    /** As where a node dies before it takes away what the rule has found. */
    @OnEveryDatabase
    void whatWasLeftBehindGoesWhereARuleIsSwitchedOffOnceMore(Product product) {
        try (Site site = Site.start(product, Ruled.models(folder))) {
            save(site, rule("dull", "", "report ERROR dull"), rule("flat", "", "report ERROR flat"));
            Item item = article(site, "x");
            Rows.execute(site.database(), "update ct_rule set enabled = false where name = 'dull'");
            assertThat(kept(site, item)).containsExactlyInAnyOrder("dull", "flat");

            SavedRule again = site.synchronizer().rules().disable("Grace", "dull");

            assertThat(again.changeNumber())
                    .as("nothing is written of the rule")
                    .isZero();
            assertThat(kept(site, item)).containsExactly("flat");
        }
    }

    @OnEveryDatabase
    void aRuleStaysSwitchedOffWhereWhatItHasFoundCannotBeTakenAway(Product product) {
        try (Site site = Site.start(product, Ruled.models(folder))) {
            save(site, rule("dull", "", "report ERROR dull"));
            Item item = article(site, "x");
            Rows.execute(site.database(), "alter table ct_finding rename to ct_elsewhere");

            site.synchronizer().rules().disable("Grace", "dull");

            Rows.execute(site.database(), "alter table ct_elsewhere rename to ct_finding");
            assertThat(site.synchronizer().rules().get("dull").known().enabled())
                    .isFalse();
            assertThat(kept(site, item)).containsExactly("dull");
            assertThat(site.synchronizer().saveFailures(5)).singleElement().satisfies(failure -> {
                assertThat(failure.kind()).isEqualTo("RULES");
                assertThat(failure.handler()).isEqualTo("dull");
                assertThat(failure.message()).contains("could not be taken away", "disabled or removed once more");
            });

            site.synchronizer().rules().disable("Grace", "dull");
            assertThat(kept(site, item)).isEmpty();
        }
    }

    private static List<String> kept(Site site, Item item) {
        return site.items().validation().kept(item.id()).stream()
                .map(Finding::validator)
                .toList();
    }
}
