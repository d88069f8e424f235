package dev.synchronizer.cli;

import dev.synchronizer.SynchronizerBuilder;
import dev.synchronizer.cli.render.Answer;
import dev.synchronizer.cli.render.RuleTrialReport;
import dev.synchronizer.rule.Rule;
import dev.synchronizer.rule.RuleTrial;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** Tries a rule on an item. */
@Command(
        name = "test",
        description = "Shows what a rule would make of an item as it is stored, as if that were saved with no change. "
                + "Writes and runs nothing.",
        footer = {
            "  synchronizer rules test teasers 0197f1de-3c5a-7b1e-9a44-51c4e2a90f3b",
            "  synchronizer rules test --file a.json 0197f1de-3c5a-7b1e-9a44-51c4e2a90f3b"
        })
final class RulesTestCommand extends QueryCommand {
    @Parameters(
            arity = "1..2",
            paramLabel = "[NAME] ITEM",
            hideParamSyntax = true,
            description = "A rule that is kept, unless --file says another one; and the item's id.")
    private List<String> words = new ArrayList<>();

    @Option(names = "--file", paramLabel = "FILE", description = "A rule that is not kept, in JSON.")
    private @Nullable Path file;

    @Mixin
    private final HandlerOptions handlers = new HandlerOptions();

    RulesTestCommand(Context context) {
        super(context);
    }

    @Override
    void configure(SynchronizerBuilder builder) {
        handlers.configure(builder);
    }

    @Override
    Answer answer() {
        return new RuleTrialReport(trial());
    }

    private RuleTrial trial() {
        if ((words.size() == 1) != (file != null)) {
            throw wrongUsage("a rule and an item are wanted: NAME ITEM, or --file FILE ITEM");
        }
        UUID item = item(words.get(words.size() - 1));
        if (file == null) {
            return require(synchronizer -> synchronizer.rules().test(words.get(0), item));
        }
        Rule rule = RuleFile.read(file);
        return require(synchronizer -> synchronizer.rules().test(rule, item));
    }

    private UUID item(String id) {
        try {
            return new ItemId().convert(id);
        } catch (TypeConversionException e) {
            throw wrongUsage(String.valueOf(e.getMessage()));
        }
    }

    @Override
    void end() {
        handlers.close();
    }
}
