package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Sources.property;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.synchronizer.Synchronizer;
import dev.synchronizer.content.Item;
import dev.synchronizer.content.ItemQuery;
import dev.synchronizer.content.NewItem;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.saving.Pipeline;
import dev.synchronizer.saving.SaveOptions;
import dev.synchronizer.saving.SaveProcessor;
import dev.synchronizer.saving.SaveVetoedException;
import dev.synchronizer.saving.SavingEvent;
import dev.synchronizer.transfer.ImportOptions;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The steps that every save takes, and those that an application puts among them. */
class G1PipelineTest {
    private static final int MOST = 5;

    @TempDir
    Path folder;

    private Path models() {
        return Site.jar(
                folder,
                "1.0",
                "@ContentType public class Article {" + property("String", "title") + property("String", "teaser")
                        + "}");
    }

    private record Step(String name, boolean aborts, Consumer<SavingEvent> deed) implements SaveProcessor {
        @Override
        public void process(SavingEvent event) {
            deed.accept(event);
        }
    }

    private static Step aborting(String name, Consumer<SavingEvent> deed) {
        return new Step(name, true, deed);
    }

    private static Step looking(String name, Consumer<SavingEvent> deed) {
        return new Step(name, false, deed);
    }

    /** Refuses titles that are too long, and says how long they are and may be. */
    private static Step limit() {
        return aborting(
                "length-limit",
                event -> event.after().get("title").ifPresent(title -> {
                    int length = title.toString().length();
                    if (length > MOST) {
                        throw event.veto(
                                "TOO_LONG", "title has " + length + " characters, and " + MOST + " are allowed");
                    }
                }));
    }

    private static List<String> names(Pipeline pipeline) {
        return pipeline.steps().stream()
                .map(step -> step.on() ? step.name() : step.name() + " (off)")
                .toList();
    }

    private static Problem refused(ThrowingCallable call) {
        ProblemsException refusal = catchThrowableOfType(ProblemsException.class, call);
        assertThat(refusal).as("it is refused").isNotNull();
        return refusal.problems().asList().get(0);
    }

    @Test
    void processorsStandWhereTheyWerePut() {
        Step first = looking("first", event -> {});
        Step second = looking("second", event -> {});
        Step third = looking("third", event -> {});

        Pipeline pipeline = Pipeline.standard()
                .insertBefore("validate", first)
                .insertAfter("first", second)
                .replace("rules", third)
                .switched("after-commit", false);

        assertThat(names(pipeline))
                .containsExactly(
                        "lock",
                        "load",
                        "compare",
                        "handlers",
                        "first",
                        "second",
                        "validate",
                        "write",
                        "third",
                        "rules (off)",
                        "saved",
                        "leave",
                        "commit",
                        "refresh",
                        "after-commit (off)");
    }

    @Test
    void aConfigurationSaysTheSameInWords() {
        List<SaveProcessor> known = List.of(looking("audit", event -> {}), limit());

        Pipeline pipeline =
                Pipeline.standard().configured("length-limit before validate, audit replaces rules , saved off", known);

        assertThat(pipeline)
                .hasToString("lock, load, compare, handlers, length-limit, validate, write, audit,"
                        + " rules (off), saved (off), leave, commit, refresh, after-commit");
    }

    @Test
    void whatDoesNotFitIsRefusedWithTheListOfSteps() {
        Pipeline standard = Pipeline.standard();
        String steps =
                "place it among these steps: lock, load, compare, handlers, validate, write, rules, saved, leave,"
                        + " commit, refresh, after-commit";

        Problem unknown = refused(() -> standard.insertBefore("validat", limit()));
        Problem late = refused(() -> standard.insertAfter("write", limit()));
        Problem early = refused(() -> standard.insertBefore("load", limit()));
        Problem needed = refused(() -> standard.switched("write", false));
        Problem twice = refused(() -> standard.insertBefore("write", limit()).insertBefore("write", limit()));

        assertThat(unknown.message()).isEqualTo("there is no step \"validat\"; perhaps validate is meant");
        assertThat(late.message()).isEqualTo("it may refuse a save or change it, and stands behind the step write");
        assertThat(early.message()).isEqualTo("nothing is known of a save before the step compare");
        assertThat(needed.message()).isEqualTo("no save can do without the step write");
        assertThat(twice.message()).isEqualTo("there is a step of this name already");
        assertThat(List.of(unknown, late, early, needed)).allSatisfy(problem -> {
            assertThat(problem.code()).isEqualTo(ProblemCode.WRONG_PIPELINE);
            assertThat(problem.fix()).isEqualTo(steps);
        });
    }

    @Test
    void aConfigurationThatDoesNotFitEndsTheStart() {
        assertThatThrownBy(() -> Synchronizer.builder()
                        .saveProcessor(limit())
                        .pipeline("length-limit after write")
                        .build())
                .isInstanceOf(ProblemsException.class)
                .hasMessageContaining("stands behind the step write");
        assertThatThrownBy(() -> Synchronizer.builder()
                        .saveProcessor(limit())
                        .pipeline("lengthlimit before write")
                        .build())
                .hasMessageContaining("there is no processor \"lengthlimit\"; perhaps length-limit is meant");
        assertThatThrownBy(() -> Synchronizer.builder().pipeline("rules away").build())
                .hasMessageContaining("\"rules away\" says nothing of a pipeline");
    }

    @OnEveryDatabase
    void aLimitAbortsASaveAndAnImportAlike(Product product) {
        Pipeline pipeline = Pipeline.standard().insertAfter("handlers", limit());
        try (Site site = Site.start(product, builder -> builder.pipeline(pipeline), models())) {
            Item item = site.items().create("Ada", NewItem.of("Article", "A").with("title", "short"));
            ByteArrayOutputStream exported = new ByteArrayOutputStream();
            site.transfer().export(ItemQuery.all(), exported);
            byte[] line = exported.toString(StandardCharsets.UTF_8)
                    .replace("short", "far too long")
                    .replace("\"revision\":1", "\"revision\":2")
                    .getBytes(StandardCharsets.UTF_8);

            Problem saved = refused(() -> site.items().save("Ada", item.with("title", "far too long")));
            Problem imported = refused(() ->
                    site.transfer().importFrom("Ada", new ByteArrayInputStream(line), ImportOptions.allOrNothing()));

            String message = "length-limit refuses it: title has 12 characters, and 5 are allowed (TOO_LONG)";
            assertThat(saved.message()).isEqualTo(message);
            assertThat(imported.message()).isEqualTo(message);
            assertThat(List.of(saved.code(), imported.code())).containsOnly(ProblemCode.SAVE_VETOED);
            assertThat(site.items().get(item.id())).isEqualTo(item);
        }
    }

    @OnEveryDatabase
    void whatAProcessorSetsBehindTheValidatorsIsValidatedToo(Product product) {
        Path models = Site.jar(
                folder,
                "1.0",
                "@ContentType public class Article {@Size(max = 5) " + property("String", "title") + "}");
        Pipeline pipeline = Pipeline.standard()
                .insertBefore("write", aborting("stretch", event -> event.set("title", "far too long")));
        try (Site site = Site.start(product, builder -> builder.pipeline(pipeline), models)) {
            assertThat(Site.violations(() -> site.items().create("Ada", NewItem.of("Article", "A"))))
                    .singleElement()
                    .satisfies(violation -> assertThat(violation.place()).isEqualTo("Article.title"));
            assertThat(site.items().count(ItemQuery.all())).isZero();
        }
    }

    @OnEveryDatabase
    void processorsAreCalledInTheirOrderAndForEverySave(Product product) {
        List<String> calls = new ArrayList<>();
        Pipeline pipeline = Pipeline.standard()
                .insertBefore("handlers", looking("one", event -> calls.add("one")))
                .insertBefore("write", looking("two", event -> calls.add("two")))
                .insertAfter("write", looking("three", event -> calls.add("three")))
                .insertAfter("commit", looking("four", event -> {
                    calls.add("four");
                    throw new IllegalStateException("nobody is harmed");
                }));
        Listener handler =
                Listener.of("listener").onSaving(event -> calls.add("saving")).onSaved(event -> calls.add("saved"));
        try (Site site =
                Site.start(product, builder -> builder.pipeline(pipeline).saveHandler(handler), models())) {
            Item item = site.create("Article", "A");

            assertThat(calls).containsExactly("one", "saving", "two", "three", "saved", "four");
            assertThat(site.items().get(item.id())).isEqualTo(item);
        }
    }

    @OnEveryDatabase
    void stepsThatAreOffAreNotTaken(Product product) {
        Listener handler = Listener.of("listener");
        try (Site site = Site.start(
                product, builder -> builder.saveHandler(handler).pipeline("saved off, after-commit off"), models())) {
            site.create("Article", "A");

            assertThat(handler.calls()).containsExactly("saving CREATE A [name ADDED]");
        }
    }

    @OnEveryDatabase
    void aProcessorAsksWhereSomebodyCanAnswer(Product product) {
        Pipeline pipeline = Pipeline.standard().insertAfter("handlers", aborting("careful", event -> {
            if (!event.ask("Publish " + event.subject().name() + " today")) {
                throw event.veto("NO", "somebody said no");
            }
        }));
        try (Site site = Site.start(product, builder -> builder.pipeline(pipeline), models())) {
            SaveOptions options = SaveOptions.standard();

            Problem unanswered = refused(() -> site.create("Article", "A"));
            assertThat(unanswered.code()).isEqualTo(ProblemCode.QUESTION_UNANSWERED);
            assertThat(unanswered.message()).isEqualTo("careful asks: Publish A today");
            assertThat(unanswered.fix()).contains("--force");
            assertThatThrownBy(() -> site.items()
                            .with(options.asking(question -> false))
                            .create("Ada", NewItem.of("Article", "A")))
                    .isInstanceOf(SaveVetoedException.class);
            List<String> questions = new ArrayList<>();
            site.items().with(options.asking(questions::add)).create("Ada", NewItem.of("Article", "A"));
            site.items().with(options.confirming()).create("Ada", NewItem.of("Article", "B"));

            assertThat(questions)
                    .singleElement()
                    .asString()
                    .startsWith("\"A\" (")
                    .endsWith("): careful asks: Publish A today");
            assertThat(site.items().count(ItemQuery.all())).isEqualTo(2);
        }
    }
}
