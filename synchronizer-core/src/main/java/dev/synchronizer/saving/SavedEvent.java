package dev.synchronizer.saving;

/** A save that is written: the same change set, which nobody changes any more. */
public final class SavedEvent extends SaveEvent {
    SavedEvent(Save save, String listener) {
        super(save, listener);
    }

    /** The revision that the item was raised to; 0 for all else. */
    public long revision() {
        return save().draft().revision();
    }
}
