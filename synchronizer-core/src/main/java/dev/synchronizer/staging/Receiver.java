package dev.synchronizer.staging;

import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemKind;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.problem.SafeWords;
import dev.synchronizer.saving.SaveOptions;
import dev.synchronizer.saving.SaveOrigin;
import dev.synchronizer.saving.StagedSubject;
import dev.synchronizer.saving.StagedSubjects;
import dev.synchronizer.staging.Answer.Outcome;
import dev.synchronizer.task.Payload.About;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes in what another server sends: each in a unit of work of its own, in which it is done with effect once. */
final class Receiver {
    private static final Logger LOG = LoggerFactory.getLogger(Receiver.class);
    private static final SaveOptions OPTIONS = SaveOptions.standard().from(SaveOrigin.STAGING);

    private final Supplier<Map<String, StagedSubjects>> kinds;
    private final Supplier<Map<String, Optional<String>>> versions;
    private final Forwarding forwarding;
    private final Clock clock;

    /**
     * Takes in what concerns some kinds of things.
     *
     * @param kinds what reads and saves them, by kind
     * @param versions reads those of the modules here, by module, where no unit of work is under way
     */
    Receiver(
            Supplier<Map<String, StagedSubjects>> kinds,
            Supplier<Map<String, Optional<String>>> versions,
            Forwarding forwarding,
            Clock clock) {
        this.kinds = kinds;
        this.forwarding = forwarding;
        this.versions = versions;
        this.clock = clock;
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
                            sent.key(),
                            sent.payload().about(),
                            OPTIONS,
                            subject -> taking(sent, self, subject).take())
                    .orElseGet(() -> lackingType(sent));
        } catch (Undone e) {
            return e.answer();
        } catch (ProblemsException e) {
            return refused(e);
        } catch (RuntimeException | StackOverflowError e) {
            LOG.warn("{} that another server sent could not be taken in: {}", sent.key(), e.getMessage(), e);
            return Answer.of(
                    Outcome.REFUSED, List.of("it failed there: " + e.getClass().getName() + ": " + SafeWords.of(e)));
        }
    }

    private Taking taking(Shipment sent, String self, StagedSubject subject) {
        return new Taking(sent, self, subject, forwarding, clock);
    }

    /** What cannot be here need not go. */
    private Answer lackingType(Shipment sent) {
        if (sent.payload().after() == null) {
            return Answer.of(Outcome.UNCHANGED);
        }
        About about = sent.payload().about();
        List<String> missing = about.module() == null ? List.of("definition:" + about.type()) : List.<String>of();
        return Answer.blocked(missing, Lacking.words(about, versions.get()));
    }

    /** A failing database may do better the next time; what is refused, will be again. */
    private static Answer refused(ProblemsException e) {
        boolean failed =
                e.problems().stream().anyMatch(problem -> problem.code().kind() == ProblemKind.FAILURE);
        return Answer.of(
                failed ? Outcome.FAILED : Outcome.REFUSED,
                e.problems().errors().stream().map(Problem::toString).toList());
    }
}
