package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Sources.property;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.synchronizer.SyncReport;
import dev.synchronizer.content.Item;
import dev.synchronizer.content.NewItem;
import dev.synchronizer.plan.Policy;
import dev.synchronizer.store.LostValue;
import dev.synchronizer.value.Block;
import dev.synchronizer.value.Values;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** D6: of blocks that a run could not keep, its record tells by the names of their properties. */
class D6LostBlocksTest {
    @TempDir
    Path folder;

    private Path site(String version, String localized) {
        return Site.jar(
                folder,
                version,
                "@ContentType(kind = ContentKind.BLOCK) public class Inner {" + property("String", "text") + "}",
                "@ContentType(kind = ContentKind.BLOCK) public class Outer {" + property(localized + "Inner", "inner")
                        + "}",
                "@ContentType public class Article {" + property("Outer", "part")
                        + property(localized + "Outer", "lead") + "}");
    }

    @OnEveryDatabase
    void translationsThatAreBlocksAreToldByName(Product product) {
        Node node = Node.on(product)
                .with(builder -> builder.policy(Policy.standard().allowingLossy()));
        node.start(site("1.0", "@Property(localized = true) "));
        Block part = new Block(Values.none().with("inner", "de", inner("eins")).with("inner", "en", inner("one")));
        Item made = node.call(synchronizer -> synchronizer
                .items()
                .create(
                        "Ada",
                        NewItem.of("Article", "A")
                                .with("part", part)
                                .with("lead", "de", part)
                                .with("lead", "en", part)));

        SyncReport report = node.start(site("1.1", ""));

        List<LostValue> lost =
                node.call(synchronizer -> synchronizer.lostValues(report.run().orElseThrow(), 100));
        assertThat(lost)
                .extracting(LostValue::item, LostValue::property, LostValue::language, LostValue::value)
                .contains(
                        tuple(made.id(), "Outer.inner", "en", "{\"text\":\"one\"}"),
                        tuple(
                                made.id(),
                                "Article.lead",
                                "en",
                                "{\"inner\":{\"de\":{\"text\":\"eins\"},\"en\":{\"text\":\"one\"}}}"));
    }

    private static Block inner(String text) {
        return Block.empty().with("text", text);
    }
}
