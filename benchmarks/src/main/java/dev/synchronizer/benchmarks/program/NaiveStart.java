package dev.synchronizer.benchmarks.program;

import dev.synchronizer.annotation.ContentType;
import io.github.classgraph.ClassGraph;
import io.github.classgraph.ScanResult;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.hibernate.cfg.Configuration;

/**
 * The way that suggests itself: scan everything, bring the schema up to date, open a session, and compare. Compares the
 * names of types alone, which is less than is needed.
 */
public final class NaiveStart {
    private NaiveStart() {}

    /** A stored type. */
    @Entity(name = "StoredName")
    @Table(name = "ct_type")
    public static class StoredName {
        @Id
        long id;

        @Column(name = "class_name")
        String className = "";
    }

    public static void main(String[] arguments) throws Exception {
        String url = arguments[0];
        Set<String> declared = scan(arguments[1]);
        LiquibaseStart.update(url, "dev/synchronizer/schema/changelog.xml", "ct_changelog");
        if (!declared.equals(stored(url))) {
            throw new IllegalStateException("the store does not hold what code declares");
        }
    }

    private static Set<String> scan(String folder) throws java.io.IOException {
        List<String> jars;
        try (Stream<java.nio.file.Path> files = java.nio.file.Files.list(java.nio.file.Path.of(folder))) {
            jars = files.map(java.nio.file.Path::toString).sorted().toList();
        }
        try (ScanResult result =
                new ClassGraph().overrideClasspath(jars).enableAllInfo().scan()) {
            return Set.copyOf(result.getClassesWithAnnotation(ContentType.class).getNames());
        }
    }

    private static Set<String> stored(String url) {
        Configuration configuration =
                new Configuration().addAnnotatedClass(StoredName.class).setProperty("hibernate.connection.url", url);
        try (SessionFactory factory = configuration.buildSessionFactory();
                StatelessSession session = factory.openStatelessSession()) {
            return session.createSelectionQuery("from StoredName", StoredName.class).list().stream()
                    .map(type -> type.className)
                    .collect(Collectors.toSet());
        }
    }
}
