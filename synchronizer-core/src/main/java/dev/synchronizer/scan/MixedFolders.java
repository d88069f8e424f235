package dev.synchronizer.scan;

import dev.synchronizer.annotation.ContentType;
import dev.synchronizer.annotation.Migration;
import dev.synchronizer.archive.EntryReader;
import dev.synchronizer.archive.FolderContainer;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import java.io.File;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.objectweb.asm.ClassReader;

/**
 * Refuses folders that would be read as folders of jars although they are folders of classes too: their types would not
 * be seen, and look orphaned. Classes elsewhere below, as a build leaves them beside its jar, mean nothing.
 */
final class MixedFolders {
    private MixedFolders() {}

    static void refuse(List<File> foldersOfJars, Collection<Problem> problems) {
        DescriptorSearch typeOrStep = new DescriptorSearch(ContentType.class, Migration.class);
        for (File folder : foldersOfJars) {
            try {
                declaring(new FolderContainer(folder, true), typeOrStep)
                        .ifPresent(name -> problems.add(Problem.of(
                                ProblemCode.FOLDER_MIXED,
                                folder.getPath(),
                                "it holds jars, and also the class " + name.replace('/', '.')
                                        + ", which declares a content type or a migration step")));
            } catch (IOException e) {
                problems.add(Problem.of(
                        ProblemCode.JAR_UNREADABLE,
                        folder.getPath(),
                        "it cannot be searched for classes: " + e.getMessage()));
            }
        }
    }

    private static Optional<String> declaring(FolderContainer folder, DescriptorSearch typeOrStep) throws IOException {
        try (EntryReader reader = new EntryReader()) {
            for (String name : folder.classNames()) {
                byte[] bytes = folder.readClass(name, reader);
                if (typeOrStep.isIn(bytes) && liesAt(name, bytes)) {
                    return Optional.of(name);
                }
            }
        }
        return Optional.empty();
    }

    /** Whether the packages begin in the folder; a class that cannot be read is thought to lie where it should. */
    private static boolean liesAt(String name, byte[] bytes) {
        try {
            return new ClassReader(bytes).getClassName().equals(name);
        } catch (RuntimeException e) {
            return true;
        }
    }
}
