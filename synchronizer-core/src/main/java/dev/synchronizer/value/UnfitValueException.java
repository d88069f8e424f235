package dev.synchronizer.value;

/** A value is none of the data type that it is given for; the message goes on from it, as in "is no whole number". */
public final class UnfitValueException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public UnfitValueException(String message) {
        super(message);
    }
}
