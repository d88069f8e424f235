package dev.synchronizer.staging;

import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemKind;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.problem.SafeWords;
import dev.synchronizer.saving.Arrivals;
import dev.synchronizer.saving.Arrivals.Arrival;
import dev.synchronizer.saving.SaveOptions;
import dev.synchronizer.saving.SaveOrigin;
import dev.synchronizer.saving.StagedSubject;
import dev.synchronizer.saving.StagedSubject.Obstacles;
import dev.synchronizer.saving.StagedSubjects;
import dev.synchronizer.staging.Answer.Outcome;
import dev.synchronizer.store.StoredTask;
import dev.synchronizer.store.TaskWrites;
import dev.synchronizer.task.ConflictPolicy;
import dev.synchronizer.task.Payload.About;
import dev.synchronizer.task.Places;
import dev.synchronizer.task.Reconciliation;
import dev.synchronizer.task.Reconciliation.Result;
import dev.synchronizer.task.Stamps;
import dev.synchronizer.task.SubjectState;
import dev.synchronizer.task.TaskKey;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes in what another server sends: each in a unit of work of its own, in which it is done with effect once. */
final class Receiver {
    private static final Logger LOG = LoggerFactory.getLogger(Receiver.class);
    private static final SaveOptions OPTIONS = SaveOptions.standard().from(SaveOrigin.STAGING);

    private final Supplier<Map<String, StagedSubjects>> kinds;
    private final Function<About, String> lacking;
    private final Clock clock;

    /**
     * Takes in what concerns some kinds of things.
     *
     * @param kinds what reads and saves them, by kind
     * @param lacking says of a type that it is missing here, with modules and versions
     */
    Receiver(Supplier<Map<String, StagedSubjects>> kinds, Function<About, String> lacking, Clock clock) {
        this.kinds = kinds;
        this.lacking = lacking;
        this.clock = clock;
    }

    /** Nothing of it is to stay: the unit is rolled back. */
    private static final class Undone extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient Answer answer;

        Undone(Answer answer) {
            super(null, null, false, false);
            this.answer = answer;
        }
    }

    /** @param self the identity of this server */
    Answer receive(Shipment sent, String self) {
        List<String> passed = sent.passed();
        if (passed.get(passed.size() - 1).equals(self)) {
            return Answer.of(Outcome.REFUSED, List.of("this server itself has sent it, or a copy of its database"));
        }
        if (passed.contains(self)) {
            return Answer.of(Outcome.REPEATED);
        }
        StagedSubjects subjects = kinds.get().get(sent.key().kind());
        if (subjects == null) {
            return Answer.of(Outcome.REFUSED, List.of("this server takes in nothing like " + sent.key()));
        }
        try {
            return subjects.within(
                            sent.key(), sent.payload().about(), OPTIONS, subject -> new Taking(sent, subject).take())
                    .orElseGet(() -> lackingType(sent));
        } catch (Undone e) {
            return e.answer;
        } catch (ProblemsException e) {
            return refused(e);
        } catch (RuntimeException | StackOverflowError e) {
            LOG.warn("{} that another server sent could not be taken in: {}", sent.key(), e.getMessage(), e);
            return Answer.of(
                    Outcome.REFUSED,
                    List.of("it failed on this server: " + e.getClass().getName() + ": " + SafeWords.of(e)));
        }
    }

    /** What cannot be here need not go. */
    private Answer lackingType(Shipment sent) {
        if (sent.payload().after() == null) {
            return Answer.of(Outcome.UNCHANGED);
        }
        About about = sent.payload().about();
        List<String> missing = about.module() == null ? List.of("definition:" + about.type()) : List.<String>of();
        return Answer.blocked(missing, lacking.apply(about));
    }

    /** A failing database may do better the next time; what is refused, will be again. */
    private static Answer refused(ProblemsException e) {
        boolean failed =
                e.problems().stream().anyMatch(problem -> problem.code().kind() == ProblemKind.FAILURE);
        return Answer.of(
                failed ? Outcome.FAILED : Outcome.REFUSED,
                e.problems().errors().stream().map(Problem::toString).toList());
    }

    /** One that is taken in, in its unit of work. */
    private final class Taking {
        private final Shipment sent;
        private final StagedSubject subject;
        private final TaskWrites tasks;

        Taking(Shipment sent, StagedSubject subject) {
            this.sent = sent;
            this.subject = subject;
            tasks = subject.unit().content().tasks();
        }

        Answer take() {
            if (tasks.receive(receipts(), clock.instant()).isEmpty()) {
                return Answer.of(Outcome.REPEATED);
            }
            SubjectState current = subject.current();
            if (sent.key().kind().equals(TaskKey.CHILDREN)) {
                // It says what is to stay, and is held against nothing.
                return save(new Result.Next(sent.payload().after(), false));
            }
            Stamps stamps = stamps();
            Result result = new Reconciliation(sent.payload(), current, stamps).by(sent.policy());
            if (result instanceof Result.Next next) {
                return save(next);
            }
            if (result instanceof Result.Conflict conflict) {
                throw new Undone(Answer.conflict(
                        conflict.clashes(),
                        known(current),
                        List.of("it was changed on both servers, see the difference")));
            }
            tasks.saveStamps(Map.of(
                    sent.key().toString(), stamps.and(sent.payload().stamps()).json()));
            return Answer.of(Outcome.UNCHANGED);
        }

        /** Of the change and the thing: what one server says of another thing does not stand in for it. */
        private List<String> receipts() {
            long key = StoredTask.hash(sent.key().toString());
            return sent.changes().stream()
                    .map(change -> change + "/" + Long.toHexString(key))
                    .toList();
        }

        /** As far as the server that sends knows of it. */
        private @Nullable SubjectState known(@Nullable SubjectState current) {
            return current == null ? null : current.at(sent.payload().knows());
        }

        private Stamps stamps() {
            String key = sent.key().toString();
            return Stamps.of(tasks.stamps(Set.of(key)).get(key));
        }

        private Answer save(Result.Next next) {
            SubjectState wanted = next.next();
            requireKnown(wanted);
            subject.spare(sent.spared());
            Obstacles obstacles = subject.obstacles(wanted);
            if (wanted != null && wanted.at(Places.DELETED).isPresent() && sent.policy() == ConflictPolicy.NEWEST) {
                subject.binBelow(sent.actor(), wanted);
                obstacles = subject.obstacles(wanted);
            }
            if (!obstacles.missing().isEmpty()) {
                throw new Undone(Answer.blocked(obstacles.missing(), words(wanted, obstacles.missing())));
            }
            Arrivals.of(subject.unit()).expect(sent.key(), arrival(wanted));
            if (wanted != null && obstacles.binned().isPresent()) {
                wanted = inBin(wanted, obstacles);
            }
            subject.save(sent.actor(), wanted);
            keepStamps();
            return Answer.of(next.merged() ? Outcome.MERGED : Outcome.APPLIED);
        }

        private static String words(@Nullable SubjectState wanted, List<String> keys) {
            String all = String.join(", ", keys);
            return wanted == null || wanted.at(Places.DELETED).isPresent()
                    ? all + " of this server has to go before"
                    : "there is no " + all + " on this server, which it needs";
        }

        /** What was so already is not saved, and so nobody has kept where it comes from. */
        private void keepStamps() {
            if (Arrivals.of(subject.unit()).isExpected(sent.key())) {
                tasks.saveStamps(Map.of(
                        sent.key().toString(),
                        stamps().and(sent.payload().stamps()).json()));
            }
        }

        /** What comes below something that was deleted here goes into the recycle bin with it, where nobody is asked. */
        private SubjectState inBin(SubjectState wanted, Obstacles obstacles) {
            if (sent.policy() != ConflictPolicy.NEWEST) {
                throw new Undone(Answer.blocked(
                        List.of(),
                        "it is to stand below " + obstacles.binned().orElseThrow()
                                + ", which is in the recycle bin of this server; restore that"));
            }
            return wanted.with(Places.DELETED, obstacles.bin().orElseThrow());
        }

        private void requireKnown(@Nullable SubjectState wanted) {
            Set<String> unknown = wanted == null ? Set.of() : subject.unknownProperties(wanted);
            if (!unknown.isEmpty()) {
                throw new Undone(Answer.blocked(
                        List.of(),
                        "the type " + sent.payload().about().type() + " has no property "
                                + String.join(", ", unknown) + " on this server: "
                                + lacking.apply(sent.payload().about())));
            }
        }

        private Arrival arrival(@Nullable SubjectState wanted) {
            return new Arrival(sent.passed(), sent.changes(), sent.payload().stamps(), wanted, null);
        }
    }
}
