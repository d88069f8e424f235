package dev.synchronizer.staging.directory;

/**
 * From where on deletions look like a mistake, as they would if half of the files were missing: where they are more than a
 * number and more than a share of what is there too.
 *
 * @param number so many things may always be deleted
 * @param percent so large a share of the things that are looked at may always be deleted
 * @param allowed so many may be deleted as somebody has consented to that
 */
public record DeletionLimit(long number, int percent, long allowed) {
    public static final DeletionLimit STANDARD = new DeletionLimit(10, 10, 0);

    public DeletionLimit {
        if (number < 0 || percent < 0 || allowed < 0) {
            throw new IllegalArgumentException("a limit is not negative");
        }
    }

    /** The same, but that so many are consented to. */
    public DeletionLimit allowing(long most) {
        return new DeletionLimit(number, percent, most);
    }

    /** @param all how many things there are that could be */
    boolean isExceededBy(long deletions, long all) {
        return deletions > number && deletions * 100 > all * percent && deletions > allowed;
    }
}
