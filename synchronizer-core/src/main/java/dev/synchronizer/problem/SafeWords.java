package dev.synchronizer.problem;

import java.util.regex.Pattern;

/** What somebody else has said, in words that can be kept and shown: what looks like a secret is left out of it. A pure function. */
public final class SafeWords {
    private static final Pattern USER_INFO = Pattern.compile("//[^/@\\s]*@");
    private static final Pattern PASSWORD =
            Pattern.compile("(?i)(pass(?:word|phrase|wd)?|pwd|secret|token)(\\s*[=:]\\s*)[^;&,\\s\"')]+");
    private static final Pattern LOGIN = Pattern.compile("(?i)\\b(bearer|basic|digest)\\s+[\\w+/.~=-]{6,}");
    private static final Pattern NAMED = Pattern.compile(
            "(?i)([\\w-]*(?:pass(?:word|phrase|wd)?|pwd|secret|token|authorization|cookie|signature|credentials?|api[_-]?key)"
                    + "[\\w-]*[\"']?\\s*[=:]\\s*)(?!(?:bearer|basic|digest) \\*)(\"[^\"]*\"|'[^']*'|[^;&,\\s\"')}\\]]+)");
    private static final Pattern QUERY = Pattern.compile("(//[^\\s?\"'<>]*)\\?[^\\s\"'<>)]*");

    private SafeWords() {}

    /** A text of which no secret is to be left: passwords, what URLs have behind a question mark, and what headers let in by. */
    public static String of(String text) {
        String noLogin = LOGIN.matcher(text).replaceAll("$1 ***");
        String noQuery = QUERY.matcher(noLogin).replaceAll("$1?***");
        return USER_INFO.matcher(NAMED.matcher(noQuery).replaceAll("$1***")).replaceAll("//***@");
    }

    /** What was thrown, by its message, or by its name where it has none. */
    public static String of(Throwable thrown) {
        String message = thrown.getMessage();
        return message == null ? thrown.getClass().getSimpleName() : of(message);
    }

    /** A text without passwords, such as that of a driver. */
    public static String withoutPasswords(String text) {
        return USER_INFO.matcher(PASSWORD.matcher(text).replaceAll("$1$2***")).replaceAll("//***@");
    }
}
