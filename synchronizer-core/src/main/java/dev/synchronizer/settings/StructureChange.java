package dev.synchronizer.settings;

import dev.synchronizer.conversion.Conversions;
import dev.synchronizer.diff.PropertyDiff;
import dev.synchronizer.diff.SettingChange;
import dev.synchronizer.diff.TypeDiff;
import dev.synchronizer.model.Address;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.StoredModel;
import dev.synchronizer.plan.JudgedChange;
import dev.synchronizer.problem.Problems;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.store.ContentProgress;
import dev.synchronizer.store.SyncTransaction;
import java.util.List;
import java.util.Objects;

/** What a definition does to the content of a type that is there already. */
final class StructureChange {
    private final TypeDiff diff;
    private final StoredModel stored;
    private final List<JudgedChange> judged;
    private final Problems warnings;

    private StructureChange(TypeDiff diff, StoredModel stored, List<JudgedChange> judged) {
        this.diff = diff;
        this.stored = stored;
        this.judged = judged;
        warnings = ContentProblems.of(judged).throwIfErrors();
    }

    /**
     * Judges it; where values may have to be converted, after everybody who is saving some has finished, and while nobody
     * else can.
     *
     * @throws ProblemsException if values would be lost
     */
    static StructureChange judge(
            TypeDiff diff, StoredModel stored, SyncTransaction transaction, ContentJudgement judgement) {
        lock(diff, transaction);
        return new StructureChange(diff, stored, judgement.judge(diff, stored, transaction.content()));
    }

    /** Keeps others from saving what may have to be converted; it comes before anything that locks items. */
    static void lock(TypeDiff diff, SyncTransaction transaction) {
        if (diff.properties().stream().anyMatch(StructureChange::concernsValues)) {
            transaction.lockTypes(List.of(Objects.requireNonNull(diff.stored()).id()));
        }
    }

    private static boolean concernsValues(PropertyDiff property) {
        return property.stored() != null
                && property.settings().stream()
                        .map(SettingChange::key)
                        .anyMatch(key -> key == SettingKey.DATA_TYPE || key == SettingKey.LOCALIZED);
    }

    /** How many values of a property follow it to another data type. */
    long converted(Address property) {
        return judged.stream()
                .filter(each -> each.address().equals(property)
                        && each.change() != null
                        && each.change().key() == SettingKey.DATA_TYPE)
                .mapToLong(each -> each.concern().radius().values())
                .sum();
    }

    Problems warnings() {
        return warnings;
    }

    /** Converts the values; it comes before the rows are written. */
    void convert(SyncTransaction transaction, ContentProgress progress) {
        Conversions conversions = new Conversions(
                stored,
                transaction.content(),
                lost -> {
                    throw new IllegalStateException("values were counted that convert, and do not: " + lost);
                },
                progress);
        for (JudgedChange each : judged) {
            if (each.property() != null && each.change() != null) {
                conversions.carryOut(diff.name(), each.property(), each.change(), each.concern());
            }
        }
    }
}
