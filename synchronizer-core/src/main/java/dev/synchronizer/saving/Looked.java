package dev.synchronizer.saving;

/** At what of an item built-in validators have looked. */
public enum Looked {
    /** At nothing: it is as it was, or nobody asked. */
    NOWHERE,
    /** At what it holds. */
    VALUES,
    /** At where it stands. */
    PLACE,
    /** At what it holds and where it stands. */
    EVERYWHERE;

    boolean at(String validator) {
        return switch (this) {
            case NOWHERE -> false;
            case VALUES -> BuiltInValidators.areOfValues(validator);
            case PLACE -> BuiltInValidators.areOfPlaces(validator);
            case EVERYWHERE -> BuiltInValidators.contains(validator);
        };
    }
}
