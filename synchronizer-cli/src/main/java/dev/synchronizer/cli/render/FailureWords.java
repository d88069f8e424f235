package dev.synchronizer.cli.render;

import dev.synchronizer.store.SaveFailure;
import java.util.Locale;

/** What failed behind a commit, in words. */
public final class FailureWords {
    private FailureWords() {}

    /** Such as {@code mail failed after create of A title: no mail today}. */
    public static String of(SaveFailure failure) {
        return "%s failed after %s of %s: %s"
                .formatted(
                        failure.handler(),
                        failure.operation().toLowerCase(Locale.ROOT),
                        failure.name() == null ? failure.key() : failure.name(),
                        failure.message());
    }
}
