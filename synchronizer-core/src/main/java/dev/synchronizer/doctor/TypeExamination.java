package dev.synchronizer.doctor;

import dev.synchronizer.model.SettingOverride;
import dev.synchronizer.model.StoredModel;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.seal.Tripwire;
import dev.synchronizer.seal.TypeAlarm;
import dev.synchronizer.seal.TypeSeal;
import dev.synchronizer.store.ChangeRecord;
import dev.synchronizer.store.ChangeRecord.Kind;
import dev.synchronizer.store.StoredReads;
import dev.synchronizer.store.SyncStore;
import dev.synchronizer.store.SyncTransaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Examines all types, as of one moment. */
final class TypeExamination {
    private final SyncStore store;
    private final Instant now;
    private final Findings findings = new Findings();

    TypeExamination(SyncStore store, Instant now) {
        this.store = store;
        this.now = now;
    }

    /**
     * Has all nodes read again what does not fit its seal.
     *
     * @param actor who has it sealed anew, or null where it is to stay so
     */
    Findings run(@Nullable String actor) {
        List<Looked> all = store.reading(TypeExamination::look);
        findings.met(all.size());
        List<TypeAlarm> alarms = new ArrayList<>();
        for (Looked looked : all) {
            if (looked.sealed() == null) {
                findings.unsealed();
            } else if (!looked.fits()) {
                findings.tampered(Tripwire.problem(Tripwire.tampered(looked.type())));
                alarms.add(new TypeAlarm(looked.type(), looked.seal()));
            }
        }
        if (actor == null) {
            TypeAlarm.raise(store, alarms, now);
        } else {
            findings.sealed(store.inTransaction(transaction -> seal(transaction, actor)));
        }
        return findings;
    }

    /**
     * A type.
     *
     * @param sealed what it is sealed with, or null where it is not
     * @param seal the seal that fits it
     */
    private record Looked(StoredType type, @Nullable Long sealed, long seal) {
        boolean fits() {
            return sealed != null && sealed == seal;
        }
    }

    private static List<Looked> look(StoredReads reads) {
        StoredModel model = reads.load();
        Map<Long, Long> sealed = reads.typeChecksums();
        Map<Long, List<SettingOverride>> overrides = new HashMap<>();
        model.overrides()
                .forEach(override -> overrides
                        .computeIfAbsent(override.typeId(), id -> new ArrayList<>())
                        .add(override));
        return model.types().stream()
                .map(type -> new Looked(
                        type, sealed.get(type.id()), TypeSeal.of(type, overrides.getOrDefault(type.id(), List.of()))))
                .toList();
    }

    private long seal(SyncTransaction transaction, String actor) {
        Map<Long, Long> seals = new HashMap<>();
        List<ChangeRecord> accepted = new ArrayList<>();
        for (Looked looked : look(transaction)) {
            if (!looked.fits()) {
                seals.put(looked.type().id(), looked.seal());
            }
            if (looked.sealed() != null && !looked.fits()) {
                accepted.add(ChangeRecord.ofRows(Kind.ACCEPTED, now, actor, looked.type(), null));
            }
        }
        // What is gone altogether has no seal that could tell.
        transaction.forgetStarts();
        transaction.saveTypeChecksums(seals);
        if (!accepted.isEmpty()) {
            transaction.log(accepted);
        }
        return seals.size();
    }
}
