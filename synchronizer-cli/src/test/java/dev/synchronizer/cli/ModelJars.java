package dev.synchronizer.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** Compiles sources to real jars, whose file names say the module's name and version. */
final class ModelJars {
    private static final String IMPORTS = """
            import dev.synchronizer.annotation.*;
            import java.math.*;
            import java.time.*;
            import java.util.*;
            """;

    private ModelJars() {}

    /** Makes a jar of classes of the package {@code acme}, given by their names. */
    static Path make(Path jar, Map<String, String> sources) throws IOException {
        return make(jar, sources, Map.of());
    }

    /** The same, some of which are services, given by the names of their interfaces. */
    static Path make(Path jar, Map<String, String> sources, Map<String, String> services) throws IOException {
        Path work = Files.createTempDirectory("models");
        List<String> arguments = new ArrayList<>(
                List.of("-proc:none", "-cp", System.getProperty("java.class.path"), "-d", work.toString()));
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Path file = work.resolve(source.getKey() + ".java");
            Files.writeString(file, "package acme;\n" + IMPORTS + source.getValue());
            arguments.add(file.toString());
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler.run(null, null, null, arguments.toArray(String[]::new)) != 0) {
            throw new IllegalArgumentException("the models of " + jar + " do not compile");
        }
        for (Map.Entry<String, String> service : services.entrySet()) {
            Path folder = Files.createDirectories(work.resolve("META-INF/services"));
            Files.writeString(folder.resolve(service.getKey()), "acme." + service.getValue());
        }
        pack(work, jar);
        return jar;
    }

    private static void pack(Path classes, Path jar) throws IOException {
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file);
                Stream<Path> paths = Files.walk(classes)) {
            for (Path path : paths.filter(ModelJars::isPacked).sorted().toList()) {
                out.putNextEntry(
                        new JarEntry(classes.relativize(path).toString().replace('\\', '/')));
                Files.copy(path, out);
            }
        }
    }

    private static boolean isPacked(Path path) {
        return path.toString().endsWith(".class") || path.getParent().endsWith("services") && Files.isRegularFile(path);
    }
}
