package dev.synchronizer.commit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.model.Overlay;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.SettingOverride;
import dev.synchronizer.model.SettingValue;
import dev.synchronizer.model.StoredModel;
import dev.synchronizer.plan.Action;
import dev.synchronizer.plan.Effect;
import dev.synchronizer.plan.OverridePlan;
import dev.synchronizer.plan.OverrideState;
import dev.synchronizer.plan.PropertyPlan;
import dev.synchronizer.plan.SettingPlan;
import dev.synchronizer.plan.SyncPlan;
import dev.synchronizer.plan.TypePlan;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What holds of overrides in every commit. */
final class OverrideLaws {
    private OverrideLaws() {}

    /** Those of what stays stay as they are, the others go, and the plan says how many. */
    static void assertKept(StoredModel before, SyncPlan plan, StoredModel after) {
        Set<Long> ids = new HashSet<>();
        after.types().forEach(type -> {
            ids.add(type.id());
            type.properties().forEach(property -> ids.add(property.id()));
        });
        List<SettingOverride> kept = before.overrides().stream()
                .filter(override -> ids.contains(override.ownerId()))
                .toList();
        assertThat(after.overrides()).isEqualTo(kept);
        int told = 0;
        for (TypePlan type : plan.types()) {
            told += type.action() == Action.DELETE
                    ? plan.overridesDeletedWith(type)
                    : type.properties().stream()
                            .mapToInt(plan::overridesDeletedWith)
                            .sum();
        }
        assertThat(told).isEqualTo(before.overrides().size() - kept.size());
    }

    /** What a plan says of overrides is what the next one finds, and what it says of changes fits what was saved. */
    static void assertToldTruly(SyncPlan plan, SyncPlan next) {
        assertThat(plan.overrides().stream()
                        .filter(override -> override.state() != OverrideState.DELETED)
                        .toList())
                .isEqualTo(next.overrides());
        for (TypePlan type : plan.types()) {
            Long id = type.diff().stored() == null ? null : type.diff().stored().id();
            type.settings().forEach(setting -> assertEffect(setting, id, plan));
            for (PropertyPlan property : type.properties()) {
                Long propertyId = property.diff().stored() == null
                        ? null
                        : Long.valueOf(property.diff().stored().id());
                property.settings().forEach(setting -> assertEffect(setting, propertyId, plan));
            }
        }
    }

    private static void assertEffect(SettingPlan setting, @Nullable Long ownerId, SyncPlan plan) {
        SettingKey key = setting.change().key();
        OverridePlan saved = plan.overrides().stream()
                .filter(each -> ownerId != null && each.override().ownerId() == ownerId)
                .filter(each -> each.override().setting().equals(key.label()))
                .findFirst()
                .orElse(null);
        if (saved == null) {
            assertThat(setting.effect()).isEqualTo(Effect.EFFECTIVE);
            assertThat(setting.override()).isNull();
        } else {
            SettingValue to = setting.change().to();
            SettingValue now = to == null ? saved.defaultNow() : to;
            boolean same = Overlay.isSame(saved.override().value(), now);
            assertThat(setting.effect()).isEqualTo(same ? Effect.REDUNDANT : Effect.MASKED);
            assertThat(setting.override()).isEqualTo(saved.override());
            assertThat(saved.defaultNow()).isEqualTo(now);
        }
    }
}
