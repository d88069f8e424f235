package dev.synchronizer.staging.directory;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/** Says why a file cannot be read or written. */
final class IoReason {
    private IoReason() {}

    /** The path that it is about, or else that of the directory. */
    static String at(Path root, IOException failure) {
        String file = failure instanceof FileSystemException system ? system.getFile() : null;
        return file == null ? root.toString() : file;
    }

    static String of(IOException failure) {
        if (failure instanceof AccessDeniedException) {
            return "this user may not";
        }
        if (failure instanceof NoSuchFileException) {
            return "there is no such file or folder";
        }
        if (failure instanceof NotDirectoryException) {
            return "it is no folder";
        }
        String reason = failure instanceof FileSystemException system ? system.getReason() : failure.getMessage();
        return reason == null ? failure.getClass().getSimpleName() : reason;
    }
}
