package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Validated.validator;

import dev.synchronizer.SynchronizerBuilder;
import dev.synchronizer.content.FixedItem;
import dev.synchronizer.content.Item;
import dev.synchronizer.content.ItemQuery;
import dev.synchronizer.content.Items;
import dev.synchronizer.content.NewItem;
import dev.synchronizer.problem.FindingSeverity;
import dev.synchronizer.rule.ActionText;
import dev.synchronizer.rule.Rule;
import dev.synchronizer.saving.Fix;
import dev.synchronizer.saving.SaveValidator;
import dev.synchronizer.saving.Serves;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Notes, and validators that offer to take away blanks at the ends of what stands in them. */
final class Mending {
    static final Serves NOTES = Serves.stores("main").types("Note");

    private Mending() {}

    static SaveValidator strips(String name, String property, FindingSeverity severity) {
        return validator(
                name,
                NOTES,
                (item, findings) -> item.after()
                        .get(property, "")
                        .map(String.class::cast)
                        .filter(value -> !value.equals(value.strip()))
                        .ifPresent(value -> findings.report(
                                severity,
                                property,
                                "",
                                "it has blanks at its ends",
                                Fix.of("take them away").set(property, value.strip()))));
    }

    /** A store with a validator each for title and text, named after these. */
    static Validated start(Product product, Path folder, Consumer<SynchronizerBuilder> configuration) {
        return Validated.start(product.freshDatabase(), folder, builder -> {
            builder.saveValidator(strips("title-strips", "title", FindingSeverity.ERROR))
                    .saveValidator(strips("text-strips", "text", FindingSeverity.ERROR));
            configuration.accept(builder);
        });
    }

    static Item create(Validated site, String title, String text) {
        return site.items()
                .create("Ada", NewItem.of("Note", "N").with("title", title).with("text", text));
    }

    static List<FixedItem> fix(Items items) {
        List<FixedItem> told = new ArrayList<>();
        items.validation().fix("Fixer", ItemQuery.all(), told::add, looked -> {});
        return told;
    }

    /** Has a rule set a text that is to be mended itself, where its condition holds. */
    static void echo(Validated site, String condition) {
        site.synchronizer()
                .rules()
                .save(
                        "Grace",
                        new Rule(
                                "echoes",
                                "main",
                                List.of("Note"),
                                0,
                                true,
                                condition,
                                List.of(ActionText.parse("set text=c "))));
    }
}
