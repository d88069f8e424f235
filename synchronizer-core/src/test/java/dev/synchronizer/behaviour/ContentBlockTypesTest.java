package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Desk.refused;
import static dev.synchronizer.behaviour.Sources.property;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.content.ImportOptions;
import dev.synchronizer.content.Item;
import dev.synchronizer.content.ItemQuery;
import dev.synchronizer.content.NewItem;
import dev.synchronizer.diff.Grade;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
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
            assertThat(refused(() -> site.items()
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
                assertThat(newer.items().export(ItemQuery.all(), lines)).isOne();
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
