package dev.synchronizer.rule;

import dev.synchronizer.json.JsonOut;
import dev.synchronizer.problem.FindingSeverity;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.slf4j.event.Level;

/** Actions as JSON: an object each, whose member {@code do} says what is done. */
final class ActionJson {
    private static final String DO = "do";
    private static final String PROPERTY = "property";
    private static final String LANGUAGE = "language";
    private static final String VALUE = "value";
    private static final String FROM = "from";
    private static final String TO = "to";
    private static final String SEVERITY = "severity";
    private static final String CODE = "code";
    private static final String LEVEL = "level";
    private static final String MESSAGE = "message";
    private static final String NAME = "name";
    private static final String ARGUMENTS = "arguments";

    /** What each action has beside the member that says what it is; languages and arguments may be left out. */
    private static final SortedMap<String, List<String>> FORMS = new TreeMap<>(Map.of(
            RuleAction.Set.VERB, List.of(PROPERTY, LANGUAGE, VALUE),
            RuleAction.Clear.VERB, List.of(PROPERTY, LANGUAGE),
            RuleAction.Copy.VERB, List.of(FROM, TO, LANGUAGE),
            RuleAction.Append.VERB, List.of(PROPERTY, LANGUAGE, VALUE),
            RuleAction.ValidateAs.VERB, List.of(SEVERITY, MESSAGE),
            RuleAction.Veto.VERB, List.of(CODE, MESSAGE),
            RuleAction.Log.VERB, List.of(LEVEL, MESSAGE),
            RuleAction.Named.VERB, List.of(NAME, ARGUMENTS)));

    private static final Set<String> OPTIONAL = Set.of(LANGUAGE, ARGUMENTS);
    private static final List<String> KNOWN =
            List.of(DO, PROPERTY, LANGUAGE, VALUE, FROM, TO, SEVERITY, CODE, LEVEL, MESSAGE, NAME, ARGUMENTS);

    private ActionJson() {}

    static void write(RuleAction action, JsonOut out) {
        out.object(() -> {
            out.text(DO, action.verb());
            writeMembers(action, out);
        });
    }

    private static void writeMembers(RuleAction action, JsonOut out) {
        if (action instanceof RuleAction.Set set) {
            language(set.language(), out.text(PROPERTY, set.property())).text(VALUE, set.value());
        } else if (action instanceof RuleAction.Clear clear) {
            language(clear.language(), out.text(PROPERTY, clear.property()));
        } else if (action instanceof RuleAction.Copy copy) {
            language(copy.language(), out.text(FROM, copy.from()).text(TO, copy.to()));
        } else if (action instanceof RuleAction.Append append) {
            language(append.language(), out.text(PROPERTY, append.property())).text(VALUE, append.value());
        } else if (action instanceof RuleAction.ValidateAs finding) {
            out.text(SEVERITY, finding.severity().name()).text(MESSAGE, finding.message());
        } else if (action instanceof RuleAction.Veto veto) {
            out.text(CODE, veto.code()).text(MESSAGE, veto.message());
        } else if (action instanceof RuleAction.Log log) {
            out.text(LEVEL, log.level().name()).text(MESSAGE, log.message());
        } else if (action instanceof RuleAction.Named named) {
            out.text(NAME, named.name());
            out.object(ARGUMENTS, () -> named.arguments().forEach(out::text));
        }
    }

    private static JsonOut language(String language, JsonOut out) {
        return language.isEmpty() ? out : out.text(LANGUAGE, language);
    }

    static RuleAction read(Members members) {
        Map<String, String> texts = new TreeMap<>();
        SortedMap<String, String> arguments = new TreeMap<>();
        Set<String> seen = members.object(member -> {
            if (!KNOWN.contains(member)) {
                throw members.unknown(KNOWN);
            } else if (member.equals(ARGUMENTS)) {
                members.object(key -> arguments.put(key, members.text()));
            } else {
                texts.put(member, member.equals(VALUE) ? members.textOrJson() : members.text());
            }
        });
        members.requireAll(seen, List.of(DO));
        texts.replace(DO, RuleAction.ValidateAs.OTHER_VERB, RuleAction.ValidateAs.VERB);
        requireForm(texts.getOrDefault(DO, ""), seen, members);
        return action(texts, arguments, members);
    }

    private static void requireForm(String verb, Set<String> seen, Members members) {
        List<String> form = FORMS.get(verb);
        if (form == null) {
            throw members.noConstant(DO, verb, FORMS.keySet());
        }
        members.requireAll(
                seen, form.stream().filter(name -> !OPTIONAL.contains(name)).toList());
        for (String name : seen) {
            if (!name.equals(DO) && !form.contains(name)) {
                throw members.flaw("has " + name + ", which is none of " + verb, "leave it out");
            }
        }
    }

    private static RuleAction action(Map<String, String> texts, SortedMap<String, String> arguments, Members members) {
        String language = texts.getOrDefault(LANGUAGE, "");
        return switch (text(texts, DO)) {
            case RuleAction.Set.VERB -> new RuleAction.Set(text(texts, PROPERTY), language, text(texts, VALUE));
            case RuleAction.Clear.VERB -> new RuleAction.Clear(text(texts, PROPERTY), language);
            case RuleAction.Copy.VERB -> new RuleAction.Copy(text(texts, FROM), text(texts, TO), language);
            case RuleAction.Append.VERB -> new RuleAction.Append(text(texts, PROPERTY), language, text(texts, VALUE));
            case RuleAction.ValidateAs.VERB ->
                new RuleAction.ValidateAs(
                        constant(SEVERITY, FindingSeverity.values(), texts, members), text(texts, MESSAGE));
            case RuleAction.Veto.VERB -> new RuleAction.Veto(text(texts, CODE), text(texts, MESSAGE));
            case RuleAction.Log.VERB ->
                new RuleAction.Log(constant(LEVEL, Level.values(), texts, members), text(texts, MESSAGE));
            default -> new RuleAction.Named(text(texts, NAME), arguments);
        };
    }

    private static String text(Map<String, String> texts, String name) {
        return texts.getOrDefault(name, "");
    }

    private static <E extends Enum<E>> E constant(
            String member, E[] constants, Map<String, String> texts, Members members) {
        String name = text(texts, member);
        return Arrays.stream(constants)
                .filter(constant -> constant.name().equals(name))
                .findFirst()
                .orElseThrow(() -> members.noConstant(member, name, List.of(constants)));
    }
}
