package dev.synchronizer.plan;

import static dev.synchronizer.fixtures.Models.block;
import static dev.synchronizer.fixtures.Models.model;
import static dev.synchronizer.fixtures.Models.module;
import static dev.synchronizer.fixtures.Models.site;
import static dev.synchronizer.fixtures.Models.text;
import static dev.synchronizer.fixtures.Models.type;
import static dev.synchronizer.plan.Plans.NOW;
import static dev.synchronizer.plan.Plans.after;
import static dev.synchronizer.plan.Plans.committed;
import static dev.synchronizer.plan.Plans.plan;
import static dev.synchronizer.plan.Plans.planned;
import static dev.synchronizer.plan.Plans.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.synchronizer.diff.ChangeState;
import dev.synchronizer.model.ContentModel;
import dev.synchronizer.model.Origin;
import dev.synchronizer.model.StoredModel;
import dev.synchronizer.model.StoredProperty;
import dev.synchronizer.model.StoredType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** D5: what happens to orphans, by policy. */
class OrphanPlanningTest {
    @Test
    void unusedOrphansAreDeletedByDefault() {
        SyncPlan plan = plan(committed(site("1.0", type("Article", text("teaser")))), model(site("1.1")));

        assertThat(plan.types()).extracting(TypePlan::action).containsExactly(Action.DELETE);
        assertThat(plan.types().get(0).properties())
                .extracting(PropertyPlan::action)
                .containsExactly(Action.DELETE);
        assertThat(plan.summary().rowsWritten()).isEqualTo(2);
    }

    @Test
    void keptOrphansAreMarkedOnceAndThenLeftAlone() {
        Policy keep = Policy.standard().withOrphans(new OrphanPolicy.Keep());
        StoredModel stored = committed(site("1.0", type("Article", text("teaser"))));

        SyncPlan first = plan(stored, model(site("1.1")), keep, NOW);
        assertThat(first.types())
                .extracting(TypePlan::state, TypePlan::action)
                .containsExactly(tuple(ChangeState.ORPHANED, Action.UPDATE));
        assertThat(first.summary().rowsWritten()).isEqualTo(1);
        assertThat(row(first, "Article").orphanedSince()).isEqualTo(NOW);
        assertThat(Objects.requireNonNull(first.modules().get(0).after())
                        .snapshot()
                        .types())
                .hasSize(1);

        SyncPlan second = plan(after(stored, first), model(site("1.1")), keep, NOW.plusSeconds(1));
        assertThat(second.types()).extracting(TypePlan::action).containsExactly(Action.KEEP);
        assertThat(second.hasWork()).isFalse();
    }

    @Test
    void quarantinedOrphansAreDeletedWhenTheirTimeIsOver() {
        Policy quarantine = Policy.standard().withOrphans(new OrphanPolicy.Quarantine(Duration.ofDays(7)));
        StoredModel stored = committed(site("1.0", type("Article")));
        StoredModel marked = after(stored, plan(stored, model(site("1.1")), quarantine, NOW));

        assertThat(plan(marked, model(site("1.1")), quarantine, NOW.plus(Duration.ofDays(6)))
                        .types())
                .extracting(TypePlan::action)
                .containsExactly(Action.KEEP);
        assertThat(plan(marked, model(site("1.1")), quarantine, NOW.plus(Duration.ofDays(7)))
                        .types())
                .extracting(TypePlan::action)
                .containsExactly(Action.DELETE);
    }

    @Test
    void aKeptPropertyMakesItsTypeAnUpdatedOneOnlyWhenSomethingHappensToIt() {
        Policy keep = Policy.standard().withOrphans(new OrphanPolicy.Keep());
        StoredModel stored = committed(site("1.0", type("Article", text("a"), text("b"))));
        ContentModel code = model(site("1.1", type("Article", text("a"))));

        SyncPlan first = plan(stored, code, keep, NOW);
        assertThat(first.types()).extracting(TypePlan::state).containsExactly(ChangeState.UPDATED);
        assertThat(first.summary().rowsWritten()).isEqualTo(1);

        StoredModel marked = after(stored, first);
        SyncPlan second = plan(marked, code, keep, NOW);
        assertThat(second.types()).extracting(TypePlan::state).containsExactly(ChangeState.IDENTICAL);
        assertThat(second.summary().properties(ChangeState.ORPHANED)).isEqualTo(1);
        assertThat(second.hasWork()).isFalse();

        SyncPlan deleting = plan(marked, code, Policy.standard(), NOW);
        assertThat(deleting.types())
                .extracting(TypePlan::state, TypePlan::action)
                .containsExactly(tuple(ChangeState.UPDATED, Action.UPDATE));
        assertThat(deleting.summary().rowsWritten()).isEqualTo(1);
    }

    @Test
    void anOrphanThatALivingTypeOfAnotherModuleEmbedsStaysAndNamesIt() {
        StoredModel stored = committed(
                module("blocks", "1.0", block(type("Teaser"))),
                module("site", "1.0", type("Home", block("top", "Teaser"))));

        SyncPlan plan = plan(stored, model(module("blocks", "1.1")));

        TypePlan teaser = planned(plan, "Teaser");
        assertThat(teaser.action()).isEqualTo(Action.UPDATE);
        assertThat(teaser.blockedBy()).containsExactly("property Home.top refers to it");
    }

    @Test
    void anOrphanToWhichAnAdministratorAddedAPropertyStays() {
        StoredModel committed = committed(site("1.0", type("Article", text("teaser"))));
        StoredType row = committed.types().get(0);
        StoredProperty added = new StoredProperty(99, "note", "STRING", Origin.ADMIN, false, null);
        StoredType extended = row.withProperties(List.of(row.properties().get(0), added));

        SyncPlan plan = plan(new StoredModel(2, committed.modules(), List.of(extended)), model(site("1.1")));

        assertThat(planned(plan, "Article").action()).isEqualTo(Action.UPDATE);
        assertThat(planned(plan, "Article").blockedBy()).containsExactly("an administrator made its property note");
    }

    @Test
    void aPropertyThatCodeTookOverFromAnAdministratorKeepsItsOrphanedTypeAndGoesBack() {
        StoredModel committed = committed(site("1.0", type("Article", text("note"))));
        StoredType row = committed.types().get(0);
        StoredProperty adopted =
                new StoredProperty(row.properties().get(0).id(), "note", "STRING", Origin.CODE, true, null);
        StoredModel stored = new StoredModel(2, committed.modules(), List.of(row.withProperties(List.of(adopted))));

        SyncPlan plan = plan(stored, model(site("1.1")));

        assertThat(planned(plan, "Article").action()).isEqualTo(Action.UPDATE);
        assertThat(planned(plan, "Article").blockedBy()).containsExactly("an administrator made its property note");
        assertThat(planned(plan, "Article").properties().get(0).rowAfter())
                .isEqualTo(new StoredProperty(adopted.id(), "note", "STRING", Origin.ADMIN, false, null));
        assertThat(plan(after(stored, plan), model(site("1.1"))).hasWork()).isFalse();
    }

    @Test
    void anOrphanGoesTogetherWithTheLastPropertyThatEmbedsIt() {
        StoredModel committed = committed(site("1.0", block(type("Teaser")), type("Home", block("top", "Teaser"))));
        List<StoredType> rows = committed.types().stream()
                .map(type -> type.name().equals("Home") ? adopted(type) : type)
                .toList();
        StoredModel stored = new StoredModel(2, committed.modules(), rows);

        SyncPlan plan = plan(stored, model(site("1.1")));

        assertThat(plan.types())
                .extracting(TypePlan::name, TypePlan::action)
                .containsExactly(tuple("Home", Action.UPDATE), tuple("Teaser", Action.DELETE));
    }

    @Test
    void anOrphanStaysAsLongAsAPropertyThatIsKeptEmbedsIt() {
        Policy quarantine = Policy.standard().withOrphans(new OrphanPolicy.Quarantine(Duration.ofDays(7)));
        ContentModel both = model(site("1.1", type("Home", block("top", "Teaser"))));
        StoredModel stored = committed(site("1.0", block(type("Teaser")), type("Home", block("top", "Teaser"))));
        StoredModel marked = after(stored, plan(stored, both, quarantine, NOW));
        ContentModel neither = model(site("1.2", type("Home")));
        Instant due = NOW.plus(Duration.ofDays(7));

        SyncPlan early = plan(marked, neither, quarantine, due);
        assertThat(planned(early, "Teaser").blockedBy()).containsExactly("property Home.top refers to it");

        SyncPlan late = plan(after(marked, early), neither, quarantine, due.plus(Duration.ofDays(7)));
        assertThat(planned(late, "Teaser").action()).isEqualTo(Action.DELETE);
    }

    private static StoredType adopted(StoredType type) {
        return new StoredType(
                type.id(),
                type.guid(),
                type.name(),
                type.className(),
                type.module(),
                Origin.CODE,
                true,
                null,
                type.properties());
    }
}
