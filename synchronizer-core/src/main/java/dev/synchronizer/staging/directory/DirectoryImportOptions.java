package dev.synchronizer.staging.directory;

import java.util.ArrayList;
import java.util.List;

/**
 * How a directory is imported. Immutable.
 *
 * @param filter which things are looked at; all others stay as they are
 * @param mode what may be done where no rule says otherwise
 * @param rules what may be done at which paths; the last one that fits decides
 * @param deletions how many deletions are nobody's mistake
 */
public record DirectoryImportOptions(
        ThingFilter filter, ImportMode mode, List<ModeRule> rules, DeletionLimit deletions) {
    private static final DirectoryImportOptions STANDARD = new DirectoryImportOptions(
            ThingFilter.everything(), ImportMode.CREATE_AND_UPDATE, List.of(), DeletionLimit.STANDARD);

    public DirectoryImportOptions {
        rules = List.copyOf(rules);
    }

    /**
     * What may be done at some paths.
     *
     * @param pattern a path, which means all below it too; {@code *} stands for anything but a slash, {@code **} for anything
     */
    public record ModeRule(String pattern, ImportMode mode) {}

    /** Makes and updates everything, and deletes nothing. */
    public static DirectoryImportOptions standard() {
        return STANDARD;
    }

    public DirectoryImportOptions only(ThingFilter other) {
        return new DirectoryImportOptions(other, mode, rules, deletions);
    }

    /** What may be done where no rule says otherwise. */
    public DirectoryImportOptions in(ImportMode other) {
        return new DirectoryImportOptions(filter, other, rules, deletions);
    }

    /**
     * What may be done at some paths, whatever was said of them before.
     *
     * @param pattern a path, which means all below it too; {@code *} stands for anything but a slash, {@code **} for anything
     */
    public DirectoryImportOptions at(String pattern, ImportMode other) {
        List<ModeRule> more = new ArrayList<>(rules);
        more.add(new ModeRule(pattern, other));
        return new DirectoryImportOptions(filter, mode, more, deletions);
    }

    public DirectoryImportOptions limiting(DeletionLimit other) {
        return new DirectoryImportOptions(filter, mode, rules, other);
    }

    /** Consents to so many deletions, and no more. */
    public DirectoryImportOptions allowDeletes(long most) {
        return limiting(deletions.allowing(most));
    }

    /** The mode at a path, and what has decided that. */
    Decided modeAt(String path) {
        for (int at = rules.size() - 1; at >= 0; at--) {
            ModeRule rule = rules.get(at);
            if (PathPattern.of(rule.pattern()).fits(path)) {
                return new Decided(rule.mode(), rule.pattern() + " is imported by " + rule.mode());
            }
        }
        return new Decided(mode, "what no rule names is imported by " + mode);
    }

    record Decided(ImportMode mode, String by) {}
}
