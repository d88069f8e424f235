package dev.synchronizer.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The tests run with the versions that Spring Boot gives to an application, not with those of the core's own tests. */
class BootVersionsTest {
    private static final Map<String, String> MANAGED = Map.of(
            "hibernate-core", "hibernate",
            "liquibase-core", "liquibase",
            "h2", "h2",
            "postgresql", "postgresql",
            "mariadb-java-client", "mariadb",
            "HikariCP", "hikaricp",
            "jackson-core", "jackson-2-bom",
            "slf4j-api", "slf4j",
            "logback-classic", "logback",
            "spring-core", "spring-framework");

    @Test
    void theClassPathHasWhatSpringBootManages() throws IOException {
        // The build puts it there before it compiles the tests.
        String bom = Files.readString(Path.of("target/versions/spring-boot-dependencies.pom"));
        Map<String, String> jars = new TreeMap<>();
        MANAGED.forEach((artifact, property) -> jars.put(artifact, artifact + "-" + version(bom, property) + ".jar"));

        assertThat(Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                        .map(entry -> new File(entry).getName()))
                .containsAll(jars.values());
    }

    private static String version(String bom, String property) {
        Matcher version =
                Pattern.compile("<" + property + "\\.version>([^<]+)<").matcher(bom);
        assertThat(version.find()).as("%s in Spring Boot's versions", property).isTrue();
        return version.group(1);
    }
}
