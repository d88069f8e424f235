package dev.synchronizer.rule;

import dev.synchronizer.model.ColumnText;
import dev.synchronizer.value.Languages;
import dev.synchronizer.value.UnfitValueException;
import java.util.regex.Pattern;

/** The forms of what rules name and say. */
final class RuleForm {
    static final int MAX_MESSAGE = 1_000;
    static final int MAX_VALUE = 100_000;

    private static final Pattern PROPERTY = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern WORD = Pattern.compile("[^\\s,=\"\\[\\]]+", Pattern.UNICODE_CHARACTER_CLASS);

    private RuleForm() {}

    static String requireName(String subject, String what, String name) {
        if (name.isBlank()) {
            throw RuleProblems.malformed(subject, "its " + what + " is blank", "");
        }
        ColumnText.fault(name, ColumnText.MAX_NAME).ifPresent(fault -> {
            throw RuleProblems.malformed(
                    subject, "its " + what + " " + ColumnText.quoted(name) + " " + fault, "give a shorter, plain one");
        });
        return name;
    }

    /** A name that stands between others, such as where an action is written on one line. */
    static String requireWord(String subject, String what, String word) {
        if (!WORD.matcher(requireName(subject, what, word)).matches()) {
            throw RuleProblems.malformed(
                    subject,
                    "its " + what + " " + ColumnText.quoted(word) + " holds blanks, commas, quotes, brackets or =",
                    "give one without, such as too-long");
        }
        return word;
    }

    static String requireProperty(String subject, String name) {
        if (name.length() > ColumnText.MAX_NAME || !PROPERTY.matcher(name).matches()) {
            throw RuleProblems.malformed(
                    subject, ColumnText.quoted(name) + " is not the name of a property", "write a name such as teaser");
        }
        return name;
    }

    static String requireLanguage(String subject, String tag) {
        try {
            return Languages.canonical(tag);
        } catch (UnfitValueException e) {
            throw RuleProblems.malformed(subject, "it " + e.getMessage(), "write a tag such as de or de-CH");
        }
    }

    static String requireMessage(String subject, String message) {
        String stripped = message.strip();
        if (stripped.isEmpty()) {
            throw RuleProblems.malformed(subject, "its message is empty", "say what people are to read");
        }
        ColumnText.fault(stripped, MAX_MESSAGE).ifPresent(fault -> {
            throw RuleProblems.malformed(
                    subject, "its message " + ColumnText.quoted(stripped) + " " + fault, "give a shorter, plain one");
        });
        return stripped;
    }

    static String requireValue(String subject, String value) {
        if (value.length() > MAX_VALUE) {
            throw RuleProblems.malformed(
                    subject,
                    "its value has " + value.length() + " characters, and " + MAX_VALUE + " at most can be kept",
                    "give a shorter one");
        }
        return value;
    }
}
