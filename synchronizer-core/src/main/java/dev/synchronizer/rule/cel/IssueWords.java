package dev.synchronizer.rule.cel;

import dev.cel.common.CelIssue;
import dev.synchronizer.lookup.UnknownNames;
import dev.synchronizer.model.ColumnText;
import dev.synchronizer.rule.ConditionException.Flaw;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the language finds wrong, in the words of this library. */
final class IssueWords {
    private static final Pattern FIELD = Pattern.compile("undefined field '([^']*)'");
    private static final Pattern REFERENCE = Pattern.compile("undeclared reference to '([^']*)'.*");
    private static final Pattern OVERLOAD =
            Pattern.compile("found no matching overload for '([^']*)' applied to '\\((.*)\\)'.*");
    private static final Pattern SYNTAX = Pattern.compile(
            "(?s)(?:mismatched|extraneous|missing) (?:input )?'(.*?)' (?:expecting|at) .*|no viable alternative at input '\\.?(.*)'");
    private static final Pattern DEPTH = Pattern.compile("Expression recursion limit exceeded\\. limit: (\\d+).*");
    private static final String END = "<EOF>";
    private static final Pattern NULLABLE = Pattern.compile("wrapper\\(([^()]*)\\)");

    private static final String EXAMPLE = "write an expression such as item.views > 3 && has(item.title)";

    private final Shapes shapes;

    IssueWords(Shapes shapes) {
        this.shapes = shapes;
    }

    Flaw flaw(CelIssue issue) {
        Position position = Position.of(issue.getSourceLocation());
        String message = Shape.plain(issue.getMessage());
        Matcher field = FIELD.matcher(message);
        if (field.matches()) {
            return position.flaw("there is no property " + ColumnText.quoted(field.group(1)), near(field.group(1)));
        }
        Matcher reference = REFERENCE.matcher(message);
        if (reference.matches()) {
            return position.flaw(
                    "there is no variable or function " + ColumnText.quoted(reference.group(1)),
                    "use " + String.join(", ", Variables.of("").keySet()) + ", and the functions of CEL");
        }
        Matcher overload = OVERLOAD.matcher(NULLABLE.matcher(message).replaceAll("$1"));
        if (overload.matches()) {
            return position.flaw(
                    operator(overload.group(1)) + " cannot be applied to (" + overload.group(2) + ")",
                    "compare and combine values of one type");
        }
        Matcher depth = DEPTH.matcher(message);
        if (depth.matches()) {
            return position.flaw(
                    "more than " + depth.group(1) + " parts stand within each other", "simplify the condition");
        }
        return syntax(position, message);
    }

    private static Flaw syntax(Position position, String message) {
        Matcher syntax = SYNTAX.matcher(message);
        if (!syntax.matches()) {
            return position.flaw("the condition cannot be read from here: " + message.strip(), EXAMPLE);
        }
        String input = syntax.group(1) == null ? syntax.group(2) : syntax.group(1);
        return END.equals(input)
                ? position.flaw("the condition ends too early", EXAMPLE)
                : position.flaw(ColumnText.quoted(input) + " does not belong here", EXAMPLE);
    }

    private String near(String property) {
        Set<String> names = new TreeSet<>(shapes.root().fields().keySet());
        String near = UnknownNames.nearest(property, names);
        return near.isEmpty() || near.equals(property) ? "" : "write " + near;
    }

    /** Such as {@code ==} for {@code _==_}. */
    private static String operator(String function) {
        return function.startsWith("@") ? function.substring(1) : function.replace("_", "");
    }
}
