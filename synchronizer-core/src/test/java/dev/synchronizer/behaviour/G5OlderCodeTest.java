package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Sources.property;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.catalog.Catalog;
import dev.synchronizer.content.Item;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.seal.Tampered;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A node that serves its own older code notices what something else has written of types as any other one does. */
class G5OlderCodeTest {
    @TempDir
    Path folder;

    private final List<Tampered> heard = new CopyOnWriteArrayList<>();
    private Path older;
    private Path newer;

    @BeforeEach
    void compile() {
        older = Site.jar(folder, "1.0", "@ContentType public class Article {" + property("String", "title") + "}");
        newer = Site.jar(
                folder,
                "1.1",
                "@ContentType @RenamedFrom(\"Article\") public class Story {" + property("String", "title")
                        + property("String", "teaser") + "}");
    }

    @OnEveryDatabase
    void whateverWayItIsLoaded(Product product) {
        try (Site old = Site.start(product, older);
                Site young = old.another(newer)) {
            Item item = young.create("Story", "A");
            Map<String, Consumer<Site>> reads = new LinkedHashMap<>();
            reads.put(
                    "by name",
                    node -> assertThat(node.synchronizer().catalog().type("Article"))
                            .isPresent());
            reads.put(
                    "with all others",
                    node -> assertThat(node.synchronizer().catalog().types()).hasSize(1));
            reads.put(
                    "by its id",
                    node -> assertThat(node.items().get(item.id()).type()).isEqualTo("Article"));
            reads.forEach((way, read) -> {
                read(old, read);
                assertThat(heard).as(way).isEmpty();
                old.database().execute("update ct_type set class_name = '" + way + "' where name = 'Story'");

                read(old, read);

                assertThat(heard).as(way).extracting(Tampered::named).containsExactly("Story");
                young.synchronizer().doctor().repair("Ada");
                heard.clear();
            });
        }
    }

    /** On a node of the older code that knows nothing yet. */
    private void read(Site site, Consumer<Site> read) {
        try (Site node = site.another(builder -> builder.onTampering(heard::add), older)) {
            read.accept(node);
        }
    }

    @OnEveryDatabase
    void aStrictOneRefusesToServeIt(Product product) {
        try (Site old = Site.start(product, builder -> builder.strict(true), older);
                Site young = old.another(newer)) {
            young.create("Story", "A");
            Catalog catalog = old.synchronizer().catalog();
            catalog.refresh();
            assertThat(catalog.type("Article")).isPresent();
            old.database().execute("update ct_type set class_name = 'com.eve.Story' where name = 'Story'");
            catalog.forget();

            assertThat(Desk.refused(() -> catalog.type("Article")))
                    .extracting(Problem::code)
                    .containsExactly(ProblemCode.TAMPERED);
        }
    }
}
