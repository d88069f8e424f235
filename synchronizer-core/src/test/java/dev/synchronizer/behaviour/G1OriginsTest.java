package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Ruled.rule;
import static dev.synchronizer.behaviour.Ruled.save;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synchronizer.content.Item;
import dev.synchronizer.content.ItemQuery;
import dev.synchronizer.content.Items;
import dev.synchronizer.content.NewItem;
import dev.synchronizer.problem.FindingSeverity;
import dev.synchronizer.saving.Finding;
import dev.synchronizer.saving.SaveEvent;
import dev.synchronizer.saving.SaveOperation;
import dev.synchronizer.saving.SaveOptions;
import dev.synchronizer.saving.SaveOrigin;
import dev.synchronizer.saving.SaveValidator;
import dev.synchronizer.saving.Serves;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.io.TempDir;

/** Where a save comes from is told to those who look at it; what holds for it does not hang on that. */
class G1OriginsTest {
    @TempDir
    Path folder;

    private static Item other(Items items) {
        return items.list(ItemQuery.all()).stream()
                .filter(item -> item.name().equals("Other"))
                .findFirst()
                .orElseThrow();
    }

    /** A handler is called once for an item in a unit: for what a rule sets behind a creation, this is the first time. */
    private static Serves updates() {
        return Serves.stores("main").operations(SaveOperation.UPDATE);
    }

    /** Saves another item when a rule has set something. */
    private static void saveOther(SaveEvent event) {
        if (event.origin() == SaveOrigin.RULE) {
            Items items = event.via(Items.class);
            items.save("handler", other(items).with("teaser", "seen"));
        }
    }

    @OnEveryDatabase
    void whatAHandlerSavesForASaveOfARuleIsSubjectToRulesToo(Product product) {
        List<SaveOrigin> origins = new ArrayList<>();
        Listener handler = Listener.of("handler", updates())
                .onSaving(event -> origins.add(event.origin()))
                .onSaved(G1OriginsTest::saveOther);
        try (Site site = Site.start(product, builder -> builder.saveHandler(handler), Ruled.models(folder))) {
            UUID other = site.create("Article", "Other").id();
            save(
                    site,
                    rule("found", "name == 'Other'", "report ERROR it is another one"),
                    rule("counts", "name == 'Other' && item.teaser == 'seen'", "set views=7"),
                    rule("sets", "name == 'A' && op == 'CREATE'", "set teaser=by rule"));
            site.items().save("Ada", site.items().get(other).with("title", "x"));
            assertThat(findings(site, other)).containsExactly("it is another one");
            origins.clear();

            site.create("Article", "A");

            assertThat(site.items().get(other).get("views")).contains(7);
            assertThat(findings(site, other)).containsExactly("it is another one");
            assertThat(origins).startsWith(SaveOrigin.RULE, SaveOrigin.RULE);
        }
    }

    private static List<String> findings(Site site, UUID item) {
        return site.items().validation().kept(item).stream()
                .map(Finding::message)
                .toList();
    }

    @OnEveryDatabase
    void whatAHandlerSavesForASaveOfARuleIsValidated(Product product) {
        SaveValidator strict = Validated.validator(
                "strict",
                Serves.stores("main"),
                (item, findings) -> item.after()
                        .get("teaser")
                        .filter("seen"::equals)
                        .ifPresent(seen -> findings.report(FindingSeverity.FATAL, "it is seen")));
        Listener handler = Listener.of("handler", updates()).onSaved(G1OriginsTest::saveOther);
        try (Site site = Site.start(
                product, builder -> builder.saveHandler(handler).saveValidator(strict), Ruled.models(folder))) {
            site.create("Article", "Other");
            save(site, rule("sets", "name == 'A' && op == 'CREATE'", "set title=x"));

            assertThat(Site.violations(() -> site.create("Article", "A"))).hasSize(1);
            assertThat(site.items().count(ItemQuery.all())).isEqualTo(1);
        }
    }

    @OnEveryDatabase
    void whatARuleSetsBringsAboutNoRulesAgain(Product product) {
        try (Site site = Site.start(product, Ruled.models(folder))) {
            save(site, rule("grows", "", "append teaser=x"));

            Item item = site.create("Article", "A");

            assertThat(item.get("teaser")).contains("x");
            assertThat(item.revision()).isEqualTo(2);
        }
    }

    @OnEveryDatabase
    void originsOfTheLibraryCannotBeTakenByAnybodyElse(Product product) {
        try (Site site = Site.start(product, Ruled.models(folder))) {
            for (SaveOrigin origin : List.of(SaveOrigin.MODEL_SYNC, SaveOrigin.MIGRATION, SaveOrigin.RULE)) {
                SaveOptions options = SaveOptions.standard().from(origin);
                List<ThrowingCallable> doors = List.of(
                        () -> site.items().with(options),
                        () -> site.transfer().with(options),
                        () -> site.synchronizer().overrides().with(options),
                        () -> site.synchronizer().definitions().with(options),
                        () -> site.synchronizer().rules().with(options));
                assertThat(doors)
                        .allSatisfy(
                                door -> assertThatThrownBy(door)
                                        .isInstanceOf(IllegalArgumentException.class)
                                        .hasMessage(
                                                "what is saved from here is not of the origin " + origin
                                                        + ", which is the synchronizer's own; say one of API, UI, IMPORT, STAGING, CONNECTOR"));
            }
            for (SaveOrigin origin : List.of(SaveOrigin.UI, SaveOrigin.STAGING, SaveOrigin.CONNECTOR)) {
                site.items().with(SaveOptions.standard().from(origin)).create("Ada", NewItem.of("Page", "P"));
            }
            assertThat(site.items().count(ItemQuery.all())).isEqualTo(3);
        }
    }

    @OnEveryDatabase
    void aHandlerMaySaveOtherwiseWhatItSavesForARule(Product product) {
        Listener quiet = Listener.of("quiet", Serves.stores("main").types("Page"));
        Listener handler = Listener.of("handler", updates()).onSaved(event -> {
            if (event.origin() == SaveOrigin.RULE) {
                Items items = event.via(Items.class);
                items.with(items.options().suppress("quiet")).create("handler", NewItem.of("Page", "P"));
            }
        });
        try (Site site =
                Site.start(product, builder -> builder.saveHandler(handler).saveHandler(quiet), Ruled.models(folder))) {
            save(site, rule("sets", "op == 'CREATE'", "set title=x"));

            site.create("Article", "A");

            assertThat(site.items().count(ItemQuery.ofTypes("Page"))).isEqualTo(1);
            assertThat(quiet.calls()).isEmpty();
        }
    }
}
