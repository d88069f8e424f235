package dev.synchronizer.archive;

import java.io.File;
import org.jspecify.annotations.Nullable;

/** The module name of a folder that says nothing itself: its own, or its project's where a build tool made it. */
final class FolderName {
    private FolderName() {}

    /** Knows {@code target/classes}, {@code build/classes/java/main} and {@code build/resources/main}. */
    static String of(File folder) {
        File path = folder.getAbsoluteFile().toPath().normalize().toFile();
        File project = above(above(path, "classes"), "target");
        File language = above(path, "main");
        if (project == null && language != null) {
            project = above(above(language.getParentFile(), "classes"), "build");
        }
        if (project == null) {
            project = above(above(language, "resources"), "build");
        }
        return project == null || project.getName().isEmpty() ? path.getName() : project.getName();
    }

    /** The folder above, if this one has that name. */
    private static @Nullable File above(@Nullable File folder, String name) {
        return folder != null && folder.getName().equals(name) ? folder.getParentFile() : null;
    }
}
