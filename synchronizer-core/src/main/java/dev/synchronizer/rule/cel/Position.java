package dev.synchronizer.rule.cel;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelSourceLocation;
import dev.synchronizer.rule.ConditionException.Flaw;
import org.jspecify.annotations.Nullable;

/**
 * A place in a condition, as people count.
 *
 * @param line from 1; 0 where the place is not known
 * @param column from 1; 0 where the place is not known
 */
record Position(int line, int column) {
    private static final Position UNKNOWN = new Position(0, 0);

    static Position of(CelSourceLocation location) {
        return location.getLine() < 1 ? UNKNOWN : new Position(location.getLine(), location.getColumn() + 1);
    }

    static Position ofPart(CelAbstractSyntaxTree tree, long part) {
        return ofOffset(tree, tree.getSource().getPositionsMap().get(part));
    }

    static Position ofOffset(CelAbstractSyntaxTree tree, @Nullable Integer offset) {
        return offset == null
                ? UNKNOWN
                : tree.getSource().getOffsetLocation(offset).map(Position::of).orElse(UNKNOWN);
    }

    Flaw flaw(String message, String fix) {
        return new Flaw(line, column, message, fix);
    }
}
