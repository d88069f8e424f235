package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Sources.annotatedType;
import static dev.synchronizer.behaviour.Sources.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.synchronizer.content.NewItem;
import dev.synchronizer.persistence.Watched;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.settings.RevertScope;
import dev.synchronizer.value.Block;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** E1, E3: whoever makes a property required hears how many items have no value of it. */
class E1OverridesWithContentTest {
    @TempDir
    Path folder;

    @OnEveryDatabase
    void whatIsRequiredByAnOverrideWarnsOfItemsThatLackIt(Product product) {
        AdminSite site = AdminSite.on(product);
        site.node().start(Desk.site(folder, "1.0", type("Article", "teaser", "body")));
        site.creates(NewItem.of("Article", "One").with("teaser", "Hello"));
        site.creates(NewItem.of("Article", "Two"));
        site.creates(NewItem.of("Article", "Three"));

        assertThat(site.desk()
                        .set("Article.teaser", "required", "true")
                        .warnings()
                        .asList())
                .extracting(Problem::code, Problem::subject, Problem::message)
                .containsExactly(tuple(
                        ProblemCode.CONTENT_NO_LONGER_VALID,
                        "Article.teaser",
                        "a value of it is required from now on, and 2 items have none"));
        assertThat(site.desk()
                        .set("Article.teaser", "required", "true")
                        .warnings()
                        .asList())
                .as("said before")
                .isEmpty();
        assertThat(site.desk()
                        .set("Article.teaser", "required", "false")
                        .warnings()
                        .asList())
                .isEmpty();
    }

    @OnEveryDatabase
    void takingBackWhatMadeItOptionalWarnsToo(Product product) {
        AdminSite site = AdminSite.on(product);
        site.node()
                .start(Desk.site(
                        folder,
                        "1.0",
                        annotatedType("", "Article")
                                .replace("}", Sources.property("@Property(required = true) String", "teaser") + "}")));
        site.desk().set("Article.teaser", "required", "false");
        site.creates(NewItem.of("Article", "One"));

        List<Problem> planned =
                site.desk().plan(RevertScope.everything()).warnings().asList();
        assertThat(planned)
                .extracting(Problem::subject, Problem::message)
                .containsExactly(tuple("Article.teaser", "a value of it is required from now on, and 1 item has none"));
        assertThat(site.desk().revert("Article").warnings().asList()).isEqualTo(planned);
        assertThat(site.desk().revert("Article").warnings().asList()).isEmpty();
    }

    @OnEveryDatabase
    void ofABlockTheValuesThatEmbedItAreCounted(Product product) {
        AdminSite site = AdminSite.of(Desk.withBlock(product).node());
        Block full = Block.empty().with("text", "Hello");
        site.creates(NewItem.of("Page", "Home").with("teaser", List.of(full)));
        site.creates(NewItem.of("Page", "Other").with("teaser", List.of(Block.empty())));

        assertThat(site.desk().set("Teaser.text", "required", "true").warnings().asList())
                .extracting(Problem::message)
                .containsExactly("a value of it is required from now on, and 1 value in 2 items has none");
    }

    @OnEveryDatabase
    void whoHasNoContentIsAskedForNoMoreThanOneItem(Product product) {
        Node node = Node.on(product);
        node.start(Desk.site(folder, "1.0", type("Article", "teaser", "body")));
        Watched watched = new Watched(node.database().dataSource());
        Desk ada = Desk.of("Ada", node.through(watched.dataSource()));

        ada.set("Article.teaser", "required", "true");
        ada.set("Article.body", "order", "3");

        assertThat(watched.executions())
                .filteredOn(sql -> sql.contains("ct_item") || sql.contains("ct_value"))
                .hasSize(1);
    }
}
