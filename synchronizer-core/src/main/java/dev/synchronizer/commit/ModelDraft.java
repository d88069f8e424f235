package dev.synchronizer.commit;

import dev.synchronizer.saving.ChangeSet;
import dev.synchronizer.saving.Draft;
import dev.synchronizer.saving.SaveOperation;
import dev.synchronizer.saving.Subject;

/**
 * A type or property that a run makes, changes or deletes; others may look at it and veto.
 *
 * @param subject the type or property, by the names of before the run
 * @param operation what is done to it
 * @param actor who runs it
 * @param changes what the plan changes
 */
record ModelDraft(Subject subject, SaveOperation operation, String actor, ChangeSet changes) implements Draft {}
