package dev.synchronizer.rule;

import dev.synchronizer.model.ColumnText;
import dev.synchronizer.problem.FindingSeverity;
import dev.synchronizer.problem.ProblemsException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.event.Level;

/**
 * Actions as people write them on one line: {@code set teaser=New}, {@code clear teaser[de]}, {@code copy title to teaser},
 * {@code append tags=new}, {@code report WARNING too short}, {@code veto too-long it is too long}, {@code log INFO saved},
 * {@code run notify who=ann}.
 */
public final class ActionText {
    private static final String FORMS = "write set NAME=VALUE, clear NAME, copy NAME to NAME, append NAME=VALUE,"
            + " report SEVERITY MESSAGE, veto CODE MESSAGE, log LEVEL MESSAGE or run NAME KEY=VALUE, and NAME[de] for a"
            + " language";
    private static final String TO = " to ";

    private ActionText() {}

    /**
     * Reads one action.
     *
     * @throws ProblemsException if it is none, naming the forms that there are
     */
    public static RuleAction parse(String text) {
        String stripped = text.stripLeading();
        int blank = stripped.indexOf(' ');
        if (blank < 0) {
            throw noAction(text, "is no action");
        }
        String rest = stripped.substring(blank + 1);
        return switch (stripped.substring(0, blank)) {
            case RuleAction.Set.VERB -> set(text, rest);
            case RuleAction.Clear.VERB -> clear(rest.strip());
            case RuleAction.Copy.VERB -> copy(text, rest.strip());
            case RuleAction.Append.VERB -> append(text, rest);
            case RuleAction.ValidateAs.VERB, RuleAction.ValidateAs.OTHER_VERB ->
                new RuleAction.ValidateAs(
                        constant(text, "severity", FindingSeverity.class, word(rest)), behindWord(text, rest));
            case RuleAction.Veto.VERB -> new RuleAction.Veto(word(rest), behindWord(text, rest));
            case RuleAction.Log.VERB ->
                new RuleAction.Log(constant(text, "level", Level.class, word(rest)), behindWord(text, rest));
            case RuleAction.Named.VERB ->
                new RuleAction.Named(
                        word(rest),
                        ArgumentText.parse(
                                text, rest.strip().substring(word(rest).length())));
            default -> throw noAction(text, "begins with no verb of an action");
        };
    }

    /** The form that {@link #parse} reads. */
    public static String print(RuleAction action) {
        return action.verb() + " " + object(action);
    }

    private static String object(RuleAction action) {
        if (action instanceof RuleAction.Set set) {
            return new Target(set.property(), set.language()) + "=" + set.value();
        }
        if (action instanceof RuleAction.Clear clear) {
            return new Target(clear.property(), clear.language()).toString();
        }
        if (action instanceof RuleAction.Copy copy) {
            return new Target(copy.from(), copy.language()) + TO + new Target(copy.to(), copy.language());
        }
        if (action instanceof RuleAction.Append append) {
            return new Target(append.property(), append.language()) + "=" + append.value();
        }
        if (action instanceof RuleAction.ValidateAs finding) {
            return finding.severity() + " " + finding.message();
        }
        if (action instanceof RuleAction.Veto veto) {
            return veto.code() + " " + veto.message();
        }
        if (action instanceof RuleAction.Log log) {
            return log.level() + " " + log.message();
        }
        RuleAction.Named named = (RuleAction.Named) action;
        return named.name() + ArgumentText.print(named.arguments());
    }

    private static RuleAction set(String text, String rest) {
        int equals = equalsSign(text, rest);
        Target target = Target.parse(rest.substring(0, equals).strip());
        return new RuleAction.Set(target.property(), target.language(), rest.substring(equals + 1));
    }

    private static RuleAction append(String text, String rest) {
        int equals = equalsSign(text, rest);
        Target target = Target.parse(rest.substring(0, equals).strip());
        return new RuleAction.Append(target.property(), target.language(), rest.substring(equals + 1));
    }

    private static RuleAction clear(String rest) {
        Target target = Target.parse(rest);
        return new RuleAction.Clear(target.property(), target.language());
    }

    private static RuleAction copy(String text, String rest) {
        int to = rest.indexOf(TO);
        if (to < 0) {
            throw noAction(text, "does not say what to copy to what");
        }
        Target from = Target.parse(rest.substring(0, to).strip());
        Target target = Target.parse(rest.substring(to + TO.length()).strip());
        RuleAction.Copy copy = new RuleAction.Copy(from.property(), target.property(), from.language());
        if (!copy.language().equals(RuleForm.requireLanguage(copy.verb(), target.language()))) {
            throw noAction(text, "copies from one language to another");
        }
        return copy;
    }

    private static int equalsSign(String text, String rest) {
        int equals = rest.indexOf('=');
        if (equals < 0) {
            throw noAction(text, "has no = between a property and its value");
        }
        return equals;
    }

    private static String word(String rest) {
        String stripped = rest.strip();
        int blank = stripped.indexOf(' ');
        return blank < 0 ? stripped : stripped.substring(0, blank);
    }

    private static String behindWord(String text, String rest) {
        String message = rest.strip().substring(word(rest).length()).strip();
        if (message.isEmpty()) {
            throw noAction(text, "has no message");
        }
        return message;
    }

    static <E extends Enum<E>> E constant(String subject, String what, Class<E> kind, String name) {
        Optional<E> found = Arrays.stream(kind.getEnumConstants())
                .filter(constant -> constant.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst();
        return found.orElseThrow(() -> RuleProblems.malformed(
                "action",
                "there is no " + what + " " + ColumnText.quoted(name) + " in " + ColumnText.quoted(subject),
                "write one of " + names(List.of(kind.getEnumConstants()))));
    }

    private static String names(List<?> constants) {
        return constants.stream().map(Object::toString).collect(Collectors.joining(", "));
    }

    static ProblemsException noAction(String text, String flaw) {
        return RuleProblems.malformed("action", ColumnText.quoted(text) + " " + flaw, FORMS);
    }

    /** Such as {@code teaser}, or {@code teaser[de]}. */
    private record Target(String property, String language) {
        static Target parse(String text) {
            int bracket = text.indexOf('[');
            return bracket > 0 && text.endsWith("]")
                    ? new Target(text.substring(0, bracket), text.substring(bracket + 1, text.length() - 1))
                    : new Target(text, "");
        }

        @Override
        public String toString() {
            return language.isEmpty() ? property : property + "[" + language + "]";
        }
    }
}
