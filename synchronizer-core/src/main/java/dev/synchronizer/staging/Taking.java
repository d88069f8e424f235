package dev.synchronizer.staging;

import dev.synchronizer.saving.Arrivals;
import dev.synchronizer.saving.Arrivals.Arrival;
import dev.synchronizer.saving.StagedSubject;
import dev.synchronizer.saving.StagedSubject.Obstacles;
import dev.synchronizer.staging.Answer.Outcome;
import dev.synchronizer.store.StoredReads;
import dev.synchronizer.store.TaskWrites;
import dev.synchronizer.task.Clash;
import dev.synchronizer.task.ConflictPolicy;
import dev.synchronizer.task.Payload;
import dev.synchronizer.task.Places;
import dev.synchronizer.task.Reconciliation;
import dev.synchronizer.task.Reconciliation.Result;
import dev.synchronizer.task.Stamps;
import dev.synchronizer.task.SubjectState;
import dev.synchronizer.task.TaskKey;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One shipment that is taken in, in its unit of work. Not thread-safe. */
final class Taking {
    private final Shipment sent;
    private final String self;
    private final StagedSubject subject;
    private final Forwarding forwarding;
    private final Clock clock;
    private final TaskWrites tasks;
    private final @Nullable SubjectState current;
    private final Stamps stamps;
    private final Receipts receipts;

    /** The places about which this server decides itself. */
    private final Set<String> decided = new TreeSet<>();

    /** The places that were changed before a thing was purged which is there nevertheless. */
    private final Set<String> outlasting = new TreeSet<>();

    Taking(Shipment sent, String self, StagedSubject subject, Forwarding forwarding, Clock clock) {
        this.sent = sent;
        this.self = self;
        this.subject = subject;
        this.forwarding = forwarding;
        this.clock = clock;
        tasks = subject.unit().content().tasks();
        receipts = new Receipts(sent, tasks, clock);
        current = subject.current();
        String key = sent.key().toString();
        stamps = Stamps.of(tasks.stamps(Set.of(key)).get(key));
    }

    Answer take() {
        if (!receipts.keep()) {
            return Answer.of(Outcome.REPEATED);
        }
        subject.spare(sent.spared());
        if (sent.key().kind().equals(TaskKey.CHILDREN)) {
            // It says what is to stay, and is held against nothing.
            return save(new Result.Next(sent.payload().after(), false), false);
        }
        boolean altered = receipts.isAltered(known(current));
        Result result = new Reconciliation(sent.payload(), current, stamps, altered).by(sent.policyFor(known(current)));
        outlast(result);
        if (result instanceof Result.Next next) {
            return save(next, altered);
        }
        if (result instanceof Result.Conflict conflict) {
            throw new Undone(conflict(conflict.clashes(), "it was changed on both servers, see the difference"));
        }
        same();
        return Answer.of(Outcome.UNCHANGED);
    }

    /**
     * Where the newest wins and what was purged is there nevertheless, for it was changed later, this server says of the rest what it
     * is: others may hold something else of before the purge. That counts as changed right behind the purge, so that nothing is lost
     * that was changed since.
     */
    private void outlast(Result result) {
        if (sent.policy() != ConflictPolicy.NEWEST) {
            return;
        }
        Stamps told = sent.payload().stamps();
        boolean comesBack = current == null && result instanceof Result.Next;
        boolean stays = current != null && sent.payload().after() == null && result instanceof Result.Same;
        if (comesBack) {
            outlasting.addAll(later(stamps, told));
        } else if (stays) {
            outlasting.addAll(later(told, stamps));
        }
    }

    private static List<String> later(Stamps one, Stamps other) {
        return one.all().keySet().stream()
                .filter(place -> one.isLater(place, other))
                .toList();
    }

    private boolean decides() {
        return !decided.isEmpty() || !outlasting.isEmpty();
    }

    private Answer conflict(List<Clash> clashes, String message) {
        return Answer.conflict(clashes, known(current), List.of(message));
    }

    /** As far as the server that sends knows of it. */
    private @Nullable SubjectState known(@Nullable SubjectState state) {
        return state == null ? null : state.at(sent.payload().knows());
    }

    /** What changes nothing here may change something elsewhere, where others never held what this server has held. */
    private void same() {
        Stamps news = stamps.and(arriving());
        if (!news.equals(stamps)) {
            tasks.saveStamps(Map.of(sent.key().toString(), news.json()));
            boolean equal = Objects.equals(known(current), sent.payload().after());
            if (equal || sent.policy() == ConflictPolicy.NEWEST) {
                Payload told = sent.payload();
                forwarding.forward(
                        sent,
                        new Payload(told.about(), told.revision(), told.base(), known(current), news),
                        decides(),
                        self,
                        subject.unit());
            }
        }
    }

    private Answer save(Result.Next next, boolean altered) {
        SubjectState wanted = placed(next.next());
        requireKnown(wanted);
        Obstacles obstacles = obstacles(wanted);
        if (!obstacles.missing().isEmpty()) {
            throw new Undone(Answer.blocked(obstacles.missing(), words(wanted, obstacles.missing())));
        }
        if (wanted != null && obstacles.binned().isPresent()) {
            wanted = inBin(wanted, obstacles);
        }
        Arrivals arrivals = Arrivals.of(subject.unit());
        arrivals.expect(sent.key(), arrival(next.next()));
        subject.save(sent.actor(), wanted);
        if (sent.key().kind().equals(TaskKey.CHILDREN)) {
            // Which are to stay is told as it was when somebody asked for it, and is no state that anybody stamps.
            forwarding.forward(sent, sent.payload(), false, self, subject.unit());
        } else if (arrivals.isExpected(sent.key())) {
            // What was so already is not saved, and so nobody has kept where it comes from.
            same();
        } else if (altered || Objects.equals(known(wanted), sent.payload().after())) {
            arrivals.saved(sent.key()).ifPresent(saved -> receipts.keepAltered(known(saved)));
        }
        return Answer.of(next.merged() ? Outcome.MERGED : Outcome.APPLIED);
    }

    /** Where the newest wins, what lives below something that goes is never in its way for ever. */
    private Obstacles obstacles(@Nullable SubjectState wanted) {
        Obstacles obstacles = subject.obstacles(wanted);
        if (sent.policy() != ConflictPolicy.NEWEST || obstacles.missing().isEmpty()) {
            return obstacles;
        }
        if (wanted == null && sent.spared().containsAll(obstacles.missing())) {
            subject.freeBelow(sent.actor());
            return subject.obstacles(null);
        }
        if (wanted != null && wanted.at(Places.DELETED).isPresent()) {
            subject.binBelow(sent.actor(), wanted);
            return subject.obstacles(wanted);
        }
        return obstacles;
    }

    /** Nothing stands below itself: somebody decides, or of all these places the one that is the oldest is given up, on all servers alike. */
    private @Nullable SubjectState placed(@Nullable SubjectState wanted) {
        List<String> circle = wanted == null ? List.of() : subject.circle(wanted);
        if (wanted == null || circle.isEmpty()) {
            return wanted;
        }
        if (sent.policy() == ConflictPolicy.OURS) {
            subject.free(sent.actor(), circle.get(circle.size() - 1));
            return wanted;
        }
        if (sent.policy() != ConflictPolicy.NEWEST) {
            throw new Undone(
                    conflict(List.of(parentClash(wanted)), "it would stand below itself, as others were moved there"));
        }
        Circle places =
                new Circle(sent.key().toString(), stamps.and(sent.payload().stamps()));
        tasks.stamps(circle).forEach((key, json) -> places.add(key, Stamps.of(json)));
        String oldest = places.oldest(circle);
        if (oldest.equals(sent.key().toString())) {
            decided.add(Places.PARENT);
            return wanted.with(Places.PARENT, null);
        }
        subject.free(sent.actor(), oldest);
        return wanted;
    }

    private Clash parentClash(SubjectState wanted) {
        SubjectState before = sent.payload().before();
        return new Clash(
                Places.PARENT,
                before == null ? Optional.empty() : before.at(Places.PARENT),
                wanted.at(Places.PARENT),
                current == null ? Optional.empty() : current.at(Places.PARENT),
                true);
    }

    /** As the other server is to read it. */
    private String words(@Nullable SubjectState wanted, List<String> keys) {
        String all = String.join(", ", keys);
        boolean goes =
                current != null && (wanted == null || wanted.at(Places.DELETED).isPresent());
        return goes ? all + " has to go there before" : "it needs " + all + ", which is not there";
    }

    /** What comes below something that was deleted here goes into the recycle bin with it, where nobody is asked. */
    private SubjectState inBin(SubjectState wanted, Obstacles obstacles) {
        if (sent.policy() != ConflictPolicy.NEWEST) {
            throw new Undone(Answer.blocked(
                    List.of(),
                    "it is to stand below " + obstacles.binned().orElseThrow()
                            + ", which is in the recycle bin there; restore that"));
        }
        decided.add(Places.DELETED);
        return wanted.with(Places.DELETED, obstacles.bin().orElseThrow());
    }

    private void requireKnown(@Nullable SubjectState wanted) {
        Set<String> unknown = wanted == null ? Set.of() : subject.unknownProperties(wanted);
        if (!unknown.isEmpty()) {
            throw new Undone(Answer.blocked(
                    List.of(),
                    "the type " + sent.payload().about().type() + " has no property " + String.join(", ", unknown)
                            + " there: "
                            + Lacking.words(
                                    sent.payload().about(), subject.unit().reading(StoredReads::moduleVersions))));
        }
    }

    /** When it was changed, as far as whoever sends it knows, and where this server decides, now. */
    private Stamps arriving() {
        Stamps told = sent.payload().stamps();
        return sent.policy() == ConflictPolicy.NEWEST
                ? stamps.and(told).changed(outlasting, Instant.EPOCH, self).changed(decided, clock.instant(), self)
                : told;
    }

    /** What this server decides about itself is told to all, whoever has sent it. */
    private Arrival arrival(@Nullable SubjectState wanted) {
        List<String> passed = decides() ? List.of() : sent.passed();
        return new Arrival(passed, sent.changes(), arriving(), wanted, null);
    }
}
