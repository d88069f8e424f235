package dev.synchronizer.plan;

import static dev.synchronizer.fixtures.Models.model;

import dev.synchronizer.diff.ModelComparison;
import dev.synchronizer.model.ContentModel;
import dev.synchronizer.model.ModuleModel;
import dev.synchronizer.model.StoredModel;
import dev.synchronizer.model.StoredProperty;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.model.Usage;
import dev.synchronizer.validate.Validation;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** Makes plans of models, and what a store holds after them, in few words. */
final class Plans {
    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private Plans() {}

    static StoredModel after(StoredModel stored, SyncPlan plan) {
        List<StoredType> types = plan.types().stream()
                .filter(type -> type.rowAfter() != null)
                .map(type -> Objects.requireNonNull(type.rowAfter())
                        .withProperties(type.properties().stream()
                                .map(PropertyPlan::rowAfter)
                                .filter(Objects::nonNull)
                                .map(StoredProperty.class::cast)
                                .toList()))
                .toList();
        return new StoredModel(
                stored.revision() + 1,
                plan.modules().stream()
                        .map(module -> Objects.requireNonNull(module.after()))
                        .toList(),
                types);
    }

    static StoredModel committed(ModuleModel... modules) {
        return StoredModel.ofCommitted(model(modules));
    }

    static SyncPlan plan(StoredModel stored, ContentModel code) {
        return plan(stored, code, Policy.standard(), NOW);
    }

    static SyncPlan plan(StoredModel stored, ContentModel code, Policy policy, Instant now) {
        return Planner.plan(
                ModelComparison.compare(stored, code, policy.scope()), policy, Usage.NONE, Validation.nothing(), now);
    }

    static SyncPlan plan(StoredModel stored, ContentModel code, Usage usage) {
        return plan(stored, code, Policy.standard(), usage);
    }

    static SyncPlan plan(StoredModel stored, ContentModel code, Policy policy, Usage usage) {
        return Planner.plan(
                ModelComparison.compare(stored, code, policy.scope()), policy, usage, Validation.nothing(), NOW);
    }

    static TypePlan planned(SyncPlan plan, String name) {
        return plan.types().stream()
                .filter(type -> type.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static StoredType row(SyncPlan plan, String name) {
        return Objects.requireNonNull(planned(plan, name).rowAfter());
    }
}
