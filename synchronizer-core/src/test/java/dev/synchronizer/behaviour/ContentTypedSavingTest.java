package dev.synchronizer.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.behaviour.Stories.Article;
import dev.synchronizer.behaviour.Stories.Teaser;
import dev.synchronizer.content.Item;
import dev.synchronizer.value.Block;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** Items saved as objects of model classes: what those do not show stays as it is. */
class ContentTypedSavingTest {
    @TempDir
    Path folder;

    @OnEveryDatabase
    void aSaveChangesWhatTheObjectHoldsOtherwiseAndNothingElse(Product product) throws Exception {
        try (Site site = Site.start(product, Stories.jar(folder))) {
            Item made = site.items().create("Ada", "A", null, Stories.article(), "de");
            Block lead = (Block) made.get("lead").orElseThrow();
            List<?> teasers = (List<?>) made.get("teasers").orElseThrow();
            Block second = new Block(((Block) teasers.get(1)).values().with("text", "en", "en two"));
            Item translated = site.items()
                    .save(
                            "Bob",
                            made.with("intro", "en", "Hello")
                                    .with("lead", new Block(lead.values().with("text", "en", "en L")))
                                    .with("teasers", List.of(teasers.get(0), second))
                                    .without("count"));
            Article read = site.items().get(made.id(), Article.class, "de");
            assertThat(site.items().save("Ada", made.id(), 2, read, "de")).isEqualTo(translated);

            read.setIntro("Guten Tag");
            read.setLead(new Teaser("L2", "de L", 1));
            read.setTeasers(List.of(new Teaser("two", "de two", 2), new Teaser("new", "neu", 3)));
            Item saved = site.items().save("Ada", made.id(), 2, read, "de");

            assertThat(saved.revision()).isEqualTo(3);
            assertThat(saved.get("intro", "de")).contains("Guten Tag");
            assertThat(saved.get("intro", "en")).contains("Hello");
            assertThat(saved.get("count"))
                    .as("0 is not said where nothing stands")
                    .isEmpty();
            Block newLead = (Block) saved.get("lead").orElseThrow();
            assertThat(newLead.values().get("title")).contains("L2");
            assertThat(newLead.values().get("text", "en")).contains("en L");
            assertThat(((List<?>) saved.get("teasers").orElseThrow()).get(0))
                    .as("a block that only moved keeps its other languages")
                    .isEqualTo(second);
        }
    }
}
