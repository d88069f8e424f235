package dev.synchronizer.settings;

import dev.synchronizer.saving.SaveOptions;
import dev.synchronizer.saving.StagedSubject;
import dev.synchronizer.saving.StagedSubjects;
import dev.synchronizer.saving.Told;
import dev.synchronizer.saving.Unit;
import dev.synchronizer.task.Payload.About;
import dev.synchronizer.task.SubjectState;
import dev.synchronizer.task.TaskKey;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Rules as other servers have them. Safe for use by many threads. */
public final class StagedRules implements StagedSubjects {
    private final Rules rules;

    public StagedRules(Rules rules) {
        this.rules = rules;
    }

    @Override
    public <T> Optional<T> within(TaskKey key, About about, SaveOptions options, Function<StagedSubject, T> action) {
        Rules saving = rules.with(options);
        return saving.inUnit(unit -> Optional.of(action.apply(new One(key.id(), saving, unit))));
    }

    @Override
    public Optional<Told> whole(TaskKey key) {
        return rules.whole(key.id());
    }

    /** One rule. */
    private record One(String name, Rules rules, Unit unit) implements StagedSubject {
        @Override
        public @Nullable SubjectState current() {
            return rules.find(name).map(kept -> ToldRule.state(kept.known())).orElse(null);
        }

        /** One that cannot be read can be switched off nevertheless. */
        @Override
        public void save(String actor, @Nullable SubjectState wanted) {
            SubjectState current = current();
            if (wanted == null) {
                if (current != null) {
                    rules.remove(actor, name);
                }
            } else if (current != null && isSwitched(current, wanted)) {
                if (wanted.at(ToldRule.ENABLED).filter("true"::equals).isPresent()) {
                    rules.enable(actor, name);
                } else {
                    rules.disable(actor, name);
                }
            } else {
                rules.save(actor, ToldRule.rule(name, wanted));
            }
        }

        private static boolean isSwitched(SubjectState current, SubjectState wanted) {
            return current.with(ToldRule.ENABLED, null).equals(wanted.with(ToldRule.ENABLED, null));
        }
    }
}
