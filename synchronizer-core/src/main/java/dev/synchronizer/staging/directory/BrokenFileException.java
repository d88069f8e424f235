package dev.synchronizer.staging.directory;

import java.io.Serial;

/** A file is not what it should be; the message goes on behind its name. */
final class BrokenFileException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    BrokenFileException(String message) {
        super(message);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
