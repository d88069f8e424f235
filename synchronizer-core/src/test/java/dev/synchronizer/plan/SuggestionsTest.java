package dev.synchronizer.plan;

import static dev.synchronizer.fixtures.Models.model;
import static dev.synchronizer.fixtures.Models.number;
import static dev.synchronizer.fixtures.Models.site;
import static dev.synchronizer.fixtures.Models.text;
import static dev.synchronizer.fixtures.Models.type;
import static dev.synchronizer.plan.Plans.committed;
import static dev.synchronizer.plan.Plans.plan;
import static dev.synchronizer.plan.Plans.planned;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.diff.ChangeState;
import dev.synchronizer.model.ModuleModel;
import dev.synchronizer.model.TypeModel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** C7: guesses at what orphans were renamed to. */
class SuggestionsTest {
    @Test
    void orphansComeWithRenameSuggestionsTheLikeliestFirst() {
        SyncPlan plan = plan(
                committed(site("1.0", type("NewsArticle", text("headline"), text("body")))),
                model(site("1.1", type("NewsStory", text("headline"), text("body")), type("Person", number("age")))));

        assertThat(planned(plan, "NewsArticle").suggestions()).singleElement().satisfies(suggestion -> {
            assertThat(suggestion.name()).isEqualTo("NewsStory");
            assertThat(suggestion.annotation()).isEqualTo("@RenamedFrom(\"NewsArticle\")");
        });
    }

    @Test
    void orphanedPropertiesPreferNewOnesOfTheSameDataType() {
        SyncPlan plan = plan(
                committed(site("1.0", type("Article", text("teaserText")))),
                model(site("1.1", type("Article", text("teaserBody"), number("teaserTexts")))));

        assertThat(planned(plan, "Article").properties().stream()
                        .filter(property -> property.state() == ChangeState.ORPHANED)
                        .flatMap(property -> property.suggestions().stream())
                        .map(Suggestion::name))
                .first()
                .isEqualTo("teaserBody");
    }

    @Test
    void amongVeryManyNewTypesThoseAreSuggestedThatBeginOrEndLikeTheOrphan() {
        List<TypeModel> orphans = new ArrayList<>();
        List<TypeModel> renamed = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            orphans.add(type("Old" + i + "Page", text("headline")));
            renamed.add(type("New" + i + "Page", text("headline")));
        }

        SyncPlan plan = plan(
                committed(new ModuleModel("site", "1.0", orphans)), model(new ModuleModel("site", "1.1", renamed)));

        assertThat(planned(plan, "Old4711Page").suggestions().get(0).name()).isEqualTo("New4711Page");
    }
}
