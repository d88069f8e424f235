package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Mending.NOTES;
import static dev.synchronizer.behaviour.Mending.create;
import static dev.synchronizer.behaviour.Validated.validator;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synchronizer.content.FixedItem;
import dev.synchronizer.content.Item;
import dev.synchronizer.content.ItemQuery;
import dev.synchronizer.content.Items;
import dev.synchronizer.content.NewItem;
import dev.synchronizer.content.Violation;
import dev.synchronizer.saving.SaveOperation;
import dev.synchronizer.saving.SaveValidator;
import dev.synchronizer.saving.Serves;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.io.TempDir;

/** What is said to be mended is so, and mending a second time changes nothing and says the same of the rest (G3). */
class G3FixesThatDoNotLastTest {
    @TempDir
    Path folder;

    private static Listener updates(String name) {
        return Listener.of(name, NOTES.operations(SaveOperation.UPDATE));
    }

    /** What became of items, such as {@code N/2: title-strips title  a  -> a | CT822 text text-strips}. */
    private static List<String> fix(Items items) {
        return Mending.fix(items).stream().map(G3FixesThatDoNotLastTest::line).toList();
    }

    private static String line(FixedItem item) {
        List<String> fixed = item.fixed().stream()
                .map(each -> each.validator() + " " + each.change().place() + " "
                        + each.change().before().orElse("") + " -> "
                        + each.change().after().orElse(""))
                .toList();
        return item.item().name() + "/" + item.item().revision() + ": " + String.join("; ", fixed) + "|"
                + String.join("; ", wrong(item));
    }

    private static List<String> wrong(FixedItem item) {
        return item.violations().stream()
                .map(wrong -> wrong.code().id() + " " + wrong.property() + " " + wrong.rule())
                .toList();
    }

    private static List<String> messages(Items items) {
        List<String> told = new ArrayList<>();
        items.validation()
                .fix(
                        "Fixer",
                        ItemQuery.all(),
                        item -> item.violations().stream()
                                .map(Violation::message)
                                .forEach(told::add),
                        looked -> {});
        return told;
    }

    @OnEveryDatabase
    void whatLastsStaysAndWhatDoesNotIsListedEachTimeWithWhoOfferedIt(Product product) {
        Listener keeps = updates("keeps").onSaving(event -> event.set("text", " b "));
        try (Validated site = Mending.start(product, folder, builder -> builder.saveHandler(keeps))) {
            Item item = create(site, " a ", " b ");

            assertThat(fix(site.items())).containsExactly("N/2: title-strips title  a  -> a|CT822 text text-strips");
            for (int run = 2; run <= 3; run++) {
                assertThat(fix(site.items())).containsExactly("N/2: |CT822 text text-strips");
            }
            assertThat(messages(site.items())).singleElement().asString().contains("does not last");
            assertThat(site.items().get(item.id()).get("title")).contains("a");
        }
    }

    @OnEveryDatabase
    void whatBecomesSomethingElseThatIsWrongAgainIsTakenBack(Product product) {
        Listener adds = updates("adds")
                .onSaving(event -> event.set(
                        "text", event.before().get("text", "").orElse("").toString() + " "));
        try (Validated site = Mending.start(product, folder, builder -> builder.saveHandler(adds))) {
            Item item = create(site, "a", " b");

            for (int run = 1; run <= 2; run++) {
                assertThat(fix(site.items())).containsExactly("N/1: |CT822 text text-strips");
                assertThat(site.items().get(item.id())).isEqualTo(item);
            }
        }
    }

    @OnEveryDatabase
    void whatBecomesSomethingElseThatIsFineIsMended(Product product) {
        Listener doubles = updates("doubles").onSaving(event -> event.set("text", "b b"));
        try (Validated site = Mending.start(product, folder, builder -> builder.saveHandler(doubles))) {
            create(site, "a", " b");

            assertThat(fix(site.items())).containsExactly("N/2: text-strips text  b -> b b|");
            assertThat(fix(site.items())).isEmpty();
        }
    }

    @OnEveryDatabase
    void whatMendingBringsAboutIsMendedToo(Product product) {
        try (Validated site = Mending.start(product, folder, builder -> {})) {
            create(site, " a ", "b");
            Mending.echo(site, "'title' in changed");

            assertThat(fix(site.items())).containsExactly("N/4: text-strips text b -> c; title-strips title  a  -> a|");
            assertThat(fix(site.items())).isEmpty();
        }
    }

    @OnEveryDatabase
    void whatIsMendedByThenIsSaidWhereTheRestFails(Product product) {
        Listener guard = updates("guard").onSaving(event -> {
            if (event.changes().of("text").isPresent()) {
                throw event.veto("CLOSED", "the text stays");
            }
        });
        try (Validated site = Mending.start(product, folder, builder -> builder.saveHandler(guard))) {
            create(site, " a ", "b");
            Mending.echo(site, "'title' in changed");

            assertThat(fix(site.items())).containsExactly("N/3: title-strips title  a  -> a|CT801  guard");
            assertThat(fix(site.items())).containsExactly("N/3: |CT801  guard");
        }
    }

    @OnEveryDatabase
    void soItIsWhereTheRestEndsAll(Product product) {
        Listener guard = updates("guard").onSaving(event -> {
            if (event.changes().of("text").isPresent()) {
                throw new InternalError("nothing works any more");
            }
        });
        try (Validated site = Mending.start(product, folder, builder -> builder.saveHandler(guard))) {
            create(site, " a ", "b");
            create(site, " c ", "d");
            Mending.echo(site, "'title' in changed");

            List<String> told = new ArrayList<>();
            assertThatThrownBy(() -> site.items()
                            .validation()
                            .fix("Fixer", ItemQuery.all(), item -> told.add(line(item)), looked -> {}))
                    .hasMessageContaining("nothing works any more");
            assertThat(told).containsExactly("N/3: title-strips title  a  -> a|");
        }
    }

    /** Whoever saves as soon as somebody looks would keep it from ever coming to an end. */
    @OnEveryDatabase
    void anItemThatOthersSaveAgainAndAgainIsLeftToThem(Product product) {
        AtomicReference<Items> others = new AtomicReference<>();
        AtomicReference<Item> last = new AtomicReference<>();
        AtomicInteger saves = new AtomicInteger();
        boolean[] saving = {false};
        SaveValidator hurries = validator("hurries", NOTES, (item, findings) -> {
            if (others.get() != null
                    && !saving[0]
                    && saves.get() < 100
                    && !item.actor().equals("Fixer")) {
                saving[0] = true;
                saves.incrementAndGet();
                last.set(others.get().save("Bob", last.get().with("text", "b" + saves)));
                saving[0] = false;
            }
        });
        try (Validated site = Mending.start(product, folder, builder -> builder.saveValidator(hurries))) {
            last.set(create(site, " a ", "b"));
            others.set(site.items());

            assertThat(fix(site.items())).singleElement().asString().endsWith("|CT710  ");
            assertThat(saves).hasValueLessThan(100);
        }
    }

    @OnEveryDatabase
    void whatIsMendedForAnotherSaveBelongsToIt(Product product) {
        List<String> told = new ArrayList<>();
        Listener mends = Listener.of("mends", Serves.stores("main").types("Folder"))
                .onSaved(event -> told.addAll(fix(event.via(Items.class))));
        Listener keeps = updates("keeps").onSaving(event -> event.set("text", " b "));
        try (Validated site = Mending.start(
                product, folder, builder -> builder.saveHandler(mends).saveHandler(keeps))) {
            Item item = create(site, " a ", " b ");

            site.items().create("Ada", NewItem.of("Folder", "F"));

            assertThat(told).containsExactly("N/2: title-strips title  a  -> a|CT822 text text-strips");
            assertThat(site.items().get(item.id()).get("title")).contains("a");
        }
    }

    @OnEveryDatabase
    void anItemThatIsOnItsWayIsMendedInItsOwnSave(Product product) {
        List<String> told = new ArrayList<>();
        Listener mends = updates("mends").onSaving(event -> told.addAll(fix(event.via(Items.class))));
        try (Validated site = Mending.start(product, folder, builder -> builder.saveHandler(mends))) {
            Item item = create(site, " a ", "b");

            Item saved = site.items().save("Ada", item.with("text", "c"));

            assertThat(told).containsExactly("N/2: title-strips title  a  -> a|");
            assertThat(saved.revision()).isEqualTo(2);
            assertThat(saved.get("title")).contains("a");
            assertThat(saved.get("text")).contains("c");
        }
    }
}
