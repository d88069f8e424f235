package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Sources.annotatedType;
import static dev.synchronizer.behaviour.Sources.property;

import dev.synchronizer.SyncReport;
import dev.synchronizer.fixtures.ModelJar;
import dev.synchronizer.persistence.JdbcStore;
import dev.synchronizer.store.LostValue;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A module {@code site} with a type {@code Article}, which is declared anew in a newer version each time. */
final class ArticleSite {
    private final Path folder;
    private int jars;

    ArticleSite(Path folder) {
        this.folder = folder;
    }

    Path article(String properties) {
        return jar(source(properties));
    }

    Path jar(String... sources) {
        jars++;
        return ModelJar.of(sources).version("site", "1." + jars).jar(folder.resolve("site-1." + jars + ".jar"));
    }

    static String source(String properties) {
        return declaring("", "Article", properties);
    }

    static String block(String properties) {
        return declaring("@ContentType(kind = ContentKind.BLOCK)", "Teaser", properties);
    }

    static String declaring(String annotations, String name, String properties) {
        StringBuilder source = new StringBuilder(annotatedType(annotations, name));
        source.setLength(source.lastIndexOf("}"));
        for (String each : properties.split("; ")) {
            int at = each.lastIndexOf(' ');
            source.append(property(each.substring(0, at), each.substring(at + 1)));
        }
        return source.append("}\n").toString();
    }

    static List<Map<String, String>> numbers(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> Map.of("number", Integer.toString(number)))
                .toList();
    }

    static List<LostValue> lost(Node node, SyncReport report) {
        try (JdbcStore store = new JdbcStore(node.database().dataSource())) {
            return store.lostValues(report.run().orElseThrow(), 100);
        }
    }
}
