package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Mending.NOTES;
import static dev.synchronizer.behaviour.Mending.create;
import static dev.synchronizer.behaviour.Mending.fix;
import static dev.synchronizer.behaviour.Validated.validator;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.content.FixedItem;
import dev.synchronizer.content.Item;
import dev.synchronizer.content.ItemQuery;
import dev.synchronizer.content.Items;
import dev.synchronizer.content.Violation;
import dev.synchronizer.problem.FindingSeverity;
import dev.synchronizer.saving.Fix;
import dev.synchronizer.saving.SaveOperation;
import dev.synchronizer.saving.SaveOptions;
import dev.synchronizer.saving.SaveValidator;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.io.TempDir;

/** What is told of items that were mended is what became of them, and not what others have done (G3). */
class G3FixesAreToldTest {
    @TempDir
    Path folder;

    private static List<String> changes(FixedItem item) {
        return item.fixed().stream()
                .map(each ->
                        each.change().place() + ": " + each.change().before().orElse("") + " -> "
                                + each.change().after().orElse(""))
                .toList();
    }

    @OnEveryDatabase
    void whatWasConfirmedAndSavedIsNotInTheWay(Product product) {
        boolean[] strict = {false};
        SaveValidator grave = validator("grave", NOTES, (item, findings) -> {
            if (strict[0]) {
                findings.report(FindingSeverity.CRITICAL, "it is grave");
            }
        });
        try (Validated site = Mending.start(product, folder, builder -> builder.saveValidator(grave))) {
            create(site, " a ", "b");
            strict[0] = true;

            assertThat(fix(site.items(SaveOptions.standard().asking(question -> true))))
                    .singleElement()
                    .satisfies(told -> {
                        assertThat(told.item().revision()).isEqualTo(2);
                        assertThat(changes(told)).containsExactly("title:  a  -> a");
                        assertThat(told.violations()).isEmpty();
                        assertThat(Validated.lines(told.findings())).containsExactly("CRITICAL  grave");
                        assertThat(Validated.lines(told.kept())).containsExactly("CRITICAL  grave");
                    });
            assertThat(fix(site.items()))
                    .singleElement()
                    .satisfies(told -> assertThat(told.violations())
                            .extracting(Violation::rule)
                            .containsExactly("grave"));
        }
    }

    /** Somebody who saves behind the first commit of the one who mends. */
    private Validated whereBobSaves(Product product, String property, String value, AtomicReference<Items> bob) {
        Listener later = Listener.of("later", NOTES.operations(SaveOperation.UPDATE))
                .onAfterCommit(event -> {
                    Items items = bob.getAndSet(null);
                    if (items != null) {
                        Item now = items.list(ItemQuery.all()).get(0);
                        items.save("Bob", now.with(property, value));
                    }
                });
        return Mending.start(product, folder, builder -> builder.saveHandler(later));
    }

    @OnEveryDatabase
    void whatSomebodyElseHasSetMeanwhileIsNobodysFix(Product product) {
        AtomicReference<Items> bob = new AtomicReference<>();
        try (Validated site = whereBobSaves(product, "title", "Bob's", bob)) {
            Item item = create(site, " a ", "b");
            Mending.echo(site, "'title' in changed && item.title == 'a'");
            bob.set(site.items());

            assertThat(fix(site.items()))
                    .singleElement()
                    .satisfies(told -> assertThat(changes(told)).containsExactly("text: c  -> c"));
            assertThat(site.items().get(item.id()).get("title")).contains("Bob's");
        }
    }

    @OnEveryDatabase
    void whatIsMendedOfTheirsIsMendedFromWhatTheyHaveSet(Product product) {
        AtomicReference<Items> bob = new AtomicReference<>();
        try (Validated site = whereBobSaves(product, "text", " Bob's ", bob)) {
            create(site, " a ", "b");
            Mending.echo(site, "'title' in changed && item.title == 'a'");
            bob.set(site.items());

            assertThat(fix(site.items()))
                    .singleElement()
                    .satisfies(told ->
                            assertThat(changes(told)).containsExactly("text:  Bob's  -> Bob's", "title:  a  -> a"));
        }
    }

    @OnEveryDatabase
    void anOfferOfWhatIsThereAlreadyIsSaidToChangeNothing(Product product) {
        SaveValidator vain = validator(
                "vain",
                NOTES,
                (item, findings) -> item.after()
                        .get("title", "")
                        .ifPresent(title -> findings.report(
                                FindingSeverity.WARNING,
                                "title",
                                "",
                                "it could be better",
                                Fix.of("leave it").set("title", title))));
        try (Validated site = Mending.start(product, folder, builder -> builder.saveValidator(vain))) {
            Item item = create(site, "a", "b");

            assertThat(fix(site.items())).singleElement().satisfies(told -> {
                assertThat(told.item()).isEqualTo(item);
                assertThat(told.violations())
                        .singleElement()
                        .satisfies(violation -> assertThat(violation.message())
                                .contains("what vain offers to do about it changes nothing")
                                .doesNotContain("last"));
            });
        }
    }

    /** Here the handler that says something also undoes what is offered. */
    @OnEveryDatabase
    void whatIsFoundInASaveThatIsTakenBackIsToldToNobody(Product product) {
        Listener adds = Listener.of("adds", NOTES.operations(SaveOperation.UPDATE))
                .onSaving(event -> {
                    event.set("text", event.before().get("text", "").orElse("") + " ");
                    event.report(FindingSeverity.WARNING, "it is longer now");
                });
        try (Validated site = Mending.start(product, folder, builder -> builder.saveHandler(adds))) {
            Item item = create(site, "a", " b");
            site.told.clear();

            assertThat(fix(site.items()))
                    .singleElement()
                    .satisfies(told -> assertThat(told.item()).isEqualTo(item));
            assertThat(Validated.lines(site.told)).isEmpty();
            site.items().save("Ada", item.with("title", "b"));
            assertThat(Validated.lines(site.told)).contains("WARNING  adds");
        }
    }
}
