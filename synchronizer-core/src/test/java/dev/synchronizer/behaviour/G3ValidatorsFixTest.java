package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Validated.lines;
import static dev.synchronizer.behaviour.Validated.validator;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.content.ExaminedItem;
import dev.synchronizer.content.FixedItem;
import dev.synchronizer.content.Item;
import dev.synchronizer.content.ItemQuery;
import dev.synchronizer.content.Items;
import dev.synchronizer.content.NewItem;
import dev.synchronizer.databases.TestDatabase;
import dev.synchronizer.problem.FindingSeverity;
import dev.synchronizer.saving.Fix;
import dev.synchronizer.saving.SaveValidator;
import dev.synchronizer.saving.Serves;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;

/** What validators offer to do about items is done in saves as any others, and then there is nothing more to do (G3). */
class G3ValidatorsFixTest {
    @TempDir
    Path folder;

    private static SaveValidator trims(FindingSeverity severity) {
        return Mending.strips("trims", "title", severity);
    }

    /** Finds something only where there are no blanks any more. */
    private static SaveValidator lowers() {
        return validator(
                "lowers",
                Serves.stores("main").types("Note"),
                (item, findings) -> item.after()
                        .get("title", "")
                        .map(String.class::cast)
                        .filter(title -> title.equals(title.strip()) && !title.equals(title.toLowerCase(Locale.ROOT)))
                        .ifPresent(title -> findings.report(
                                FindingSeverity.ERROR,
                                "title",
                                "",
                                "it has capitals",
                                Fix.of("write it small").set("title", title.toLowerCase(Locale.ROOT)))));
    }

    private static List<String> fix(Items items) {
        List<String> told = new ArrayList<>();
        items.validation().fix("Fixer", ItemQuery.all(), fixed -> told.add(line(fixed)), looked -> {});
        return told;
    }

    private static String line(FixedItem fixed) {
        String changes = fixed.fixed().stream()
                .map(each -> each.validator() + " " + each.change().place() + " "
                        + each.change().before().orElse("") + " -> "
                        + each.change().after().orElse(""))
                .collect(Collectors.joining("; "));
        String wrong = fixed.violations().stream().map(Validated::line).collect(Collectors.joining("; "));
        return fixed.item().name() + "/" + fixed.item().revision() + ": " + changes + "|" + wrong + "|"
                + lines(fixed.findings());
    }

    @OnEveryDatabase
    void whatIsOfferedIsDoneInOneSaveAndASecondTimeThereIsNothingToDo(Product product) {
        TestDatabase database = product.freshDatabase();
        Item item;
        try (Validated before = Validated.start(database, folder, builder -> {})) {
            item = before.items().create("Ada", NewItem.of("Note", "N").with("title", " A Title "));
            before.items().create("Ada", NewItem.of("Note", "Fine").with("title", "fine"));
        }
        try (Validated site = Validated.start(
                database,
                folder,
                builder -> builder.saveValidator(trims(FindingSeverity.FATAL)).saveValidator(lowers()))) {
            Items items = site.items();
            List<ExaminedItem> examined = new ArrayList<>();
            assertThat(items.validation().examine(ItemQuery.all(), examined::add, looked -> {}))
                    .isEqualTo(2);
            assertThat(examined).singleElement().satisfies(each -> {
                assertThat(each.item()).isEqualTo(item);
                assertThat(each.violations()).extracting(Validated::line).containsExactly("FATAL_FINDING title trims");
            });

            assertThat(fix(items)).containsExactly("N/2: lowers title  A Title  -> a title||[]");
            assertThat(items.get(item.id()).get("title")).contains("a title");
            assertThat(items.get(item.id()).savedBy()).isEqualTo("Fixer");
            assertThat(fix(items)).isEmpty();
            assertThat(items.get(item.id()).revision()).isEqualTo(2);
        }
    }

    @OnEveryDatabase
    void anItemThatIsWrongAllTheSameIsLeftAsItIsAndSaidWithWhatIsWrong(Product product) {
        try (Validated site = Validated.start(
                product.freshDatabase(),
                folder,
                builder -> builder.saveValidator(trims(FindingSeverity.WARNING))
                        .saveValidator(validator("never", (item, findings) -> {
                            if (item.subject().name().equals("Bad")
                                    && item.actor().equals("Fixer")) {
                                findings.report(FindingSeverity.FATAL, "not by a program");
                            }
                        }))
                        .saveValidator(validator(
                                "restless", Serves.stores("main").types("Note"), (item, findings) -> {
                                    if (item.subject().name().equals("Restless")) {
                                        findings.report(
                                                FindingSeverity.WARNING,
                                                "text",
                                                "",
                                                "it could be longer",
                                                Fix.of("add something")
                                                        .set(
                                                                "text",
                                                                item.after()
                                                                                .get("text", "")
                                                                                .orElse("") + "x"));
                                    }
                                })))) {
            Items items = site.items();
            items.create("Ada", NewItem.of("Note", "Bad").with("title", " a "));
            items.create("Ada", NewItem.of("Note", "Restless"));

            assertThat(fix(items))
                    .containsExactly(
                            "Bad/1: |FATAL_FINDING  never|[WARNING title trims]",
                            "Restless/1: |FATAL_FINDING  restless|[WARNING text restless]");
        }
    }

    @OnEveryDatabase
    void whatIsRequiredAndMissingIsGivenItsDefault(Product product) {
        TestDatabase database = product.freshDatabase();
        try (Validated before = Validated.start(database, folder, builder -> {})) {
            before.items().create("Ada", NewItem.of("Note", "N"));
        }
        Path newer = Validated.model(
                folder, "2.0", Sources.property("@Property(required = true, defaultValue = \"5\") Integer", "stars"));
        try (Validated site = Validated.of(database, newer, builder -> {})) {
            assertThat(fix(site.items())).containsExactly("N/2: required stars  -> 5||[]");
            assertThat(fix(site.items())).isEmpty();
        }
    }
}
