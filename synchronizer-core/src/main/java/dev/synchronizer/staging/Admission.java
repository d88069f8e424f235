package dev.synchronizer.staging;

import dev.synchronizer.model.Actor;
import dev.synchronizer.model.ColumnText;
import dev.synchronizer.staging.Answer.Outcome;
import dev.synchronizer.task.ConflictPolicy;
import dev.synchronizer.task.Payload;
import dev.synchronizer.task.ServerChannel;
import dev.synchronizer.task.Stamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How far a server that may send is believed: what it says of itself and of others has to be of a form that honest servers
 * come nowhere near leaving, and it decides no further about conflicts than it may here.
 */
final class Admission {
    /** A clock that is wrong by more would have its changes win over everybody else's for as long. */
    private static final Duration AHEAD = Duration.ofDays(1);

    private static final int MOST_SERVERS = 1_000;
    private static final int MOST_CHANGES = 100_000;
    private static final int LONGEST_ID = 80;
    private static final int LONGEST_KEY = 600;

    private final String sender;
    private final List<ServerChannel> known;
    private final Clock clock;

    /**
     * What goes for one sender.
     *
     * @param sender its identity
     * @param known what is known here of servers of that identity
     */
    Admission(String sender, List<ServerChannel> known, Clock clock) {
        this.sender = sender;
        this.known = known;
        this.clock = clock;
    }

    /** The same, by no laxer a policy than the sender is allowed. */
    Shipment limited(Shipment sent) {
        ConflictPolicy policy = sent.policy();
        for (ServerChannel server : known) {
            ConflictPolicy most = server.most();
            policy = most == null ? policy : policy.atMost(most);
        }
        return sent.by(policy);
    }

    /** What has come of it, with why it was not done as the sender has said. */
    Answer said(Answer answer, Shipment sent, Shipment limited) {
        return answer.outcome() == Outcome.CONFLICT && sent.policy() != limited.policy()
                ? answer.and("this server has it decide by "
                        + limited.policy().name().toLowerCase(Locale.ROOT)
                        + " at most, and not by "
                        + sent.policy().name().toLowerCase(Locale.ROOT))
                : answer;
    }

    /** Why nothing is done about it; empty where something is. */
    Optional<Answer> refusal(Shipment sent) {
        if (!known.isEmpty() && known.stream().noneMatch(ServerChannel::enabled)) {
            String name = known.get(0).name();
            return Optional.of(Answer.of(
                    Outcome.FAILED, List.of("this server takes in nothing of " + name + " until that is enabled")));
        }
        return fault(sent).map(fault -> Answer.of(Outcome.REFUSED, List.of(fault)));
    }

    private Optional<String> fault(Shipment sent) {
        if (sent.passed().isEmpty() || sent.changes().isEmpty()) {
            return Optional.of("it does not say where it comes from");
        }
        if (!sent.passed().get(sent.passed().size() - 1).equals(sender)) {
            return Optional.of("it says that another server sends it than the one that does");
        }
        return fault("servers that it has passed", sent.passed(), MOST_SERVERS)
                .or(() -> fault("changes", sent.changes(), MOST_CHANGES))
                .or(() -> fault("changes", sent.payload().base().digests(), MOST_CHANGES))
                .or(() -> textFault(sent))
                .or(() -> stampsFault(sent.payload()));
    }

    private static Optional<String> fault(String what, Collection<String> ids, int most) {
        if (ids.size() > most) {
            return Optional.of("it names " + ids.size() + " " + what + ", and may name " + most);
        }
        boolean formed = ids.stream().allMatch(Admission::isId);
        return formed ? Optional.empty() : Optional.of("one of the " + what + " is named by no identity");
    }

    private static boolean isId(String id) {
        return !id.isEmpty() && id.length() <= LONGEST_ID && id.chars().allMatch(each -> each > ' ' && each < 0x7f);
    }

    private static Optional<String> textFault(Shipment sent) {
        String key = sent.key().toString();
        return ColumnText.fault(key, LONGEST_KEY)
                .map(fault -> "its key " + fault)
                .or(() -> Actor.fault(sent.actor()).map(fault -> "the name of who did it " + fault));
    }

    private Optional<String> stampsFault(Payload payload) {
        Instant latest = clock.instant().plus(AHEAD);
        for (Map.Entry<String, Stamp> each : payload.stamps().all().entrySet()) {
            Stamp stamp = each.getValue();
            if (stamp.at().isAfter(latest)) {
                return Optional.of(
                        "it is said to have changed at " + stamp.at()
                                + ", which is more than a day ahead of the clock of this server; set the clocks of all servers");
            }
            if (!isId(stamp.server())) {
                return Optional.of("one of the servers that have changed it is named by no identity");
            }
        }
        return Optional.empty();
    }
}
