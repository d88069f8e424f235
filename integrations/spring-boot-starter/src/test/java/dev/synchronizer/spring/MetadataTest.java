package dev.synchronizer.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.databases.H2Server;
import dev.synchronizer.fixtures.ReferencePage;
import dev.synchronizer.problem.FindingSeverity;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What editors complete, and what the reference says, is what the application reads. */
class MetadataTest {
    private static final ReferencePage PAGE = new ReferencePage(Path.of("../../docs/reference/spring-boot.md"));

    @Test
    void everyPropertyThatIsReadCanBeCompleted() throws IOException {
        assertThat(properties().keySet())
                .filteredOn(name -> name.startsWith("synchronizer."))
                .containsExactlyElementsOf(allNames());
    }

    private static TreeSet<String> allNames() {
        TreeSet<String> names = new TreeSet<>(names("synchronizer", SynchronizerProperties.class));
        names.addAll(names("synchronizer.staging", StagingProperties.class));
        return names;
    }

    @Test
    void everyPropertyHasATypeAndADescription() throws IOException {
        assertThat(properties().values()).hasSizeGreaterThan(14).allSatisfy(property -> {
            assertThat(property.path("type").asString()).isNotEmpty();
            assertThat(property.path("description").asString()).matches("[A-Z][^\n]+\\.");
        });
    }

    @Test
    void theReferenceListsThem() throws IOException {
        StringBuilder table = new StringBuilder("| property | value | default | meaning |\n|---|---|---|---|\n");
        properties()
                .forEach((name, property) -> table.append("| `%s` | %s | %s | %s |\n"
                        .formatted(name, type(property), defaultValue(property), meaning(property))));
        PAGE.check("properties", table.toString());
    }

    @Test
    void theReferenceListsTheMeters() throws IOException {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        Applications.on(H2Server.inMemory())
                .withPropertyValues("synchronizer.packages=nowhere")
                .run(context -> context.getBean(SynchronizerMetrics.class).bindTo(registry));
        TreeMap<String, String> rows = new TreeMap<>();
        for (Meter meter : registry.getMeters()) {
            Meter.Id id = meter.getId();
            rows.merge(
                    "| `" + id.getName() + "` | " + id.getDescription() + " | ",
                    id.getTag("state") == null ? "" : "`state=" + id.getTag("state") + "`",
                    (one, other) -> String.join(", ", new TreeSet<>(List.of((one + ", " + other).split(", ")))));
        }
        StringBuilder table = new StringBuilder("| meter | meaning | tags |\n|---|---|---|\n");
        rows.forEach((row, tags) -> table.append(row).append(tags).append(" |\n"));
        PAGE.check("meters", table.toString());
    }

    @Test
    void theReferenceListsWhatHealthIsMadeOf() throws IOException {
        assertThat(Files.readString(PAGE.file()))
                .contains(Arrays.stream(SynchronizationStatus.values())
                        .map(status -> "| `" + status.label() + "` |")
                        .toList());
    }

    private static List<String> names(String prefix, Class<?> type) {
        List<String> names = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            String name = prefix + "."
                    + component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
            if (component.getType().isRecord()) {
                names.addAll(names(name, component.getType()));
            } else {
                names.add(name);
            }
        }
        return names;
    }

    private static TreeMap<String, JsonNode> properties() throws IOException {
        TreeMap<String, JsonNode> properties = new TreeMap<>();
        try (InputStream in =
                SynchronizerProperties.class.getResourceAsStream("/META-INF/spring-configuration-metadata.json")) {
            new JsonMapper()
                    .readTree(in)
                    .path("properties")
                    .forEach(property -> properties.put(property.path("name").asString(), property));
        }
        return properties;
    }

    private static String type(JsonNode property) {
        String type = property.path("type").asString();
        return switch (type) {
            case "dev.synchronizer.spring.SynchronizerProperties$OnFailure" ->
                values(SynchronizerProperties.OnFailure.values());
            case "dev.synchronizer.spring.SynchronizerProperties$Fate" -> values(SynchronizerProperties.Fate.values());
            case "org.springframework.boot.actuate.endpoint.Access" -> "`none`, `read-only`, `unrestricted`";
            case "java.util.List<java.io.File>" -> "paths";
            case "java.util.List<java.lang.String>" -> "names";
            case "java.util.Map<java.lang.String,java.lang.String>" -> "versions by name";
            case "java.util.Map<java.lang.String,dev.synchronizer.problem.FindingSeverity>" ->
                values(FindingSeverity.values()) + " by name";
            case "java.util.Map<java.lang.String,dev.synchronizer.spring.RuleScheduleProperties>" ->
                "`at` and `zone`, or `every`, and `rules` and `types`, by name";
            default -> type.substring(type.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        };
    }

    private static String values(Enum<?>[] values) {
        return String.join(
                ", ",
                Arrays.stream(values)
                        .map(value -> "`" + value.name().toLowerCase(Locale.ROOT) + "`")
                        .toList());
    }

    private static String defaultValue(JsonNode property) {
        JsonNode value = property.path("defaultValue");
        return value.isMissingNode() ? "" : "`" + value.asString() + "`";
    }

    private static String meaning(JsonNode property) {
        return property.path("description").asString();
    }
}
