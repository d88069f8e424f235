package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Sources.property;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.synchronizer.Synchronizer;
import dev.synchronizer.SynchronizerBuilder;
import dev.synchronizer.content.InvalidItemException;
import dev.synchronizer.content.Items;
import dev.synchronizer.content.Violation;
import dev.synchronizer.databases.TestDatabase;
import dev.synchronizer.problem.FindingSeverity;
import dev.synchronizer.saving.Finding;
import dev.synchronizer.saving.Findings;
import dev.synchronizer.saving.SaveOptions;
import dev.synchronizer.saving.SaveValidator;
import dev.synchronizer.saving.Serves;
import dev.synchronizer.saving.ValidatedItem;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** A node with notes, articles and folders, on which validators are registered; each start is a node of its own. */
final class Validated implements AutoCloseable {
    private final Synchronizer synchronizer;
    private final TestDatabase database;
    final List<Finding> told = new ArrayList<>();

    private Validated(Synchronizer synchronizer, TestDatabase database) {
        this.synchronizer = synchronizer;
        this.database = database;
    }

    static Validated start(TestDatabase database, Path folder, Consumer<SynchronizerBuilder> configuration) {
        return of(database, model(folder, "1.0", ""), configuration);
    }

    static Validated of(TestDatabase database, Path model, Consumer<SynchronizerBuilder> configuration) {
        SynchronizerBuilder builder = Synchronizer.builder()
                .dataSource(database.dataSource())
                .models(model)
                .pollInterval(Duration.ZERO);
        configuration.accept(builder);
        Synchronizer synchronizer = builder.build();
        synchronizer.synchronize();
        return new Validated(synchronizer, database);
    }

    static Path model(Path folder, String version, String more) {
        return Site.jar(
                folder,
                version,
                "@ContentType public class Note {" + property("String", "title") + property("String", "text") + more
                        + "}",
                "@ContentType(access = {\"Editors\", \"Admins\"}) public class Article {"
                        + property("@NotNull @Size(max = 5) String", "title")
                        + property("@AllowedTypes(Article.class) List<ContentReference>", "related") + "}",
                "@ContentType(allowedParents = Folder.class) public class Page {" + property("String", "title") + "}",
                "@ContentType public class Folder {}");
    }

    /** A validator of all items of the store. */
    static SaveValidator validator(String name, BiConsumer<ValidatedItem, Findings> body) {
        return validator(name, Serves.stores("main"), body);
    }

    static SaveValidator validator(String name, Serves serves, BiConsumer<ValidatedItem, Findings> body) {
        return new SaveValidator() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Serves serves() {
                return serves;
            }

            @Override
            public void validate(ValidatedItem item, Findings findings) {
                body.accept(item, findings);
            }
        };
    }

    /** Says of each title that is the name of a severity that it is of this severity. */
    static SaveValidator bySeverity() {
        return validator(
                "grave",
                (item, findings) -> item.after()
                        .get("title", "")
                        .map(Object::toString)
                        .filter(title ->
                                List.of(FindingSeverity.values()).toString().contains(title))
                        .ifPresent(title ->
                                findings.report(FindingSeverity.valueOf(title), "title", "", "the title is " + title)));
    }

    SaveOptions telling() {
        return SaveOptions.standard().telling((subject, finding) -> told.add(finding));
    }

    Items items() {
        return synchronizer.items().with(telling());
    }

    Items items(SaveOptions options) {
        return synchronizer.items().with(options);
    }

    Synchronizer synchronizer() {
        return synchronizer;
    }

    TestDatabase database() {
        return database;
    }

    /** What is in the way of a save, as rules and what they say. */
    static List<String> refused(ThrowingCallable call) {
        InvalidItemException refusal = catchThrowableOfType(InvalidItemException.class, call);
        assertThat(refusal).as("it is refused").isNotNull();
        return refusal.violations().stream().map(Validated::line).toList();
    }

    static String line(Violation violation) {
        return violation.code() + " " + violation.property() + " " + violation.rule();
    }

    static List<String> lines(List<Finding> findings) {
        return findings.stream()
                .map(finding -> finding.severity() + " " + finding.place() + " " + finding.validator())
                .toList();
    }

    @Override
    public void close() {
        synchronizer.close();
    }
}
