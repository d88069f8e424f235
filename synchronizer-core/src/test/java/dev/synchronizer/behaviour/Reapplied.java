package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Sources.property;

import dev.synchronizer.content.Item;
import dev.synchronizer.content.ItemQuery;
import dev.synchronizer.content.NewItem;
import dev.synchronizer.reapplication.RuleProgress;
import dev.synchronizer.reapplication.RuleRunOptions;
import dev.synchronizer.reapplication.RuleRunReport;
import dev.synchronizer.reapplication.RuleSelection;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/** Articles and pages that were saved before there were rules, and rules that are applied to them in small batches. */
final class Reapplied {
    static final RuleRunOptions BATCHES_OF_TEN = RuleRunOptions.standard().batchSize(10);

    private Reapplied() {}

    static Path models(Path folder) {
        return Site.jar(
                folder,
                "1.0",
                "@ContentType public class Article {" + property("String", "title") + property("String", "teaser")
                        + property("Integer", "number") + property("@Property(localized = true) String", "summary")
                        + "}",
                "@ContentType public class Page {" + property("String", "title") + property("String", "teaser") + "}");
    }

    static void write(Site site, String type, int count) {
        for (int i = 0; i < count; i++) {
            NewItem item = NewItem.of(type, type + " " + i).with("title", "Title " + i);
            site.items().create("Ada", type.equals("Article") ? item.with("number", i) : item);
        }
    }

    static RuleRunReport apply(Site site) {
        return apply(site, BATCHES_OF_TEN);
    }

    static RuleRunReport apply(Site site, RuleRunOptions options) {
        return site.synchronizer().ruleRuns().apply("Bob", RuleSelection.all(), options);
    }

    /** Ends an application once so many items are done with. */
    static RuleProgress killedAfter(long items) {
        return (looked, changed, total) -> {
            if (looked >= items) {
                throw new IllegalStateException("killed after " + looked + " of " + total);
            }
        };
    }

    /** How many items are of each revision. */
    static Map<Long, Long> revisions(Site site) {
        return site.items().list(ItemQuery.all()).stream()
                .collect(Collectors.groupingBy(Item::revision, Collectors.counting()));
    }
}
