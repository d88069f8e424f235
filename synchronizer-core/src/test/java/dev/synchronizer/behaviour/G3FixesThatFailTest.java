package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Mending.fix;
import static dev.synchronizer.behaviour.Validated.validator;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synchronizer.content.FixedItem;
import dev.synchronizer.content.Item;
import dev.synchronizer.content.ItemQuery;
import dev.synchronizer.content.Items;
import dev.synchronizer.content.NewItem;
import dev.synchronizer.content.Violation;
import dev.synchronizer.problem.FindingSeverity;
import dev.synchronizer.rule.ActionText;
import dev.synchronizer.rule.Rule;
import dev.synchronizer.saving.Fix;
import dev.synchronizer.saving.SaveEvent;
import dev.synchronizer.saving.SaveOperation;
import dev.synchronizer.saving.SaveValidator;
import dev.synchronizer.saving.SavingEvent;
import dev.synchronizer.saving.Serves;
import java.io.IOError;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;

/** An item that cannot be mended is left as it is and said with the reason, and the others are mended all the same (G3). */
class G3FixesThatFailTest {
    @TempDir
    Path folder;

    private static SaveValidator trims() {
        return Mending.strips("trims", "title", FindingSeverity.ERROR);
    }

    private static Rule rule(String name, String condition, String action) {
        return new Rule(name, "main", List.of("Note"), 0, true, condition, List.of(ActionText.parse(action)));
    }

    private static NewItem note(String name) {
        return NewItem.of("Note", name).with("title", " a ");
    }

    private static List<String> lines(List<FixedItem> told) {
        return told.stream()
                .map(each -> each.item().name() + "/" + each.item().revision() + ": "
                        + each.violations().stream()
                                .map(wrong -> wrong.code().id())
                                .toList())
                .toList();
    }

    private static String messages(FixedItem told) {
        return told.violations().stream().map(Violation::message).toList().toString();
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> void sneaky(Throwable thrown) throws E {
        throw (E) thrown;
    }

    private static Listener updates(String name) {
        return Listener.of(name, Serves.stores("main").types("Note").operations(SaveOperation.UPDATE));
    }

    private static void nest(SaveEvent event, Item item) {
        event.via(Items.class).save("nested", item.with("title", "again"));
    }

    private static void ask(SavingEvent event) {
        if (event.subject().name().equals("Asks")) {
            event.ask("Is that meant");
        }
    }

    private static void fail(SaveEvent event) {
        switch (event.subject().name()) {
            case "Crashes" -> throw new IllegalStateException("out of order");
            case "Errs" -> throw new IOError(new IOException("the disk is gone"));
            case "Sneaks" -> G3FixesThatFailTest.<RuntimeException>sneaky(new IOException("the disk is full"));
            default -> {}
        }
    }

    @OnEveryDatabase
    void whatHandlersAndRulesFailOnIsLeftAsItIsWithTheReason(Product product) {
        List<Item> former = new ArrayList<>();
        try (Validated site = Validated.start(
                product.freshDatabase(),
                folder,
                builder -> builder.saveValidator(trims())
                        .saveHandler(updates("asks").onSaving(G3FixesThatFailTest::ask))
                        .saveHandler(updates("fails").onSaved(G3FixesThatFailTest::fail))
                        .saveHandler(updates("nests").onSaved(event -> {
                            if (event.subject().name().equals("Nests")) {
                                nest(event, former.get(0));
                            }
                        })))) {
            Items items = site.items();
            Item other = items.create("Ada", NewItem.of("Note", "Other").with("title", "o"));
            items.save("Ada", other.with("title", "p"));
            former.add(other);
            Stream.of("Asks", "Crashes", "Errs", "Sneaks", "Nests", "Breaks", "Last")
                    .forEach(name -> items.create("Ada", note(name)));
            site.synchronizer()
                    .rules()
                    .save("Grace", rule("numbers", "name == 'Breaks' && int(item.title) > 0", "set text=x"));

            List<FixedItem> told = fix(items);
            assertThat(lines(told))
                    .containsExactly(
                            "Asks/1: [CT802]",
                            "Crashes/1: [CT843]",
                            "Errs/1: [CT843]",
                            "Sneaks/1: [CT843]",
                            "Nests/1: [CT710]",
                            "Breaks/1: [CT835]",
                            "Last/2: []");
            assertThat(messages(told.get(1))).contains("out of order");
            assertThat(told.get(0).findings()).hasSize(1);
            assertThat(fix(items)).hasSize(6);
        }
    }

    @OnEveryDatabase
    void aVetoIsSaidWithWhoRefusesAndWhatTheyCallIt(Product product) {
        Listener guard = updates("guard").onSaving(event -> {
            throw event.veto("CLOSED", "nobody saves today");
        });
        try (Validated site = Validated.start(
                product.freshDatabase(),
                folder,
                builder -> builder.saveValidator(trims()).saveHandler(guard))) {
            site.items().create("Ada", note("One"));

            assertThat(fix(site.items())).singleElement().satisfies(told -> {
                assertThat(told.violations()).extracting(Validated::line).containsExactly("SAVE_VETOED  guard");
                assertThat(messages(told)).isEqualTo("[guard refuses it: nobody saves today (CLOSED)]");
            });
        }
    }

    @OnEveryDatabase
    void soItIsWithARuleThatCannotBeReadOrFitsNoMore(Product product) {
        try (Validated site =
                Validated.start(product.freshDatabase(), folder, builder -> builder.saveValidator(trims()))) {
            site.items().create("Ada", note("One"));
            site.items().create("Ada", note("Two"));
            site.synchronizer().rules().save("Grace", rule("r", "", "clear text"));
            Rows.execute(
                    site.database(),
                    "update ct_rule set definition = '{\"name\":\"r\",\"store\":\"main\",\"types\":[\"Note\"],\"order\":0,"
                            + "\"enabled\":true,\"condition\":\"\",\"actions\":[{\"do\":\"teleport\"}]}'");
            try (Validated later =
                    Validated.start(site.database(), folder, builder -> builder.saveValidator(trims()))) {
                assertThat(lines(fix(later.items()))).containsExactly("One/1: [CT840]", "Two/1: [CT840]");
            }
        }
    }

    @OnEveryDatabase
    void aValidatorThatCrashesOnAnItemHidesNothingOfTheOthers(Product product) {
        boolean[] ready = {false};
        try (Validated site = Validated.start(
                product.freshDatabase(),
                folder,
                builder -> builder.saveValidator(trims()).saveValidator(validator("crashes", (item, findings) -> {
                    if (ready[0] && item.subject().name().equals("Odd")) {
                        throw new IllegalStateException("out of order");
                    }
                })))) {
            site.items().create("Ada", note("First"));
            site.items().create("Ada", note("Odd"));
            site.items().create("Ada", note("Last"));
            ready[0] = true;

            List<String> examined = new ArrayList<>();
            site.items()
                    .validate(
                            ItemQuery.all(),
                            (item, wrong) -> examined.add(
                                    item.name() + " " + wrong.get(0).code()));
            assertThat(examined).containsExactly("Odd SAVE_CRASHED");
            assertThat(lines(fix(site.items()))).containsExactly("First/2: []", "Odd/1: [CT843]", "Last/2: []");
        }
    }

    @OnEveryDatabase
    void whatConcernsAllItemsEndsIt(Product product) {
        try (Validated site =
                Validated.start(product.freshDatabase(), folder, builder -> builder.saveValidator(trims()))) {
            site.items().create("Ada", note("One"));
            Items items = site.items(site.telling().suppress("nobody"));
            assertThatThrownBy(() -> fix(items)).hasMessageContaining("CT812");
        }
    }

    @OnEveryDatabase
    void aFixThatRulesTakeBackIsNotSavedAndSaidSo(Product product) {
        SaveValidator capitals = validator(
                "capitals",
                (item, findings) -> item.after()
                        .get("title", "")
                        .filter("b"::equals)
                        .ifPresent(title -> {
                            Fix fix = Fix.of("write it large").set("title", "B");
                            findings.report(FindingSeverity.ERROR, "title", "", "it is small", fix);
                        }));
        try (Validated site =
                Validated.start(product.freshDatabase(), folder, builder -> builder.saveValidator(capitals))) {
            Item item = site.items().create("Ada", NewItem.of("Note", "One").with("title", "b"));
            site.synchronizer().rules().save("Grace", rule("small", "item.title == 'B'", "set title=b"));

            for (int run = 1; run <= 2; run++) {
                assertThat(fix(site.items())).singleElement().satisfies(told -> {
                    assertThat(told.item().revision()).isEqualTo(1);
                    assertThat(told.fixed()).isEmpty();
                    assertThat(messages(told)).contains("does not last");
                    assertThat(told.findings()).hasSize(1);
                    assertThat(told.kept()).hasSize(1);
                });
                assertThat(site.items().get(item.id())).isEqualTo(item);
            }
        }
    }
}
