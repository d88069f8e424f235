package dev.synchronizer.diff;

import static dev.synchronizer.fixtures.Models.block;
import static dev.synchronizer.fixtures.Models.model;
import static dev.synchronizer.fixtures.Models.needing;
import static dev.synchronizer.fixtures.Models.site;
import static dev.synchronizer.fixtures.Models.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.synchronizer.model.ContentModel;
import dev.synchronizer.model.StoredModel;
import dev.synchronizer.problem.ProblemCode;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** D9: single types, with what they need. */
class ScopedTypesTest {
    @Test
    void aSingleTypeComesWithTheTypesThatItNeeds() {
        ContentModel code = model(site(
                "1.0",
                type("Base"),
                block(type("Teaser")),
                needing(type("Home", block("top", "Teaser")), List.of("Base"), List.of()),
                type("Other")));

        ModelDiff diff = ModelComparison.compare(
                StoredModel.empty(), code, Scope.everything().onlyTypes(Set.of("Home")));

        assertThat(diff.types()).extracting(TypeDiff::name).containsExactly("Base", "Home", "Teaser");
    }

    @Test
    void anUnknownSingleTypeIsNamedWithItsNearest() {
        ModelDiff diff = ModelComparison.compare(
                StoredModel.empty(),
                model(site("1.0", type("Article"))),
                Scope.everything().onlyTypes(Set.of("Artikel")));

        assertThat(diff.problems().asList()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(ProblemCode.UNKNOWN_TYPE);
            assertThat(problem.message()).contains("Article");
        });
    }

    @Test
    void twoTypesOfOneNameLeadToAnEndTheSame() {
        ContentModel code = model(site("1.0", type("Article"), type("Article").withFormerNames(List.of("Story"))));
        StoredModel stored = StoredModel.ofCommitted(model(site("1.0", type("Story"), type("Article"))));

        ModelDiff diff = assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> ModelComparison.compare(stored, code, Scope.everything().onlyTypes(Set.of("Article", "Story"))));

        assertThat(diff.types()).isNotEmpty();
    }
}
