package dev.synchronizer.saving;

import dev.synchronizer.problem.FindingSeverity;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Decides what becomes of what was found about a save: what is fatal ends it, what is critical needs a confirmation, and what
 * is as grave as an error is kept.
 */
final class Judgement {
    private Judgement() {}

    /** Ends a save that is no good already, before anybody else is bothered with it, and nobody is asked. */
    static void requireNoneFatal(Save save, DraftCheck check) {
        if (!save.isSound() || !of(FindingSeverity.FATAL, save).isEmpty()) {
            check.refuse(refused(save));
        }
    }

    /** Ends a save that is no good, or that nobody confirms. */
    static void settle(Save save, DraftCheck check) {
        requireNoneFatal(save, check);
        List<Finding> critical = unconfirmed(save);
        if (!critical.isEmpty()) {
            if (!confirms(save, critical)) {
                check.refuse(critical);
            }
            save.confirm(critical);
        }
    }

    private static List<Finding> refused(Save save) {
        List<Finding> refused = new ArrayList<>(of(FindingSeverity.FATAL, save));
        refused.addAll(unconfirmed(save));
        return refused;
    }

    private static List<Finding> unconfirmed(Save save) {
        return Stream.concat(of(FindingSeverity.CRITICAL, save).stream(), save.draft().foreseen().stream())
                .filter(finding -> !save.isConfirmed(finding))
                .toList();
    }

    /** Whether somebody confirms that it is saved in spite of these; nobody does where nobody can be asked. */
    private static boolean confirms(Save save, List<Finding> critical) {
        String question = save.draft().subject() + ": "
                + critical.stream().map(Judgement::words).collect(Collectors.joining("; "))
                + ". Save it nevertheless";
        return save.options().asking().map(asking -> asking.confirms(question)).orElse(false);
    }

    private static String words(Finding finding) {
        return (finding.place().isEmpty() ? "" : finding.place() + ": ") + finding.message();
    }

    /** What is saved and kept, until a later save is clean. */
    static List<Finding> kept(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.severity().compareTo(FindingSeverity.ERROR) >= 0)
                .toList();
    }

    private static List<Finding> of(FindingSeverity severity, Save save) {
        return save.findings().stream()
                .filter(finding -> finding.severity() == severity)
                .toList();
    }
}
