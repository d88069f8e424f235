package dev.synchronizer.benchmarks.program;

import dev.synchronizer.annotation.ContentType;
import io.github.classgraph.ClassGraph;
import io.github.classgraph.ScanResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A bare ClassGraph scan for the same classes, with what a reader of beans needs, and nothing done with it. */
public final class ClassGraphScan {
    private ClassGraphScan() {}

    public static void main(String[] arguments) throws IOException {
        List<String> jars;
        try (Stream<Path> files = Files.list(Path.of(arguments[0]))) {
            jars = files.map(Path::toString).sorted().toList();
        }
        ClassGraph graph = new ClassGraph()
                .overrideClasspath(jars)
                .enableClassInfo()
                .enableFieldInfo()
                .enableMethodInfo()
                .enableAnnotationInfo()
                .ignoreFieldVisibility();
        List.of(arguments).subList(1, arguments.length).forEach(graph::acceptPackages);
        try (ScanResult result = graph.scan()) {
            System.out.println(
                    result.getClassesWithAnnotation(ContentType.class).size() + " types");
        }
    }
}
