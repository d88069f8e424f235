package dev.synchronizer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What administrators' commands, and those that only ask, write as JSON is what the published schemas say. */
class AdministrationSchemaTest {
    @TempDir
    Path directory;

    @BeforeEach
    void storeAType() throws IOException {
        String article = "@ContentType(locked = \"icon\") public class Article {"
                + " public String getTeaser() { return null; } public void setTeaser(String teaser) {} }";
        Path jar = ModelJars.make(directory.resolve("acme-1.0.jar"), Map.of("Article", article));
        run("sync", "--models", jar.toString());
    }

    @Test
    void savedSettings() throws IOException {
        String first = run("set", "Article", "displayName=Story", "access=editor", "order=3", "--null", "description");
        String again = run("set", "Article", "displayName=Story");

        assertThat(violations("set", first)).isEmpty();
        assertThat(violations("set", again)).isEmpty();
        assertThat(violations("set", run("set", "Article", "icon=pen", "kind=BLOCK")))
                .isEmpty();
        assertThat(violations("set", first.replace("\"effective\"", "\"effect\"")))
                .isNotEmpty();
        assertThat(violations("set", again.replace("\"settings\"", "\"saved\"")))
                .isNotEmpty();
    }

    @Test
    void revertedSettings() throws IOException {
        run("set", "Article.teaser", "required=true", "visible=true", "prompt=");
        String plan = run("revert", "Article", "--dry-run");

        assertThat(violations("revert", plan)).isEmpty();
        assertThat(violations("revert", run("revert", "--all"))).isEmpty();
        assertThat(violations("revert", run("revert", "--all"))).isEmpty();
        assertThat(violations("revert", plan.replace("\"redundant\"", "\"useless\"")))
                .isNotEmpty();
    }

    @Test
    void definitions() throws IOException {
        String made = run("define", "Banner", "text:STRING", "mood:ENUM", "--setting", "mood.allowedValues=A,B");
        String changed = run("define", "Banner", "text:TEXT", "--setting", "text.maxLength=9", "--setting", "order=4");

        assertThat(violations("define", made)).isEmpty();
        assertThat(violations("define", changed)).isEmpty();
        assertThat(violations("define", run("define", "Article", "teaser:TEXT")))
                .isEmpty();
        assertThat(violations("define", changed.replace("\"unchanged\"", "\"same\"")))
                .isNotEmpty();
    }

    @Test
    void deletions() throws IOException {
        run("define", "Banner", "text:STRING", "--setting", "text.required=true");
        String refused = run("undefine", "Article");
        String deleted = run("undefine", "Banner");

        assertThat(violations("undefine", deleted)).isEmpty();
        assertThat(violations("undefine", refused)).isEmpty();
        assertThat(violations("undefine", deleted.replace("\"deleted\"", "\"gone\"")))
                .isNotEmpty();
    }

    @Test
    void explanations() throws IOException {
        run("set", "Article.teaser", "required=true", "--null", "prompt");
        run("define", "Banner", "mood:ENUM", "--setting", "mood.allowedValues=A,B");
        String type = run("explain", "Article", "--all");
        String one = run("explain", "Article.teaser.required");

        assertThat(violations("explanation", type)).isEmpty();
        assertThat(violations("explanation", one)).isEmpty();
        assertThat(violations("explanation", run("explain", "Banner", "--all"))).isEmpty();
        assertThat(violations("explanation", one.replace("\"stale\"", "\"old\"")))
                .isNotEmpty();
        assertThat(violations("explanation", type.replace("\"code\": null", "\"class\": null")))
                .isNotEmpty();
    }

    @Test
    void adoptions() throws IOException {
        run("set", "Article", "displayName=Story", "order=100");
        String adopted = run("adopt", "Article");

        assertThat(violations("adoption", adopted)).isEmpty();
        assertThat(violations("adoption", adopted.replace("\"leaveOut\"", "\"without\"")))
                .isNotEmpty();
        assertThat(violations("adoption", adopted.replace("\"reason\"", "\"why\"")))
                .isNotEmpty();
    }

    @Test
    void listedTypes() throws IOException {
        run("define", "Banner", "text:STRING", "--kind", "BLOCK");
        run("set", "Article", "displayName=Story");
        orphanTheArticle();
        String types = run("types");
        String all = run("types", "--all");

        assertThat(violations("types", types)).isEmpty();
        assertThat(violations("types", all)).isEmpty();
        assertThat(types).contains("\"block\"").doesNotContain("orphanedSince");
        assertThat(all).contains("orphanedSince");
        assertThat(violations("types", types.replace("\"block\"", "\"BLOCK\""))).isNotEmpty();
        assertThat(violations("types", all.replace("\"overrides\"", "\"saved\"")))
                .isNotEmpty();
    }

    @Test
    void oneType() throws IOException {
        run("define", "Banner", "mood:SET<ENUM>", "--setting", "mood.allowedValues=A,B");
        run("set", "Article", "displayName=Story", "order=3", "access=", "--null", "description");
        run("set", "Article.teaser", "required=true", "prompt=");
        String type = run("types", "Article");
        orphanTheArticle();
        String orphan = run("types", "Article");

        assertThat(violations("type", type)).isEmpty();
        assertThat(violations("type", run("types", "Banner"))).isEmpty();
        assertThat(violations("type", orphan)).isEmpty();
        assertThat(orphan).contains("orphanedSince");
        assertThat(violations("type", type.replace("\"savedAt\"", "\"at\""))).isNotEmpty();
        assertThat(violations("type", type.replace("\"built-in\"", "\"default\"")))
                .isNotEmpty();
        assertThat(violations("type", type.replace("\"dataType\"", "\"kind\""))).isNotEmpty();
    }

    @Test
    void runs() throws IOException {
        orphanTheArticle();
        String runs = run("history");

        assertThat(violations("history", runs)).isEmpty();
        assertThat(violations("history", runs.replace("\"versionBefore\"", "\"before\"")))
                .isNotEmpty();
        assertThat(violations("history", runs.replace("\"rowsWritten\"", "\"rows\"")))
                .isNotEmpty();
    }

    @Test
    void everyFormatThatHasAVersionHasASchema() throws IOException {
        Pattern format = Pattern.compile("synchronizer-([a-z-]+)/(\\d+)");
        Set<String> written = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source : sources.filter(Files::isRegularFile).toList()) {
                format.matcher(Files.readString(source)).results().forEach(found -> written.add(found.group()));
            }
        }

        assertThat(written).contains("synchronizer-types/1", "synchronizer-set/1");
        assertThat(written)
                .allSatisfy(name -> assertThat(Path.of("../docs/schema", name.replace('/', '-') + ".schema.json"))
                        .exists());
    }

    private void orphanTheArticle() throws IOException {
        Path jar = ModelJars.make(
                directory.resolve("acme-1.1.jar"), Map.of("Other", "@ContentType public class Other {}"));
        run("sync", "--models", jar.toString(), "--orphans", "keep");
    }

    @Test
    void overrides() throws IOException {
        run("set", "Article", "displayName=Story", "--null", "groupName");
        String overrides = run("types", "--overrides");

        assertThat(violations("overrides", overrides)).isEmpty();
        assertThat(violations("overrides", overrides.replace("\"effective\",", "\"fine\",")))
                .isNotEmpty();
    }

    @Test
    void changes() throws IOException {
        run("set", "Article", "displayName=Story", "--null", "groupName");
        run("revert", "Article..groupName");
        run("define", "Banner", "text:STRING");
        run("undefine", "Banner");
        String changes = run("history", "--changes", "--all");

        assertThat(violations("changes", changes)).isEmpty();
        for (String kind : List.of("run", "set", "revert", "define", "undefine")) {
            assertThat(changes).contains("\"kind\": \"" + kind + "\"");
        }
        assertThat(violations("changes", changes.replace("\"address\"", "\"subject\"")))
                .isNotEmpty();
    }

    private String run(String... arguments) {
        String[] all = Stream.concat(
                        Arrays.stream(arguments),
                        Stream.of("--url", "jdbc:h2:file:" + directory.resolve("db"), "--format", "json"))
                .toArray(String[]::new);
        String json = CommandRun.of(directory, all).out();
        assertThat(json).as(String.join(" ", arguments)).isNotEmpty();
        return json;
    }

    static List<Error> violations(String command, String json) throws IOException {
        Path file = Path.of("../docs/schema/synchronizer-" + command + "-1.schema.json");
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(file), InputFormat.JSON)
                .validate(json, InputFormat.JSON);
    }
}
