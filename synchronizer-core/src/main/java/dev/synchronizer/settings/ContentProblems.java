package dev.synchronizer.settings;

import dev.synchronizer.diff.Grade;
import dev.synchronizer.diff.SettingChange;
import dev.synchronizer.model.Address;
import dev.synchronizer.model.Misfits;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.SettingValue;
import dev.synchronizer.plan.BlastRadius;
import dev.synchronizer.plan.JudgedChange;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What administrators do to content, or cannot do for its sake, in words. */
final class ContentProblems {
    private ContentProblems() {}

    /** Refusals of what would lose values, and warnings of what leaves content that is no longer valid. */
    static Problems of(List<JudgedChange> changes) {
        List<Problem> problems = new ArrayList<>();
        for (JudgedChange change : changes) {
            if (change.grade() == Grade.LOSSY) {
                problems.add(lossy(change));
            } else if (change.grade() == Grade.BREAKING) {
                problems.add(Problem.of(
                        ProblemCode.CONTENT_NO_LONGER_VALID, change.address().toString(), breaking(change)));
            }
        }
        return Problems.of(problems);
    }

    private static Problem lossy(JudgedChange change) {
        boolean localized = change.change() != null && change.change().key() == SettingKey.LOCALIZED;
        String first = localized ? "take the translations away first" : "correct or clear those values first";
        return new Problem(
                ProblemCode.LOSSY_CHANGE,
                change.address().toString(),
                change.loss(),
                first + ", or leave the property as it is and define another one");
    }

    private static String breaking(JudgedChange judged) {
        SettingChange change = judged.change();
        BlastRadius radius = judged.concern().radius();
        if (change == null || change.key() == SettingKey.REQUIRED) {
            boolean one = radius.values() == 0 ? radius.items() == 1 : radius.values() == 1;
            return "a value of it is required from now on, and " + counted(radius) + (one ? " has" : " have") + " none";
        }
        Misfits misfits = judged.concern().misfits();
        return misfits.values() == 0
                ? said(judged, change) + ", which concerns " + counted(radius) + " at most"
                : said(judged, change)
                        + ", and %s %s not satisfy it (first: %s)"
                                .formatted(counted(radius), radius.values() == 1 ? "does" : "do", misfits);
    }

    private static String said(JudgedChange judged, SettingChange change) {
        SettingKey.Scope scope = judged.property() == null ? SettingKey.Scope.TYPE : SettingKey.Scope.PROPERTY;
        return change.key().label() + " changes from " + text(change.key(), scope, change.from()) + " to "
                + text(change.key(), scope, change.to());
    }

    /** What nobody says is what is built in. */
    private static String text(SettingKey key, SettingKey.Scope scope, @Nullable SettingValue said) {
        SettingValue value = said == null ? key.builtInDefault(scope).orElse(null) : said;
        return value == null ? "nothing" : value.toString();
    }

    /** Such as {@code 3 items}, or {@code 4 values in 3 items}. */
    private static String counted(BlastRadius radius) {
        if (radius.values() == 0) {
            return counted(radius.items(), "item");
        }
        String values = counted(radius.values(), "value");
        return radius.items() == 0 ? values : values + " in " + counted(radius.items(), "item");
    }

    private static String counted(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    /** Content for whose sake a type is not deleted. */
    static Problem ofType(Address address, String content) {
        return inUse(address, content, "purge its items first, those in the recycle bin too");
    }

    /** Content for whose sake a property is not deleted. */
    static Problem ofProperty(Address address, String content) {
        return inUse(
                address,
                content,
                "clear its values first; an item in the recycle bin has to be restored for that, or purged");
    }

    private static Problem inUse(Address address, String content, String fix) {
        return new Problem(ProblemCode.STILL_IN_USE, address.toString(), address + " has " + content, fix);
    }
}
