package dev.synchronizer.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synchronizer.Synchronizer;
import dev.synchronizer.content.Item;
import dev.synchronizer.content.Items;
import dev.synchronizer.content.NewItem;
import dev.synchronizer.databases.H2Server;
import dev.synchronizer.databases.TestDatabase;
import dev.synchronizer.problem.FindingSeverity;
import dev.synchronizer.rule.Rule;
import dev.synchronizer.rule.RuleAction;
import dev.synchronizer.saving.Findings;
import dev.synchronizer.saving.RuleTask;
import dev.synchronizer.saving.SaveProcessor;
import dev.synchronizer.saving.SaveValidator;
import dev.synchronizer.saving.SavedEvent;
import dev.synchronizer.saving.SavingEvent;
import dev.synchronizer.saving.Serves;
import dev.synchronizer.saving.ValidatedItem;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Processors, validators and tasks of rules that are beans of the application. */
class PipelineBeansTest {
    private final TestDatabase database = H2Server.inMemory();
    private ApplicationContextRunner application;

    @TempDir
    Path folder;

    @BeforeEach
    void oneModel() {
        application = Applications.on(database)
                .withPropertyValues("synchronizer.models=" + Applications.site(folder, "1.0", "Article"));
    }

    /** Finds fault with whatever is saved. */
    static final class Fussy implements SaveValidator {
        @Override
        public String name() {
            return "fussy";
        }

        @Override
        public Serves serves() {
            return Serves.stores("main");
        }

        @Override
        public void validate(ValidatedItem item, Findings findings) {
            findings.report(FindingSeverity.ERROR, "it could be better");
        }
    }

    /** Keeps what rules ask for. */
    static final class Asked implements RuleTask {
        private final List<String> subjects = new CopyOnWriteArrayList<>();

        @Override
        public String name() {
            return "keep";
        }

        @Override
        public void run(SavedEvent event, Map<String, String> arguments) {
            subjects.add(event.subject().name() + " " + arguments);
        }
    }

    @Test
    void validatorsAndTasksOfRulesMayBeBeansToo() {
        application.withBean(Fussy.class).withBean(Asked.class).run(context -> {
            Synchronizer synchronizer =
                    context.getBean(ApplicationSynchronizer.class).synchronizer();
            RuleAction action = new RuleAction.Named("keep", new TreeMap<>(Map.of("why", "test")));
            synchronizer.rules().save("Ada", new Rule("keeping", "main", List.of(), 0, true, "", List.of(action)));

            Item item = context.getBean(Items.class).create("Ada", NewItem.of("Article", "A"));

            assertThat(synchronizer.items().validation().kept(item.id())).hasSize(1);
            assertThat(context.getBean(Asked.class).subjects).containsExactly("A {why=test}");
        });
    }

    static final class Limit implements SaveProcessor {
        @Override
        public String name() {
            return "limit";
        }

        @Override
        public void process(SavingEvent event) {
            throw event.veto("LIMIT", "enough is enough");
        }
    }

    @Test
    void aProcessorIsPlacedByAProperty() {
        application
                .withBean(Limit.class)
                .withPropertyValues("synchronizer.pipeline=limit before validate")
                .run(context -> {
                    assertThat(context.getBean(Synchronizer.class).pipeline().toString())
                            .contains("limit, validate");
                    assertThatThrownBy(() -> context.getBean(Items.class).create("Ada", NewItem.of("Article", "A")))
                            .hasMessageContaining("enough is enough");
                });
    }

    @Test
    void aPipelineThatDoesNotFitEndsTheStart() {
        application
                .withPropertyValues("synchronizer.pipeline=limit before validate")
                .run(context -> assertThat(context)
                        .getFailure()
                        .isInstanceOf(WrongHandlersException.class)
                        .hasMessageContaining("limit"));
    }
}
