package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.ImportLines.below;
import static dev.synchronizer.behaviour.ImportLines.id;
import static dev.synchronizer.behaviour.ImportLines.importInto;
import static dev.synchronizer.behaviour.ImportLines.page;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.content.ItemQuery;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;

/** An export is what there was at one moment, however long it takes and whatever is saved meanwhile. */
class ExportOfOneMomentTest {
    /** More than one page of items. */
    private static final int MANY = 1_201;

    @TempDir
    Path folder;

    @OnEveryDatabase
    void whatIsSavedMeanwhileIsNotInIt(Product product) {
        try (Site site = Site.start(product, ImportLines.models(folder));
                Site other = site.another()) {
            importInto(
                    site,
                    IntStream.rangeClosed(1, MANY)
                            .mapToObj(number -> page(number))
                            .toArray(String[]::new));
            String before = ImportLines.export(site);
            ByteArrayOutputStream out = new ByteArrayOutputStream();

            long written = site.transfer().export(ItemQuery.all(), out, count -> {
                if (count == 500) {
                    other.items().rename("Bob", id(MANY), "Renamed");
                    other.items().delete("Bob", id(MANY - 1));
                    other.items().purge("Bob", id(MANY - 1));
                    importInto(other, page(MANY + 1), page(MANY + 2, below(1)));
                }
            });

            assertThat(written).isEqualTo(MANY);
            assertThat(out.toString(UTF_8)).isEqualTo(before);
            assertThat(site.items().get(id(MANY)).name()).isEqualTo("Renamed");
        }
    }
}
