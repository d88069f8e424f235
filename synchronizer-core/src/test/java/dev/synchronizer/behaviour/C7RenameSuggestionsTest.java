package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Node.type;
import static dev.synchronizer.behaviour.Sources.annotatedType;
import static dev.synchronizer.behaviour.Sources.type;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.diff.ChangeState;
import dev.synchronizer.fixtures.ModelJar;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.plan.PropertyPlan;
import dev.synchronizer.plan.Suggestion;
import dev.synchronizer.plan.SyncPlan;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** C7: an orphan comes with guesses at its new name, and nothing is renamed by guess. */
class C7RenameSuggestionsTest {
    @TempDir
    Path folder;

    @OnEveryDatabase
    void theLikeliestNewTypeComesFirstWithTheAnnotationToPaste(Product product) {
        Node node = Node.on(product);
        node.start(site("1.0", type("Article", "title", "teaser", "body")));

        SyncPlan plan = node.dryRun(site(
                "1.1",
                type("NewsArticle", "title", "teaser", "body"),
                type("Articles", "title"),
                type("Unlike", "x", "y", "z")));

        List<Suggestion> suggestions = type(plan, "Article").suggestions();
        assertThat(suggestions).extracting(Suggestion::name).containsExactly("NewsArticle", "Articles");
        assertThat(suggestions).extracting(s -> -s.likeness()).isSorted();
        assertThat(suggestions).extracting(Suggestion::annotation).containsOnly("@RenamedFrom(\"Article\")");
    }

    @OnEveryDatabase
    void nothingIsRenamedByGuessAndTheAnnotationRenames(Product product) {
        Node node = Node.on(product);
        node.start(site("1.0", type("Article", "title")));
        long id = node.stored().types().get(0).id();

        SyncPlan guess = node.dryRun(site("1.1", type("Articles", "title")));
        assertThat(type(guess, "Article").state()).isEqualTo(ChangeState.ORPHANED);
        assertThat(type(guess, "Articles").state()).isEqualTo(ChangeState.NEW);

        String annotation = type(guess, "Article").suggestions().get(0).annotation();
        node.start(site("1.1", annotatedType(annotation, "Articles", "title")));
        assertThat(node.stored().types()).extracting(StoredType::name).containsExactly("Articles");
        assertThat(node.stored().types().get(0).id()).isEqualTo(id);
    }

    @OnEveryDatabase
    void anOrphanedPropertyIsSuggestedTheNewOnesOfItsType(Product product) {
        Node node = Node.on(product);
        node.start(site("1.0", type("Article", "title", "teaserText"), type("Other", "a")));

        SyncPlan plan = node.dryRun(site("1.1", type("Article", "title", "teaser"), type("Other", "a", "teaserTexts")));

        PropertyPlan orphan = type(plan, "Article").properties().stream()
                .filter(property -> property.state() == ChangeState.ORPHANED)
                .findFirst()
                .orElseThrow();
        assertThat(orphan.suggestions()).extracting(Suggestion::name).containsExactly("teaser");
        assertThat(orphan.suggestions().get(0).annotation()).isEqualTo("@RenamedFrom(\"teaserText\")");
    }

    private Path site(String version, String... sources) {
        return ModelJar.of(sources).version("site", version).jar(folder.resolve("site-" + version + ".jar"));
    }
}
