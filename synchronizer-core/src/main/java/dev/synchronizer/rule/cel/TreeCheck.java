package dev.synchronizer.rule.cel;

import com.google.re2j.PatternSyntaxException;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import dev.cel.common.types.CelKind;
import dev.cel.common.types.CelType;
import dev.cel.common.types.NullableType;
import dev.cel.common.types.SimpleType;
import dev.synchronizer.lookup.UnknownNames;
import dev.synchronizer.model.ColumnText;
import dev.synchronizer.rule.ConditionException.Flaw;
import dev.synchronizer.rule.RuleLimits;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** What the language allows in an expression, and a condition must not have. */
final class TreeCheck {
    /** Without them, the type of each part is known, and what goes wrong nevertheless has to do with missing values. */
    private static final Set<String> BLURRING_TYPES = Set.of("dyn", "type");

    private static final Set<String> EQUALITY = Set.of("_==_", "_!=_");

    /** What compares: lists within lists can share their elements, so that it takes time that nothing bounds. */
    private static final Set<String> COMPARING = Set.of("_==_", "_!=_", "@in");

    private static final int DEEPEST_LIST = 3;

    private final CelAbstractSyntaxTree tree;
    private final Shapes shapes;
    private final List<Flaw> flaws = new ArrayList<>();

    private TreeCheck(CelAbstractSyntaxTree tree, Shapes shapes) {
        this.tree = tree;
        this.shapes = shapes;
    }

    /** @throws dev.synchronizer.rule.ConditionException if it has too many parts */
    static TreeCheck of(CelAbstractSyntaxTree tree, Shapes shapes, RuleLimits limits) {
        List<CelExpr> parts = CelNavigableAst.fromAst(tree)
                .getRoot()
                .allNodes()
                .map(CelNavigableExpr::expr)
                .toList();
        if (parts.size() > limits.nodes()) {
            throw Compiling.tooLarge("the condition consists of " + parts.size() + " parts, and " + limits.nodes()
                    + " at most are allowed");
        }
        TreeCheck check = new TreeCheck(tree, shapes);
        check.outcome();
        parts.forEach(check::part);
        return check;
    }

    List<Flaw> flaws() {
        return flaws.stream()
                .distinct()
                .sorted(Comparator.comparingInt(Flaw::line).thenComparingInt(Flaw::column))
                .toList();
    }

    private void outcome() {
        CelType type = tree.getResultType();
        CelType outcome = type instanceof NullableType nullable ? nullable.targetType() : type;
        if (outcome.kind() != CelKind.BOOL) {
            add(
                    tree.getExpr(),
                    "a condition is true or false, and this is " + Shape.plain(outcome.name()),
                    "compare it with something");
        }
    }

    private void part(CelExpr part) {
        switch (part.getKind()) {
            case CALL -> call(part);
            case STRUCT -> add(part, "a condition cannot make items or messages", "compare single values instead");
            case MAP -> add(part, "conditions have no maps", "use a list, or a rule for each case");
            default -> {}
        }
        CelType type = type(part);
        if (type.kind() == CelKind.DYN) {
            add(part, "values of several types are mixed", "keep the elements of a list of one type");
        } else if (depth(type) > DEEPEST_LIST) {
            add(part, "more than " + DEEPEST_LIST + " lists stand within each other", "");
        }
    }

    private void call(CelExpr part) {
        String function = part.call().function();
        List<CelExpr> arguments = part.call().args();
        if (BLURRING_TYPES.contains(function)) {
            add(part, "conditions have no function " + function, "");
        } else if (COMPARING.contains(function) && arguments.stream().anyMatch(this::isOfLists)) {
            add(part, "lists of lists cannot be compared", "compare what they hold");
        } else if (function.equals(Searches.MATCHES)) {
            pattern(arguments.get(arguments.size() - 1));
        } else if (EQUALITY.contains(function)) {
            blockWithNull(part, arguments.get(0), arguments.get(1));
            blockWithNull(part, arguments.get(1), arguments.get(0));
        } else if (function.equals("@in")) {
            changedProperty(arguments.get(0), arguments.get(1));
        }
    }

    private void blockWithNull(CelExpr equality, CelExpr compared, CelExpr constant) {
        if (isConstant(constant, CelConstant.Kind.NULL_VALUE) && type(compared).kind() == CelKind.STRUCT) {
            add(equality, "items and blocks are never null", "ask has(item.NAME) whether a block is there");
        }
    }

    private boolean isOfLists(CelExpr part) {
        return depth(type(part)) > 1;
    }

    /** What stands there as it is can be looked at before it is used. */
    private void pattern(CelExpr part) {
        if (isConstant(part, CelConstant.Kind.STRING_VALUE)) {
            try {
                Searches.read(part.constant().stringValue());
            } catch (PatternSyntaxException e) {
                add(part, "this is no pattern: " + e.getDescription(), "write a pattern in the syntax of RE2");
            } catch (CutOff e) {
                add(part, e.reason(), "write a smaller one");
            }
        }
    }

    private void changedProperty(CelExpr name, CelExpr list) {
        boolean constant = isConstant(name, CelConstant.Kind.STRING_VALUE);
        boolean changed = list.getKind() == CelExpr.ExprKind.Kind.IDENT
                && list.ident().name().equals(Variables.CHANGED);
        if (constant && changed) {
            String property = name.constant().stringValue();
            Set<String> known = shapes.root().fields().keySet();
            if (!known.contains(property)) {
                String near = UnknownNames.nearest(property, known);
                add(
                        name,
                        "there is no property " + ColumnText.quoted(property) + " that could change",
                        near.isEmpty() ? "" : "write " + near);
            }
        }
    }

    private static boolean isConstant(CelExpr part, CelConstant.Kind kind) {
        return part.getKind() == CelExpr.ExprKind.Kind.CONSTANT
                && part.constant().getKind() == kind;
    }

    private CelType type(CelExpr part) {
        return tree.getType(part.id()).orElse(SimpleType.ANY);
    }

    private static int depth(CelType type) {
        return switch (type.kind()) {
            case LIST, MAP ->
                1 + type.parameters().stream().mapToInt(TreeCheck::depth).max().orElse(0);
            default -> 0;
        };
    }

    private void add(CelExpr part, String message, String fix) {
        flaws.add(Position.ofPart(tree, part.id()).flaw(message, fix));
    }
}
