package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Sources.property;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.content.Item;
import dev.synchronizer.content.ItemQuery;
import dev.synchronizer.content.NewItem;
import dev.synchronizer.transfer.ItemTransfer;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.io.TempDir;

/** A handler that exports items gets them as its unit of work has them, through the unit's own connection (G). */
class G1ExportsInUnitsTest {
    @TempDir
    Path folder;

    @OnEveryDatabase
    void anExportHasWhatTheUnitHasWritten(Product product) {
        Path models =
                Site.jar(folder, "1.0", "@ContentType public class Article {" + property("String", "title") + "}");
        AtomicReference<ItemTransfer> transfer = new AtomicReference<>();
        List<String> exported = new ArrayList<>();
        Listener handler = Listener.of("exports").onSaved(event -> {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            transfer.get().export(ItemQuery.all(), out);
            exported.add(out.toString(UTF_8));
        });
        try (Site site = Site.start(product, models);
                Site node = site.another(
                        builder -> builder.saveHandler(handler)
                                .dataSource(OnlyConnection.of(site.database().dataSource())),
                        models)) {
            transfer.set(node.transfer());

            Item item = node.items().create("Ada", NewItem.of("Article", "A").with("title", "new"));

            assertThat(exported).containsExactly(node.transfer().line(item.id()) + "\n");
        }
    }
}
