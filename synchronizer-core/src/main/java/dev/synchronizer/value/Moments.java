package dev.synchronizer.value;

/** What databases know of time: the years 1 to 9999, and microseconds. */
final class Moments {
    private static final int FIRST_YEAR = 1;
    private static final int LAST_YEAR = 9999;

    private Moments() {}

    static void requireYear(int year) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw new UnfitValueException("is outside of the years " + FIRST_YEAR + " to " + LAST_YEAR);
        }
    }
}
