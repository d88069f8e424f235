package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Desk.refused;
import static dev.synchronizer.behaviour.ImportLines.export;
import static dev.synchronizer.behaviour.ImportLines.importInto;
import static dev.synchronizer.behaviour.ImportLines.linesOf;
import static dev.synchronizer.behaviour.Sources.property;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.content.Item;
import dev.synchronizer.content.ItemQuery;
import dev.synchronizer.content.NewItem;
import dev.synchronizer.diff.Grade;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.transfer.ImportOptions;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;

/** A type of kind {@code BLOCK} lives inside other items: none is made of it by itself. */
class ContentBlockTypesTest {
    @TempDir
    Path folder;

    private Path site(String version, String kind) {
        return Site.jar(
                folder,
                version,
                "@ContentType(kind = ContentKind." + kind + ") public class Banner {" + property("String", "text")
                        + "}");
    }

    @OnEveryDatabase
    void noItemIsMadeOfABlock(Product product) {
        try (Site site = Site.start(product, site("1.0", "BLOCK"))) {
            List<Problem> problems = refused(() -> site.create("Banner", "B"));

            assertThat(problems).extracting(Problem::code).containsExactly(ProblemCode.NO_ITEMS_OF_TYPE);
            assertThat(problems.get(0).message()).isEqualTo("Banner is a block, which lives inside other items");
            String line = "{\"type\":\"Banner\",\"name\":\"B\",\"values\":{}}";
            assertThat(refused(() -> site.transfer()
                            .importFrom(
                                    "Ada",
                                    new ByteArrayInputStream(line.getBytes(StandardCharsets.UTF_8)),
                                    ImportOptions.allOrNothing())))
                    .extracting(Problem::code)
                    .containsExactly(ProblemCode.NO_ITEMS_OF_TYPE);
        }
    }

    @OnEveryDatabase
    void itemsOfATypeThatBecomesABlockStayWithinReach(Product product) {
        try (Site site = Site.start(product, site("1.0", "PAGE"))) {
            Item made = site.items().create("Ada", NewItem.of("Banner", "B").with("text", "T"));
            try (Site newer = site.another(site("1.1", "BLOCK"))) {
                assertThat(newer.items().get(made.id()).get("text")).contains("T");
                ByteArrayOutputStream lines = new ByteArrayOutputStream();
                assertThat(newer.transfer().export(ItemQuery.all(), lines)).isOne();
                Item saved = newer.items().save("Ada", made.with("text", "U"));
                assertThat(saved.get("text")).contains("U");
                assertThat(refused(() -> newer.items().duplicate("Ada", made.id(), null, false)))
                        .extracting(Problem::code)
                        .containsExactly(ProblemCode.NO_ITEMS_OF_TYPE);
                assertThat(newer.items().delete("Ada", made.id())).isOne();
                assertThat(newer.items().restore("Ada", made.id())).isOne();
                newer.items().delete("Ada", made.id());
                assertThat(newer.items().purge("Ada", made.id())).isOne();
            }
        }
    }

    @OnEveryDatabase
    void theExportOfItemsOfATypeThatTakesNoNewOnesCanBeImportedOverThem(Product product) {
        Path pages = Site.jar(folder, "1.0", banner(""), "@ContentType public class Poster {}");
        Path noPages = Site.jar(
                folder, "1.1", banner("(kind = ContentKind.BLOCK)"), "@ContentType public abstract class Poster {}");
        try (Site site = Site.start(product, pages)) {
            site.items().create("Ada", NewItem.of("Banner", "B").with("text", "T"));
            site.create("Poster", "P");
            try (Site newer = site.another(noPages)) {
                String exported = export(newer);
                assertThat(importInto(newer, exported).unchanged()).isEqualTo(2);

                String saved =
                        exported.replace("\"revision\":1", "\"revision\":2").replace("\"T\"", "\"U\"");
                assertThat(importInto(newer, saved).replaced()).isEqualTo(2);
                assertThat(export(newer)).isEqualTo(saved);

                purgeAll(newer);
                assertThat(linesOf(refused(() -> importInto(newer, saved))))
                        .containsExactly("line 1 NO_ITEMS_OF_TYPE", "line 2 NO_ITEMS_OF_TYPE");
            }
        }
    }

    private static String banner(String settings) {
        return "@ContentType" + settings + " public class Banner {" + property("String", "text") + "}";
    }

    private static void purgeAll(Site site) {
        List<UUID> ids =
                site.items().list(ItemQuery.all()).stream().map(Item::id).toList();
        site.items().delete("Ada", ids);
        site.items().purge("Ada", ids);
    }

    @OnEveryDatabase
    void aKindThatItemsAreConcernedByIsABreakingChange(Product product) {
        Node node = Node.on(product);
        node.start(site("1.0", "PAGE"));
        assertThat(grade(node)).isEqualTo(Grade.COMPATIBLE);
        node.call(synchronizer -> synchronizer.items().create("Ada", NewItem.of("Banner", "B")));

        assertThat(grade(node)).isEqualTo(Grade.BREAKING);
    }

    private Grade grade(Node node) {
        return node.dryRun(site("1.1", "BLOCK")).summary().grade();
    }
}
