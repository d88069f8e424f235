package dev.synchronizer.rule;

import dev.synchronizer.problem.FindingSeverity;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.slf4j.event.Level;

/**
 * One thing that a rule does.
 *
 * <p>Where a language is empty, the value of a localized property is that in the language of the save, and the value of
 * any other property that of no language in particular. Values are written as in
 * {@link dev.synchronizer.value.ValueForm#parse}: single ones as text, lists, sets and blocks as JSON.
 */
public sealed interface RuleAction {
    /** The word by which actions of this kind begin where they are written. */
    String verb();

    /** Gives a property a value. */
    record Set(String property, String language, String value) implements RuleAction {
        static final String VERB = "set";

        public Set {
            RuleForm.requireProperty(VERB, property);
            language = RuleForm.requireLanguage(VERB, language);
            RuleForm.requireValue(VERB, value);
        }

        @Override
        public String verb() {
            return VERB;
        }
    }

    /** Takes the value of a property away. */
    record Clear(String property, String language) implements RuleAction {
        static final String VERB = "clear";

        public Clear {
            RuleForm.requireProperty(VERB, property);
            language = RuleForm.requireLanguage(VERB, language);
        }

        @Override
        public String verb() {
            return VERB;
        }
    }

    /** Gives a property the value of another one, be it none. */
    record Copy(String from, String to, String language) implements RuleAction {
        static final String VERB = "copy";

        public Copy {
            RuleForm.requireProperty(VERB, from);
            RuleForm.requireProperty(VERB, to);
            language = RuleForm.requireLanguage(VERB, language);
        }

        @Override
        public String verb() {
            return VERB;
        }
    }

    /** Adds an element to a list or a set that does not hold it yet, or a text to one that does not end with it yet. */
    record Append(String property, String language, String value) implements RuleAction {
        static final String VERB = "append";

        public Append {
            RuleForm.requireProperty(VERB, property);
            language = RuleForm.requireLanguage(VERB, language);
            RuleForm.requireValue(VERB, value);
        }

        @Override
        public String verb() {
            return VERB;
        }
    }

    /** Reports what is wrong with the item. */
    record ValidateAs(FindingSeverity severity, String message) implements RuleAction {
        static final String VERB = "report";

        /** Another word for it, which is read and never written. */
        static final String OTHER_VERB = "validate-as";

        public ValidateAs {
            message = RuleForm.requireMessage(VERB, message);
        }

        @Override
        public String verb() {
            return VERB;
        }
    }

    /** Refuses the save; no action after it is carried out. */
    record Veto(String code, String message) implements RuleAction {
        static final String VERB = "veto";

        public Veto {
            RuleForm.requireWord(VERB, "code", code);
            message = RuleForm.requireMessage(VERB, message);
        }

        @Override
        public String verb() {
            return VERB;
        }
    }

    /** Writes to the log. */
    record Log(Level level, String message) implements RuleAction {
        static final String VERB = "log";

        public Log {
            message = RuleForm.requireMessage(VERB, message);
        }

        @Override
        public String verb() {
            return VERB;
        }
    }

    /** Runs an action that the application supplies under a name. */
    record Named(String name, SortedMap<String, String> arguments) implements RuleAction {
        static final String VERB = "run";

        public Named {
            RuleForm.requireWord(VERB, "name", name);
            arguments.keySet().forEach(key -> RuleForm.requireWord(VERB, "argument", key));
            arguments.values().forEach(value -> RuleForm.requireValue(VERB, value));
            arguments = Collections.unmodifiableSortedMap(new TreeMap<>(arguments));
        }

        @Override
        public String verb() {
            return VERB;
        }
    }
}
