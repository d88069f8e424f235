package dev.synchronizer.archive;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The links that a walk through folders has followed, so that none leads it back to where it has been. */
final class FolderLinks {
    static final FolderLinks NONE = new FolderLinks(List.of());

    private final List<Path> leftAt;

    private FolderLinks(List<Path> leftAt) {
        this.leftAt = leftAt;
    }

    /** The links followed when the folder below this parent is entered; null if it leads back, and must not be entered. */
    @Nullable
    FolderLinks entering(File folder, File parent) throws IOException {
        if (!Files.isSymbolicLink(folder.toPath())) {
            return this;
        }
        Path target = folder.getCanonicalFile().toPath();
        List<Path> folders = new ArrayList<>(leftAt);
        folders.add(parent.getCanonicalFile().toPath());
        for (Path been : folders) {
            if (been.startsWith(target)) {
                return null;
            }
        }
        return new FolderLinks(folders);
    }
}
