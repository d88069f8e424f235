package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Sources.property;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.synchronizer.content.Item;
import dev.synchronizer.content.NewItem;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.rule.ActionText;
import dev.synchronizer.rule.Rule;
import dev.synchronizer.saving.RuleTask;
import dev.synchronizer.saving.SavedEvent;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What tests of rules have in common: articles and pages, and short ways to say a rule. */
final class Ruled {
    private Ruled() {}

    static Path models(Path folder) {
        return Site.jar(
                folder,
                "1.0",
                "@ContentType public class Article {" + property("@Size(max = 10) String", "title")
                        + property("String", "teaser") + property("Integer", "views")
                        + property("List<String>", "tags") + "@Property(localized = true) "
                        + property("String", "slogan") + "}",
                "@ContentType public class Page {" + property("String", "title") + "}");
    }

    /** The same without a teaser. */
    static Path modelsWithoutTeaser(Path folder) {
        return Site.jar(
                folder,
                "1.1",
                "@ContentType public class Article {" + property("@Size(max = 10) String", "title") + "}");
    }

    /** An enabled rule of the store {@code main} for articles. */
    static Rule rule(String name, String condition, String... actions) {
        return rule(name, 0, condition, actions);
    }

    static Rule rule(String name, int order, String condition, String... actions) {
        return new Rule(
                name,
                "main",
                List.of("Article"),
                order,
                true,
                condition,
                Stream.of(actions).map(ActionText::parse).toList());
    }

    static Rule of(Rule rule, String store, String... types) {
        return new Rule(
                rule.name(), store, List.of(types), rule.order(), rule.enabled(), rule.condition(), rule.actions());
    }

    static void save(Site site, Rule... rules) {
        Stream.of(rules).forEach(rule -> site.synchronizer().rules().save("Grace", rule));
    }

    static Item article(Site site, String title) {
        return site.items().create("Ada", NewItem.of("Article", "A").with("title", title));
    }

    static RuleTask task(String name, BiConsumer<SavedEvent, Map<String, String>> deed) {
        return new RuleTask() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public void run(SavedEvent event, Map<String, String> arguments) {
                deed.accept(event, arguments);
            }
        };
    }

    /** The codes and messages of what refuses a call. */
    static List<String> refused(ThrowingCallable call) {
        ProblemsException refusal = catchThrowableOfType(ProblemsException.class, call);
        assertThat(refusal).as("it is refused").isNotNull();
        return refusal.problems().stream()
                .map(problem -> problem.code() + " " + problem.subject() + ": " + problem.message())
                .toList();
    }
}
