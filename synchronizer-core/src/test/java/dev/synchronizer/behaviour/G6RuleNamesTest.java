package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.NestedBatches.refusal;
import static dev.synchronizer.behaviour.Ruled.rule;
import static dev.synchronizer.behaviour.Validated.validator;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.SynchronizerBuilder;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.saving.Pipeline;
import dev.synchronizer.saving.SaveProcessor;
import dev.synchronizer.saving.SavingEvent;
import dev.synchronizer.settings.Rules;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is found about an item is found by one alone: a rule has no name of somebody else (G6). */
class G6RuleNamesTest {
    private static final List<String> OTHERS = List.of("maxLength", "a-handler", "a-validator", "a-processor");

    @TempDir
    Path folder;

    private record Looks(String name) implements SaveProcessor {
        @Override
        public void process(SavingEvent event) {}
    }

    private static void others(SynchronizerBuilder builder) {
        builder.saveHandler(Listener.of("a-handler"))
                .saveValidator(validator("a-validator", (item, findings) -> {}))
                .pipeline(Pipeline.standard().insertBefore("validate", new Looks("a-processor")));
    }

    @OnEveryDatabase
    void theNameOfSomebodyElseIsRefused(Product product) {
        try (Site site = Site.start(product, G6RuleNamesTest::others, Ruled.models(folder))) {
            for (String name : OTHERS) {
                Problem refused =
                        refusal(() -> site.synchronizer().rules().save("Grace", rule(name, "", "clear teaser")));

                assertThat(refused.code()).isEqualTo(ProblemCode.RULE_NAME_TAKEN);
                assertThat(refused.message())
                        .isEqualTo("a validator, a handler or a processor is called \"" + name
                                + "\", which finds things under this name");
            }
            assertThat(site.synchronizer().rules().list()).isEmpty();
        }
    }

    @OnEveryDatabase
    void aRuleWhoseNameSomebodyHasTakenSinceIsNotEnabledAndCanBeDisabledAndRemoved(Product product) {
        try (Site site = Site.start(product, Ruled.models(folder))) {
            site.synchronizer().rules().save("Grace", rule("a-handler", "", "clear teaser"));
            try (Site later = site.another(G6RuleNamesTest::others, Ruled.models(folder))) {
                Rules rules = later.synchronizer().rules();

                rules.disable("Grace", "a-handler");
                assertThat(refusal(() -> rules.enable("Grace", "a-handler")).code())
                        .isEqualTo(ProblemCode.RULE_NAME_TAKEN);
                rules.remove("Grace", "a-handler");
                assertThat(rules.list()).isEmpty();
            }
        }
    }
}
