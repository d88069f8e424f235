package dev.synchronizer.cli.render;

import dev.synchronizer.json.JsonOut;
import dev.synchronizer.problem.Problem;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * The file that code scanning shows a result at; without one it would refuse the whole report.
 *
 * @param uri its address, relative to the working directory, which is taken for the root of the sources
 */
record SarifFile(String uri) {
    /** What {@link #uri} is relative to. */
    static final String BASE = "%SRCROOT%";

    /** Where options come from: the place of what is about no class and no file, such as a policy. */
    private static final SarifFile CONFIGURATION = new SarifFile("synchronizer.properties");

    static SarifFile of(Problem problem, Places places, SourceFolders folders) {
        return Places.isAboutAFile(problem)
                ? ofPath(problem.subject(), folders)
                : of(problem.subject(), places, folders);
    }

    static SarifFile of(String subject, Places places, SourceFolders folders) {
        return places.classOf(subject)
                .map(SarifFile::sourceOf)
                .map(folders::find)
                .map(file -> new SarifFile(encode(file)))
                .orElse(CONFIGURATION);
    }

    /** The source file of a class: {@code com/acme/Article.java}. */
    private static String sourceOf(String className) {
        int nested = className.indexOf('$', className.lastIndexOf('.') + 2);
        String outermost = nested < 0 ? className : className.substring(0, nested);
        return outermost.replace('.', '/') + ".java";
    }

    /** A file elsewhere is known by its name alone. */
    private static SarifFile ofPath(String subject, SourceFolders folders) {
        try {
            Path root = folders.root().toAbsolutePath().normalize();
            Path path = root.resolve(subject).normalize();
            Path name = path.getFileName();
            Path shown = path.startsWith(root) && !path.equals(root) ? root.relativize(path) : name;
            return shown == null
                    ? CONFIGURATION
                    : new SarifFile(encode(shown.toString().replace('\\', '/')));
        } catch (InvalidPathException e) {
            return CONFIGURATION;
        }
    }

    private static String encode(String path) {
        try {
            return new URI(null, null, "/" + path, null).toASCIIString().substring(1);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("every absolute path has an address", e);
        }
    }

    void write(JsonOut out) {
        out.object(() -> {
            out.object("artifactLocation", () -> {
                out.text("uri", uri);
                out.text("uriBaseId", BASE);
            });
            out.object("region", () -> out.number("startLine", 1));
        });
    }
}
