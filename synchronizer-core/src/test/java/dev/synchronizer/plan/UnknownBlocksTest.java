package dev.synchronizer.plan;

import static dev.synchronizer.fixtures.Models.block;
import static dev.synchronizer.fixtures.Models.model;
import static dev.synchronizer.fixtures.Models.module;
import static dev.synchronizer.fixtures.Models.said;
import static dev.synchronizer.fixtures.Models.site;
import static dev.synchronizer.fixtures.Models.type;
import static dev.synchronizer.plan.Plans.committed;
import static dev.synchronizer.plan.Plans.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.synchronizer.Synchronizer;
import dev.synchronizer.model.ContentModel;
import dev.synchronizer.model.ModuleModel;
import dev.synchronizer.model.Origin;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.StoredModel;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.model.TypeGuid;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** C3, D9: nothing is stored that needs what is not. */
class UnknownBlocksTest {
    private static final ModuleModel BLOCKS = module("blocks", "1.0", block(type("Teaser")));
    private static final ContentModel PAGE = model(site("1.0", type("Home", block("top", "Teaser"))));

    @Test
    void aBlockThatIsNeitherScannedNorStoredIsNotEmbedded() {
        SyncPlan plan = plan(StoredModel.empty(), PAGE);

        assertThat(plan.refusals().asList())
                .extracting(Problem::code, Problem::subject)
                .containsExactly(tuple(ProblemCode.UNKNOWN_BLOCK, "Home.top"));
    }

    @Test
    void aBlockOfAModuleThatIsNotScannedIsEmbeddedOnceItIsStored() {
        assertThat(plan(committed(BLOCKS), PAGE).refusals().isEmpty()).isTrue();
    }

    @Test
    void aBlockIsKnownByTheNameThatItGetsInTheSameRun() {
        ContentModel renamed = model(
                module("blocks", "1.1", block(type("Teaser").withFormerNames(List.of("Promo")))),
                site("1.0", type("Home", block("top", "Teaser"))));
        StoredModel stored = committed(module("blocks", "1.0", block(type("Promo"))));

        assertThat(plan(stored, renamed).refusals().isEmpty()).isTrue();
        assertThat(plan(stored, PAGE).refusals().asList())
                .extracting(Problem::code)
                .containsExactly(ProblemCode.UNKNOWN_BLOCK);
    }

    @Test
    void aBlockThatAnAdministratorMadeIsKnown() {
        StoredType teaser = new StoredType(
                7, TypeGuid.derive("Teaser"), "Teaser", null, null, Origin.ADMIN, false, null, List.of());

        assertThat(plan(new StoredModel(1, List.of(), List.of(teaser)), PAGE)
                        .refusals()
                        .isEmpty())
                .isTrue();
    }

    @Test
    void ofTwoSetsOfModelsNobodyKnowsWhatElseIsStored() {
        ContentModel changed =
                model(site("1.1", said(PAGE.modules().get(0).types().get(0), SettingKey.DISPLAY_NAME, "Home page")));

        assertThat(Synchronizer.compare(PAGE, changed).refusals().isEmpty()).isTrue();
    }
}
