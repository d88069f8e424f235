package dev.synchronizer.staging;

import dev.synchronizer.problem.SafeWords;
import dev.synchronizer.staging.Answer.Outcome;
import dev.synchronizer.store.DeliveryState;
import dev.synchronizer.store.StoredDelivery;
import dev.synchronizer.store.StoredTask;
import dev.synchronizer.store.TaskQueue.Work;
import dev.synchronizer.task.Claim;
import dev.synchronizer.task.ConflictPolicy;
import dev.synchronizer.task.Deed;
import dev.synchronizer.task.Dispatch;
import dev.synchronizer.task.Done;
import dev.synchronizer.task.Failing;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Sends tasks to one server, and keeps what it answers. */
final class SendingDeed implements Deed {
    private static final int AT_ONCE = 50;

    /** So many things that are missing are looked for among the tasks. */
    private static final int MOST_MISSING = 100;

    private final ConflictPolicy policy;
    private final Supplier<Transport> transport;
    private final Dispatch dispatch;
    private final Failing failing;
    private final Sparing sparing;

    /**
     * Reaches nobody yet.
     *
     * @param policy what is done about conflicts, unless somebody has decided about one
     * @param transport how the server is reached; a {@link DeliveryException} where it cannot be
     */
    SendingDeed(
            ConflictPolicy policy, Supplier<Transport> transport, Dispatch dispatch, Failing failing, Sparing sparing) {
        this.sparing = sparing;
        this.policy = policy;
        this.transport = transport;
        this.dispatch = dispatch;
        this.failing = failing;
    }

    @Override
    public int most() {
        return AT_ONCE;
    }

    @Override
    public List<Done> run(List<Claim> claims) {
        Map<Long, Answer> answers;
        try {
            answers = Sending.of(claims, claim -> decided(claim.delivery()).orElse(Decision.always(policy)))
                    .by(transport.get(), sparing);
        } catch (DeliveryException e) {
            return done(claims, true, dispatch.settle(claims, (work, claim, delivery) -> unsent(claim, delivery, e)));
        }
        boolean away = answers.values().stream().allMatch(answer -> answer.outcome() == Outcome.FAILED);
        return done(claims, away, dispatch.settle(claims, (work, claim, delivery) -> {
            Answer answer = answers.getOrDefault(delivery.task(), Answer.of(Outcome.FAILED));
            return settled(work, claim.task(), delivery, answer);
        }));
    }

    /** All of them in their order, but for those that somebody else has taken meanwhile. */
    private static List<Done> done(List<Claim> claims, boolean away, List<StoredDelivery> settled) {
        Map<Long, StoredDelivery> byTask = new HashMap<>();
        settled.forEach(delivery -> byTask.put(delivery.task(), delivery));
        Optional<Duration> rest = away ? Optional.of(Duration.ZERO) : Optional.empty();
        return claims.stream()
                .flatMap(
                        claim -> Optional.ofNullable(byTask.get(claim.delivery().task()))
                                .map(delivery -> new Done(claim, delivery, rest))
                                .stream())
                .toList();
    }

    /** What somebody has decided about a conflict that it was in, as long as that has not come to effect. */
    private static Optional<Decision> decided(StoredDelivery delivery) {
        return Optional.ofNullable(delivery.outcome()).flatMap(AnswerJson::decided);
    }

    private StoredDelivery settled(Work work, StoredTask task, StoredDelivery delivery, Answer answer) {
        boolean over = answer.outcome().isDone() || answer.outcome() == Outcome.CONFLICT;
        String said = over ? AnswerJson.write(answer) : AnswerJson.write(answer, decided(delivery));
        return switch (answer.outcome()) {
            case APPLIED, MERGED, UNCHANGED, REPEATED ->
                delivery.ended(DeliveryState.DONE, dispatch.now(), answer.outcome() == Outcome.APPLIED ? null : said);
            case CONFLICT -> delivery.stopped(DeliveryState.CONFLICT, null, false, null, said);
            case BLOCKED -> {
                boolean coming = isComing(work, delivery, answer.missing());
                yield failing.blocked(delivery, task.loggedAt(), answer.missing(), coming, said);
            }
            case REFUSED -> failing.refused(delivery, said);
            case FAILED -> failing.notNow(delivery, true, Duration.ZERO, said);
        };
    }

    /** What is missing and on its way comes first; all else has to be seen to by somebody. */
    private static boolean isComing(Work work, StoredDelivery delivery, List<String> missing) {
        Set<Long> keys = new TreeSet<>();
        missing.stream().limit(MOST_MISSING).forEach(key -> keys.add(StoredTask.hash(key)));
        return !keys.isEmpty() && !work.waiting(delivery.channel(), keys).isEmpty();
    }

    private StoredDelivery unsent(Claim claim, StoredDelivery delivery, DeliveryException e) {
        Answer answer = Answer.of(Outcome.FAILED, List.of(SafeWords.of(e)));
        boolean uncertain = claim.uncertain() || e.isUncertain();
        return failing.later(delivery, uncertain, AnswerJson.write(answer, decided(delivery)));
    }
}
