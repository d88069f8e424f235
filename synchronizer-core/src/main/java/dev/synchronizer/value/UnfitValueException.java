package dev.synchronizer.value;

/**
 * A value is none of the data type that it is given for; the message goes on from it, as in "is not a URI", and names the
 * place within a list or block, as in "is not a URI (links, position 2, target)".
 */
public final class UnfitValueException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String flaw;
    private final String place;

    public UnfitValueException(String flaw) {
        this(flaw, "");
    }

    private UnfitValueException(String flaw, String place) {
        this.flaw = flaw;
        this.place = place;
    }

    /** Never null, unlike that of others. */
    @Override
    public String getMessage() {
        return place.isEmpty() ? flaw : flaw + " (" + place + ")";
    }

    /** The same of the value that holds this one, at a place such as a position or a property. */
    UnfitValueException within(String outer) {
        return new UnfitValueException(flaw, place.isEmpty() ? outer : outer + ", " + place);
    }
}
