package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.ArticleSite.numbers;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.Progress;
import dev.synchronizer.plan.Policy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** D6: any number of values is converted in batches. */
class D6ManyValuesTest {
    private static final Policy LOSSY = Policy.standard().allowingLossy();

    @TempDir
    Path folder;

    private ArticleSite site;

    @BeforeEach
    void beginAnew() {
        site = new ArticleSite(folder);
    }

    @OnEveryDatabase
    void manyValuesAreConvertedInBatchesWithProgress(Product product) {
        Node node = Node.on(product);
        node.start(site.article("String number"));
        Editor.of(node).writes("Article", numbers(2_500));
        List<Long> progress = new ArrayList<>();

        node.with(builder -> builder.progress(new Progress() {
                    @Override
                    public void worked(String on, long done, long total) {
                        assertThat(on).isEqualTo("Article.number");
                        assertThat(total).isEqualTo(2_500);
                        progress.add(done);
                    }
                }))
                .start(site.article("int number"));

        assertThat(progress).containsExactly(10L, 510L, 1_510L, 2_500L);
        assertThat(node.count("ct_value where whole_value is not null and short_text is null"))
                .isEqualTo(2_500);
    }

    @Test
    void aHundredThousandValuesAreConvertedPageByPage() {
        Node node = Node.on(Product.H2);
        node.start(site.article("String number"));
        Editor editor = Editor.of(node);
        for (int batch = 0; batch < 20; batch++) {
            editor.writes("Article", numbers(5_000));
        }
        List<Long> held = new ArrayList<>();

        node.with(builder -> builder.progress(new Progress() {
                    @Override
                    public void worked(String on, long done, long total) {
                        held.add(done);
                    }
                }))
                .start(site.article("int number"));

        assertThat(held).hasSize(102).last().isEqualTo(100_000L);
        assertThat(node.count("ct_value where whole_value is not null")).isEqualTo(100_000);
    }
}
