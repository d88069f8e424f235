package dev.synchronizer.content;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * A piece of work met a type of which nothing is known yet. It ends, gives back its connection, and begins again when the
 * type was loaded: who loads while it holds a connection would wait for itself where there is but one.
 */
final class NotYetKnown extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private final transient What what;

    NotYetKnown(What what) {
        super(null, null, false, false);
        this.what = what;
    }

    What what() {
        return what;
    }

    /** What has to be loaded: one of these. */
    record What(
            @Nullable String name,
            @Nullable Long type,
            @Nullable Long part,
            boolean rules) {}

    static NotYetKnown named(String name) {
        return new NotYetKnown(new What(name, null, null, false));
    }

    static NotYetKnown type(long id) {
        return new NotYetKnown(new What(null, id, null, false));
    }

    static NotYetKnown part(long id) {
        return new NotYetKnown(new What(null, null, id, false));
    }

    static NotYetKnown rules() {
        return new NotYetKnown(new What(null, null, null, true));
    }
}
