package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Site.violations;
import static dev.synchronizer.behaviour.Sources.property;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.content.Item;
import dev.synchronizer.content.NewItem;
import dev.synchronizer.content.Violation;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.value.Block;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** C3: a node of older code reads and saves items by what this code knows, and leaves alone what it does not. */
class C3ContentOnAnOlderNodeTest {
    private static final long LARGE = 1L << 40;

    @TempDir
    Path folder;

    private Path older;
    private Path newer;

    @BeforeEach
    void compile() {
        older = Site.jar(
                folder,
                "1.0",
                "@ContentType(kind = ContentKind.BLOCK) public class Teaser {" + property("String", "text") + "}",
                "@ContentType public class Article {" + property("String", "title") + property("int", "count")
                        + property("Teaser", "lead") + "}");
        newer = Site.jar(
                folder,
                "1.1",
                "@ContentType(kind = ContentKind.BLOCK) public class Teaser {" + property("String", "text")
                        + property("String", "more") + "}",
                "@ContentType public class Article {" + property("@RenamedFrom(\"title\") String", "heading")
                        + property("long", "count") + property("String", "added") + property("Teaser", "lead") + "}");
    }

    @OnEveryDatabase
    void itKnowsItsOwnNamesAndDataTypes(Product product) {
        try (Site old = Site.start(product, older)) {
            Item made = old.items()
                    .create("Ada", NewItem.of("Article", "A").with("title", "T").with("count", 5));
            try (Site young = old.another(newer)) {
                Item read = young.items().get(made.id());
                assertThat(read.get("heading")).contains("T");
                assertThat(read.get("count")).contains(5L);
                young.items()
                        .save("Bob", read.with("heading", "H").with("count", 6L).with("added", "more"));

                Item seen = old.items().get(made.id());
                assertThat(seen.values().properties()).containsExactly("count", "title");
                assertThat(seen.get("title")).contains("H");
                assertThat(seen.get("count")).contains(6);
                old.items().save("Ada", seen.with("title", "Again").with("count", 7));

                Item again = young.items().get(made.id());
                assertThat(again.get("heading")).contains("Again");
                assertThat(again.get("count")).contains(7L);
                assertThat(again.get("added"))
                        .as("what it does not know is left alone")
                        .contains("more");
            }
        }
    }

    @OnEveryDatabase
    void whatDoesNotFitItsDataTypesIsNotSeenAndStays(Product product) {
        try (Site old = Site.start(product, older);
                Site young = old.another(newer)) {
            Item made = young.items().create("Bob", NewItem.of("Article", "A").with("count", LARGE));

            Item seen = old.items().get(made.id());
            assertThat(seen.get("count")).isEmpty();
            old.items().save("Ada", seen.with("title", "T"));

            assertThat(young.items().get(made.id()).get("count")).contains(LARGE);
        }
    }

    @OnEveryDatabase
    void aBlockThatHoldsWhatOnlyNewerCodeKnowsIsNotWrittenByIt(Product product) {
        try (Site old = Site.start(product, older);
                Site young = old.another(newer)) {
            Block lead = Block.empty().with("text", "T").with("more", "M");
            Item made = young.items().create("Bob", NewItem.of("Article", "A").with("lead", lead));

            Item seen = old.items().get(made.id());

            assertThat(seen.get("lead")).contains(Block.empty().with("text", "T"));
            assertThat(violations(() -> old.items()
                            .save("Ada", seen.with("lead", Block.empty().with("text", "New")))))
                    .extracting(Violation::code)
                    .containsExactly(ProblemCode.KEPT_BY_NEWER_CODE);
            old.items().save("Ada", seen.with("title", "T"));
            assertThat(young.items().get(made.id()).get("lead")).contains(lead);
        }
    }
}
