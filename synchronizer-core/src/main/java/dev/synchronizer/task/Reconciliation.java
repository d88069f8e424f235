package dev.synchronizer.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What becomes of a thing on a server to which somebody tells a change of it. A pure function. */
public final class Reconciliation {
    private final Payload sent;
    private final @Nullable SubjectState current;
    private final @Nullable SubjectState there;
    private final Stamps stamps;
    private final boolean altered;

    /** Holds a change against what there is, of which nothing else is known. */
    public Reconciliation(Payload sent, @Nullable SubjectState current, Stamps stamps) {
        this(sent, current, stamps, false);
    }

    /**
     * Holds a change against what there is.
     *
     * @param current what there is; null where there is no such thing
     * @param stamps when each of its places was last changed here
     * @param altered whether what there is is what was made here of what the other server had
     */
    public Reconciliation(Payload sent, @Nullable SubjectState current, Stamps stamps, boolean altered) {
        this.altered = altered;
        this.sent = sent;
        this.current = current;
        this.stamps = stamps;
        there = current == null ? null : current.at(sent.knows());
    }

    /** What comes of it. */
    public sealed interface Result {
        /** It is so already, or stays as it is. */
        record Same() implements Result {}

        /**
         * It is to be something else.
         *
         * @param next what it is to be; null where it is to go
         * @param merged whether something that was changed here is kept in it, or lost by it
         */
        record Next(@Nullable SubjectState next, boolean merged) implements Result {}

        /** Somebody has to decide. */
        record Conflict(List<Clash> clashes) implements Result {
            public Conflict {
                clashes = List.copyOf(clashes);
            }
        }
    }

    public Result by(ConflictPolicy policy) {
        SubjectState after = sent.after();
        if ((there == null) == (after == null)
                && SubjectState.differing(there, after).isEmpty()) {
            return new Result.Same();
        }
        if (policy == ConflictPolicy.NEWEST) {
            return newest();
        }
        if (isUnchanged()) {
            return new Result.Next(applied(), false);
        }
        return switch (policy) {
            case HOLD -> conflict();
            case MERGE -> merged();
            case OURS -> new Result.Next(sent.after() == null ? null : replaced(), true);
            case THEIRS -> new Result.Same();
            case NEWEST -> newest();
        };
    }

    /** Whether nobody has changed it here since what the other server knows. */
    private boolean isUnchanged() {
        Payload.Base base = sent.base();
        if (there == null) {
            return wasNeverThere() || isMadeAnew();
        }
        if (!base.known()) {
            return SubjectState.differing(there, sent.after()).stream().noneMatch(this::isChangedHere);
        }
        return altered || base.digests().contains(there.digest());
    }

    private boolean wasNeverThere() {
        return stamps.at(Stamps.EXISTENCE) == null;
    }

    /** Over there it is new, made by somebody who knew that it was gone. */
    private boolean isMadeAnew() {
        Stamp gone = stamps.at(Stamps.EXISTENCE);
        Stamp made = sent.stamps().at(Stamps.EXISTENCE);
        boolean isNew = sent.base().known() && !sent.base().there();
        return isNew && gone != null && made != null && made.compareTo(gone) > 0;
    }

    /** Later than what the other server knows of; so counts a value of which nobody knows where it comes from. */
    private boolean isChangedHere(String place) {
        Stamp here = stamps.at(place);
        Stamp other = sent.stamps().at(place);
        return here == null ? at(there, place).isPresent() : other == null || other.compareTo(here) < 0;
    }

    /** What is not known over there stays. */
    private @Nullable SubjectState applied() {
        SubjectState after = sent.after();
        if (after == null || current == null) {
            return after;
        }
        return altered ? changed(current) : replaced();
    }

    /** What was set here on its way in stays, but where it was changed over there since. */
    private SubjectState changed(SubjectState there) {
        SubjectState next = there;
        for (String place : sent.base().changed().keySet()) {
            next = next.with(place, at(sent.after(), place).orElse(null));
        }
        return next;
    }

    private SubjectState replaced() {
        SubjectState next = current == null ? SubjectState.empty() : current;
        for (String place : SubjectState.differing(there, sent.after())) {
            next = next.with(place, at(sent.after(), place).orElse(null));
        }
        return next;
    }

    private Result merged() {
        if (!sent.base().known() || there == null || sent.after() == null || sent.before() == null) {
            return conflict();
        }
        List<Clash> clashes = clashes();
        if (clashes.stream().anyMatch(Clash::overlapping)) {
            return new Result.Conflict(clashes);
        }
        SubjectState next = changed(current == null ? SubjectState.empty() : current);
        return next.equals(current) ? new Result.Same() : new Result.Next(next, true);
    }

    private Result conflict() {
        return new Result.Conflict(clashes());
    }

    private List<Clash> clashes() {
        SubjectState before = sent.before();
        SortedSet<String> places = new TreeSet<>(SubjectState.differing(there, sent.after()));
        List<Clash> clashes = new ArrayList<>();
        for (String place : places) {
            Optional<String> was = at(before, place);
            Optional<String> wanted = at(sent.after(), place);
            Optional<String> is = at(there, place);
            boolean known = sent.base().known();
            boolean overlapping = !known || !was.equals(wanted) && !was.equals(is);
            clashes.add(new Clash(place, was, wanted, is, overlapping));
        }
        return clashes;
    }

    /** At each place the later one, and of the whole thing too; what nobody has stamped goes as it was sent. */
    private Result newest() {
        SubjectState after = sent.after();
        if (after == null || there == null) {
            return newestExistence();
        }
        SubjectState next = current == null ? SubjectState.empty() : current;
        for (String place : SubjectState.differing(there, after)) {
            if (isLaterOverThere(place)) {
                next = next.with(place, at(after, place).orElse(null));
            }
        }
        return next.equals(current) ? new Result.Same() : new Result.Next(next, !isUnchanged());
    }

    private Result newestExistence() {
        SubjectState after = sent.after();
        if (after != null && wasNeverThere()) {
            return new Result.Next(after, false);
        }
        Stamp gone = after == null ? sent.stamps().at(Stamps.EXISTENCE) : stamps.at(Stamps.EXISTENCE);
        Stamp kept = after == null ? stamps.latest() : sent.stamps().latest();
        boolean stays = kept != null && (gone == null || kept.compareTo(gone) > 0);
        if (after == null) {
            return stays ? new Result.Same() : new Result.Next(null, true);
        }
        return stays ? new Result.Next(after, true) : new Result.Same();
    }

    private boolean isLaterOverThere(String place) {
        Stamp here = stamps.at(place);
        Stamp other = sent.stamps().at(place);
        if (here == null && other == null) {
            return !sent.base().known() || sent.base().changed().containsKey(place);
        }
        return here == null || other != null && other.compareTo(here) > 0;
    }

    private static Optional<String> at(@Nullable SubjectState state, String place) {
        return state == null ? Optional.empty() : state.at(place);
    }
}
