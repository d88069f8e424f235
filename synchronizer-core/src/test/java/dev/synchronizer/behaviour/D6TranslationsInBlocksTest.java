package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Node.type;
import static dev.synchronizer.behaviour.Sources.property;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.synchronizer.SyncRefusedException;
import dev.synchronizer.diff.Grade;
import dev.synchronizer.plan.BlastRadius;
import dev.synchronizer.plan.PropertyPlan;
import dev.synchronizer.value.Block;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;

/** D6: what is translated within blocks counts by its own languages where a property of theirs ceases to be localized. */
class D6TranslationsInBlocksTest {
    @TempDir
    Path folder;

    @OnEveryDatabase
    void translationsWithinBlocksAreCountedByTheirOwnLanguagesWhateverThatOfTheBlocks(Product product) {
        Node node = Node.on(product);
        node.start(site("1.0", "@Property(localized = true) String"));
        Editor.of(node)
                .writes(
                        "Article",
                        Map.of(
                                "teasers",
                                List.of(
                                        new Block(Block.empty()
                                                .values()
                                                .with("title", "de", "a")
                                                .with("title", "en", "b")),
                                        new Block(Block.empty().values().with("title", "en", "c"))),
                                "teasers@it",
                                List.of(new Block(Block.empty()
                                        .values()
                                        .with("title", "n")
                                        .with("title", "fr", "f")))));
        Path after = site("1.1", "String");

        SyncRefusedException refused = catchThrowableOfType(SyncRefusedException.class, () -> node.start(after));

        assertThat(refused.plan().refusals().asList().get(0).message())
                .contains("4 stored values lose their languages (1 de, 2 en, 1 fr)");
        PropertyPlan title = type(refused.plan(), "Teaser").properties().get(0);
        assertThat(title.settings())
                .extracting(setting -> setting.concern().translations())
                .containsExactly(new TreeMap<>(Map.of("de", 1L, "en", 2L, "fr", 1L)));
        assertThat(title.radius()).isEqualTo(new BlastRadius(1, 4));
    }

    @OnEveryDatabase
    void blocksInALanguageWhosePropertiesHaveNoneLoseNothing(Product product) {
        Node node = Node.on(product);
        node.start(site("1.0", "@Property(localized = true) String"));
        Editor.of(node)
                .writes("Article", Map.of("teasers@it", List.of(Block.empty().with("title", "n"))));

        assertThat(node.dryRun(site("1.1", "String")).summary().grade()).isEqualTo(Grade.COMPATIBLE);
    }

    private Path site(String version, String title) {
        return Site.jar(
                folder,
                version,
                "@ContentType(kind = ContentKind.BLOCK) public class Teaser {" + property(title, "title") + "}",
                "@ContentType public class Article {" + property("@Property(localized = true) List<Teaser>", "teasers")
                        + "}");
    }
}
