package dev.synchronizer.cli.render;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The folders of sources below a folder, where most builds keep them: its own, and those of modules in it. */
public final class SourceFolders {
    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final int DEPTH = 2;

    private final Path root;
    private final List<Path> folders;

    private SourceFolders(Path root, List<Path> folders) {
        this.root = root;
        this.folders = folders;
    }

    /** Looks for them. */
    public static SourceFolders below(Path root) {
        Path absolute = root.toAbsolutePath();
        try (Stream<Path> paths = Files.find(absolute, DEPTH, (path, attributes) -> attributes.isDirectory())) {
            return new SourceFolders(
                    absolute,
                    paths.map(path -> path.resolve(SOURCES))
                            .filter(Files::isDirectory)
                            .sorted()
                            .toList());
        } catch (IOException | UncheckedIOException e) {
            return new SourceFolders(absolute, List.of());
        }
    }

    Path root() {
        return root;
    }

    /** The file's path from the root where it is found in one of the folders; as it was given otherwise. */
    String find(String file) {
        return folders.stream()
                .map(folder -> folder.resolve(file))
                .filter(Files::isRegularFile)
                .findFirst()
                .map(found -> root.relativize(found).toString().replace('\\', '/'))
                .orElse(file);
    }
}
