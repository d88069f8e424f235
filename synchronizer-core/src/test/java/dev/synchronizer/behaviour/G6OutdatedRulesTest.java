package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Ruled.rule;
import static dev.synchronizer.behaviour.Ruled.save;
import static dev.synchronizer.behaviour.Sources.property;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.Synchronizer;
import dev.synchronizer.plan.OrphanPolicy;
import dev.synchronizer.plan.Policy;
import dev.synchronizer.plan.SyncPlan;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.Severity;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** A plan says which rules will not fit any more once it is carried out (G6). */
class G6OutdatedRulesTest {
    @TempDir
    Path folder;

    private Site start(Product product) {
        return Site.start(product, Ruled.models(folder));
    }

    private static Synchronizer later(Site site, Path models) {
        return later(site, new OrphanPolicy.Delete(), models);
    }

    private static Synchronizer later(Site site, OrphanPolicy orphans, Path models) {
        return Synchronizer.builder()
                .policy(Policy.standard().withOrphans(orphans))
                .dataSource(site.database().dataSource())
                .models(models)
                .pollInterval(Duration.ZERO)
                .build();
    }

    private static List<String> said(SyncPlan plan) {
        return plan.problems().stream()
                .filter(problem -> problem.code() == ProblemCode.OUTDATED_RULE)
                .map(problem -> problem.subject() + ": " + problem.message())
                .toList();
    }

    @OnEveryDatabase
    void aDryRunAndTheCommitWarnOfWhatWillNotFitAndTheNextStartDoesNot(Product product) {
        try (Site site = start(product)) {
            save(
                    site,
                    rule("stale", "item.teaser == 'x'", "clear teaser"),
                    rule("typed", "item.views > 3", "log INFO seen"),
                    rule("fits", "item.title == 'x'", "log INFO seen"),
                    rule("off", "", "clear teaser").withEnabled(false),
                    Ruled.of(rule("pages", "", "set title=x"), "main", "Page"),
                    Ruled.of(rule("elsewhere", "", "clear teaser"), "archive", "Article"));
            String warning = "rule stale: once this is done, the rule does not fit any more: for Article, ";
            List<String> expected = List.of(
                    "rule pages: once this is done, no type Page is in use that it is for",
                    warning + "clear: Article has no property \"teaser\"",
                    warning + "line 1, column 5: there is no property \"teaser\"",
                    "rule typed: once this is done, the rule does not fit any more: for Article, line 1, column 12: >"
                            + " cannot be applied to (string, int)");
            Path models = Site.jar(
                    folder,
                    "1.1",
                    "@ContentType public class Article {" + property("@Size(max = 10) String", "title")
                            + property("String", "views") + "}");
            try (Synchronizer later = later(site, models)) {
                SyncPlan plan = later.analyze().plan();
                assertThat(said(plan)).isEqualTo(expected);
                assertThat(plan.problems().stream().filter(each -> each.code() == ProblemCode.OUTDATED_RULE))
                        .allSatisfy(each -> {
                            assertThat(each.severity()).isEqualTo(Severity.WARNING);
                            assertThat(each.fix()).containsAnyOf("rules disable", "rules remove");
                        });
                assertThat(said(later.synchronize().plan())).isEqualTo(expected);
                assertThat(said(later.synchronize().plan())).isEmpty();
            }
        }
    }

    @OnEveryDatabase
    void ofARenamedTypeTheNewNameIsSaid(Product product) {
        try (Site site = start(product)) {
            save(site, Ruled.of(rule("pages", "", "set title=x"), "main", "Page"));
            Path models = Site.jar(
                    folder,
                    "1.1",
                    "@ContentType @RenamedFrom(\"Page\") public class Sheet {" + property("String", "title") + "}");
            try (Synchronizer later = later(site, models)) {
                assertThat(said(later.analyze().plan()))
                        .containsExactly("rule pages: once this is done, the type Page that it is for is called Sheet");
            }
        }
    }

    @OnEveryDatabase
    void aRuleForAllTypesIsHeldAgainstThoseThatChange(Product product) {
        try (Site site = start(product)) {
            save(site, Ruled.of(rule("all", "item.title == 'x'", "log INFO seen"), "main"));
            Path models = Site.jar(
                    folder,
                    "1.1",
                    "@ContentType public class Article {" + property("@Size(max = 10) String", "title") + "}",
                    "@ContentType public class Page {" + property("String", "title") + "}",
                    "@ContentType public class Note {" + property("String", "text") + "}",
                    "@ContentType(kind = ContentKind.BLOCK) public class Box {" + property("String", "text") + "}");
            try (Synchronizer later = later(site, models)) {
                assertThat(said(later.analyze().plan()))
                        .containsExactly(
                                "rule all: once this is done, the rule does not fit any more: for Note, line 1,"
                                        + " column 5: there is no property \"title\"");
            }
        }
    }

    /** What is embedded in a type is a part of it, be it that nothing else of the type changes. */
    @OnEveryDatabase
    void aRuleForAllTypesIsHeldAgainstThoseWhoseBlocksChange(Product product) {
        String page = "@ContentType public class Page {" + property("Box", "box") + "}";
        String box = "@ContentType(kind = ContentKind.BLOCK) public class Box {";
        try (Site site = Site.start(product, Site.jar(folder, "1.0", page, box + property("String", "text") + "}"))) {
            save(site, Ruled.of(rule("all", "has(item.box) && item.box.text == 'x'", "log INFO seen"), "main"));
            Path models = Site.jar(folder, "1.1", page, box + property("String", "other") + "}");
            try (Synchronizer later = later(site, models)) {
                assertThat(said(later.analyze().plan()))
                        .singleElement()
                        .asString()
                        .startsWith("rule all: once this is done, the rule does not fit any more: for Page")
                        .contains("\"text\"");
            }
        }
    }

    /** A type that code declares no more is not in use, be it that its rows stay for what refers to them. */
    @OnEveryDatabase
    void ofATypeThatStaysAsAnOrphanIsSaidThatItIsNotInUse(Product product) {
        try (Site site = start(product)) {
            save(site, Ruled.of(rule("pages", "", "set title=x"), "main", "Page"));
            site.create("Page", "P");
            Path models = Site.jar(
                    folder,
                    "1.1",
                    "@ContentType public class Article {" + property("@Size(max = 10) String", "title") + "}");
            for (OrphanPolicy policy :
                    List.of(new OrphanPolicy.Keep(), new OrphanPolicy.Quarantine(Duration.ofDays(9)))) {
                try (Synchronizer later = later(site, policy, models)) {
                    assertThat(said(later.analyze().plan()))
                            .containsExactly("rule pages: once this is done, no type Page is in use that it is for");
                }
            }
        }
    }
}
