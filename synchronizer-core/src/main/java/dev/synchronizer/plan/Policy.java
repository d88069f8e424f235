package dev.synchronizer.plan;

import dev.synchronizer.diff.Scope;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the caller wants of a run.
 *
 * @param scope what is looked at
 * @param orphans what happens to orphans that nothing blocks
 * @param allowLossy whether stored values may be lost or altered
 * @param runSteps whether migration steps, which are code of the models, may be run
 */
public record Policy(Scope scope, OrphanPolicy orphans, boolean allowLossy, boolean runSteps) {
    private static final Policy STANDARD = new Policy(Scope.everything(), new OrphanPolicy.Delete(), false);

    /** One that runs no migration steps. */
    public Policy(Scope scope, OrphanPolicy orphans, boolean allowLossy) {
        this(scope, orphans, allowLossy, false);
    }

    /** Everything is looked at, unused orphans are deleted, no loss is allowed. */
    public static Policy standard() {
        return STANDARD;
    }

    /** Whether nothing is wanted that a remembered start does not answer; it does know of restricted packages. */
    public boolean isStandard() {
        // Not by equals(), for every start asks, and a record's methods are made when they are first called.
        return scope.isEverything() && orphans instanceof OrphanPolicy.Delete && !allowLossy;
    }

    public Policy withScope(Scope other) {
        return new Policy(other, orphans, allowLossy, runSteps);
    }

    public Policy withOrphans(OrphanPolicy other) {
        return new Policy(scope, other, allowLossy, runSteps);
    }

    public Policy allowingLossy() {
        return new Policy(scope, orphans, true, runSteps);
    }

    public Policy runningSteps(boolean value) {
        return new Policy(scope, orphans, allowLossy, value);
    }

    /**
     * Whether an orphan goes that nothing blocks.
     *
     * @param id that of the type or property
     * @param since when it was marked; null where it would be from now on
     */
    boolean deletesOrphan(long id, @Nullable Instant since, Instant now) {
        Instant marked = since == null ? now : since;
        if (orphans instanceof OrphanPolicy.MadeByRun made) {
            return made.ids().contains(id);
        }
        if (orphans instanceof OrphanPolicy.Quarantine quarantine) {
            return !marked.plus(quarantine.time()).isAfter(now);
        }
        return orphans instanceof OrphanPolicy.Delete;
    }
}
