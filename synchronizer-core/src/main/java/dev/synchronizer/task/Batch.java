package dev.synchronizer.task;

import dev.synchronizer.store.StoredDelivery;
import dev.synchronizer.store.StoredTask;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Does what was taken, some at a time: of one key, none before the one ahead of it is done. What is not begun in good time, or
 * cannot be, is given back, so that somebody else can take it. Not thread-safe.
 */
final class Batch {
    private final Dispatch dispatch;
    private final Deed deed;
    private final BooleanSupplier stopped;
    private final Instant end;
    private final List<Claim> left;
    private final List<Claim> back = new ArrayList<>();
    private final List<Done> done = new ArrayList<>();
    private final Set<Long> stuck = new HashSet<>();
    private final Set<Long> unmade = new HashSet<>();

    /**
     * Of what was taken just now.
     *
     * @param stopped whether all tasks of the channel have to wait from now on
     * @param latest behind that moment, nothing is begun
     */
    Batch(Treatment treatment, BooleanSupplier stopped, List<Claim> claims, Instant latest) {
        dispatch = treatment.dispatch();
        deed = treatment.deed();
        this.stopped = stopped;
        Instant half = dispatch.now().plus(dispatch.lease().dividedBy(2));
        end = latest.isBefore(half) ? latest : half;
        left = new ArrayList<>(claims);
    }

    /** What became of those that were tried. */
    List<Done> run() {
        try {
            while (!left.isEmpty() && !dispatch.now().isAfter(end) && isDone(part())) {}
        } catch (RuntimeException e) {
            giveBackAfter(e);
            throw e;
        }
        giveBack();
        return done;
    }

    /** Whether those behind some can be done then. */
    private boolean isDone(List<Claim> part) {
        List<Claim> mine = dispatch.renew(part);
        List<Done> some = mine.isEmpty() ? List.of() : deed.run(mine);
        done.addAll(some);
        part.forEach(claim -> hold(claim.delivery()));
        some.stream()
                .filter(each -> !each.delivery().waiting())
                .map(each -> each.claim().delivery().keyHash())
                .forEach(key -> {
                    stuck.remove(key);
                    unmade.remove(key);
                });
        boolean waits = some.stream().anyMatch(each -> each.delivery().waiting());
        boolean reached = some.isEmpty() || some.get(some.size() - 1).isReached();
        return reached && !(waits && stopped.getAsBoolean());
    }

    private void hold(StoredDelivery delivery) {
        stuck.add(delivery.keyHash());
        if (delivery.creates()) {
            unmade.add(delivery.keyHash());
        }
    }

    private void giveBack() {
        back.addAll(left);
        left.clear();
        dispatch.release(back);
    }

    /** What failed as a whole is left to its lease; the others need not wait for that. */
    private void giveBackAfter(RuntimeException failure) {
        try {
            giveBack();
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }

    /** The next ones, up to the second one of a key; those behind one that has to wait, or that need what it makes, are given back. */
    private List<Claim> part() {
        List<Claim> part = new ArrayList<>();
        Set<Long> keys = new HashSet<>();
        while (!left.isEmpty() && part.size() < deed.most()) {
            Claim next = left.get(0);
            long key = next.delivery().keyHash();
            if (stuck.contains(key) || lacks(next)) {
                hold(next.delivery());
                back.add(left.remove(0));
            } else if (keys.add(key)) {
                part.add(left.remove(0));
            } else {
                break;
            }
        }
        return part;
    }

    private boolean lacks(Claim claim) {
        return claim.task().needs().stream().map(StoredTask::hash).anyMatch(unmade::contains);
    }
}
