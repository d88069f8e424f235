package dev.synchronizer.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synchronizer.Synchronizer;
import dev.synchronizer.SynchronizerBuilder;
import dev.synchronizer.content.Item;
import dev.synchronizer.content.ItemQuery;
import dev.synchronizer.content.Items;
import dev.synchronizer.content.NewItem;
import dev.synchronizer.content.StaleRevisionException;
import dev.synchronizer.databases.H2Server;
import dev.synchronizer.databases.TestDatabase;
import dev.synchronizer.problem.FindingSeverity;
import dev.synchronizer.reapplication.RuleSelection;
import dev.synchronizer.saving.Findings;
import dev.synchronizer.saving.Fix;
import dev.synchronizer.saving.Pipeline;
import dev.synchronizer.saving.SaveHandler;
import dev.synchronizer.saving.SaveOperation;
import dev.synchronizer.saving.SaveOptions;
import dev.synchronizer.saving.SaveProcessor;
import dev.synchronizer.saving.SaveValidator;
import dev.synchronizer.saving.SaveVetoedException;
import dev.synchronizer.saving.SavedEvent;
import dev.synchronizer.saving.SavingEvent;
import dev.synchronizer.saving.Serves;
import dev.synchronizer.saving.ValidatedItem;
import dev.synchronizer.schedule.RuleSchedule;
import dev.synchronizer.settings.Definition;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The parts of the page on saving: handlers, nested saves, merging, the pipeline. */
class SavingSnippetsTest {
    private final TestDatabase database = H2Server.inMemory();
    private final List<String> index = new ArrayList<>();

    // saving: a handler
    final class Teasers implements SaveHandler {
        @Override
        public String name() {
            return "teasers";
        }

        @Override
        public Serves serves() {
            return Serves.stores("main").types("Article").operations(SaveOperation.CREATE, SaveOperation.UPDATE);
        }

        @Override
        public void saving(SavingEvent event) {
            if (event.changes().of("title").isPresent()
                    && event.after().get("teaser").isEmpty()) {
                event.set("teaser", event.after().get("title").orElse(""));
            }
            if (event.after().get("title").filter("secret"::equals).isPresent()) {
                throw event.veto("SECRET", "secrets are not published");
            }
        }

        @Override
        public void afterCommit(SavedEvent event) {
            index.add(event.subject().name() + " " + event.changes().properties());
        }
    }
    // end

    @Test
    void rulesAreAppliedBySchedules() {
        // saving: schedules
        Synchronizer synchronizer = Synchronizer.builder()
                .dataSource(database.dataSource())
                .applyRules(RuleSchedule.daily("nightly", LocalTime.of(3, 0), ZoneId.of("Europe/Berlin")))
                .applyRules(RuleSchedule.every("teasers", Duration.ofMinutes(30))
                        .withSelection(RuleSelection.all().withRules("teasers").withTypes("Article")))
                .build();
        synchronizer.synchronize();
        synchronizer.startSchedules();
        // end
        synchronizer.close();
        assertThatThrownBy(synchronizer::startSchedules).hasMessage("this synchronizer is closed");
    }

    private Synchronizer open() {
        // saving: registering
        Synchronizer synchronizer = Synchronizer.builder()
                .dataSource(database.dataSource())
                .storeName("main")
                .saveHandler(new Teasers())
                .build();
        // end
        return defined(synchronizer);
    }

    private Synchronizer open(Consumer<SynchronizerBuilder> configuration) {
        SynchronizerBuilder builder = Synchronizer.builder().dataSource(database.dataSource());
        configuration.accept(builder);
        return defined(builder.build());
    }

    private static Synchronizer defined(Synchronizer synchronizer) {
        synchronizer
                .definitions()
                .define(
                        "Ada",
                        Definition.of("Article").withProperty("title", "STRING").withProperty("teaser", "STRING"));
        return synchronizer;
    }

    @Test
    void aHandlerSetsRefusesAndTells() {
        try (Synchronizer synchronizer = open()) {
            Items items = synchronizer.items();

            Item saved = items.create("Ada", NewItem.of("Article", "Opening").with("title", "Soon"));

            assertThat(saved.get("teaser")).contains("Soon");
            assertThat(index).containsExactly("Opening [teaser, title]");
            assertThatThrownBy(() -> items.save("Ada", saved.with("title", "secret")))
                    .isInstanceOf(SaveVetoedException.class);

            // saving: suppressing
            items.with(SaveOptions.standard().suppress("teasers")).save("Ada", saved.with("title", "secret"));
            // end
            assertThat(index).hasSize(1);
        }
    }

    @Test
    void whatDoesNotOverlapIsMerged() {
        try (Synchronizer synchronizer = open()) {
            Items items = synchronizer.items();
            Item made = items.create("Ada", NewItem.of("Article", "Opening").with("title", "Soon"));
            UUID id = made.id();
            List<String> told = new ArrayList<>();

            // saving: merging
            Item read = items.get(id);
            items.save("Bob", read.with("teaser", "By Bob"));
            Item merged = items.merge("Ada", read, read.with("title", "By Ada"));
            try {
                items.merge("Cem", read, read.with("title", "By Cem"));
            } catch (StaleRevisionException e) {
                e.differing()
                        .all()
                        .forEach(change -> told.add(
                                change.place() + " is " + change.before().orElse("gone")));
            }
            // end

            assertThat(merged.get("teaser")).contains("By Bob");
            assertThat(told).containsExactly("title is By Ada");
        }
    }

    // saving: a processor
    record TitleLimit(int most) implements SaveProcessor {
        @Override
        public String name() {
            return "title-limit";
        }

        @Override
        public void process(SavingEvent event) {
            int length = event.after().get("title").orElse("").toString().length();
            if (length > most) {
                throw event.veto("TOO_LONG", "title has " + length + " characters, and " + most + " are allowed");
            }
        }
    }
    // end

    // saving: a validator
    record NoBlanks() implements SaveValidator {
        @Override
        public String name() {
            return "no-blanks";
        }

        @Override
        public Serves serves() {
            return Serves.stores("main").types("Article");
        }

        @Override
        public void validate(ValidatedItem item, Findings findings) {
            String title = item.after().get("title").orElse("").toString();
            if (!title.equals(title.strip())) {
                Fix fix = Fix.of("take the blanks away").set("title", title.strip());
                findings.report(FindingSeverity.ERROR, "title", "", "it begins or ends with a blank", fix);
            }
        }
    }
    // end

    @Test
    void whatAValidatorOffersIsDone() {
        try (Synchronizer synchronizer = open(builder -> builder.saveValidator(new NoBlanks()))) {
            Items items = synchronizer.items();
            Item saved = items.create("Ada", NewItem.of("Article", "Opening").with("title", " Soon"));

            assertThat(items.validation().kept(saved.id())).hasSize(1);
            items.validation().fix("Ada", ItemQuery.all(), fixed -> {}, looked -> {});

            assertThat(items.get(saved.id()).get("title")).contains("Soon");
            assertThat(items.validation().kept(saved.id())).isEmpty();
        }
    }

    @Test
    void aProcessorStandsAmongTheSteps() {
        // saving: a pipeline
        Pipeline pipeline =
                Pipeline.standard().insertBefore("validate", new TitleLimit(60)).switched("rules", false);
        // end

        assertThat(pipeline.toString())
                .contains("handlers, title-limit, validate")
                .contains("rules (off)");
    }
}
