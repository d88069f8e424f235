package dev.synchronizer.cli;

import static dev.synchronizer.cli.AdministrationSchemaTest.violations;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What commands of content, and plans that concern content, write as JSON is what the published schemas say. */
class ContentSchemaTest {
    private static final String ONE = "0197f1de-0000-7000-8000-000000000001";
    private static final String TWO = "0197f1de-0000-7000-8000-000000000002";
    private static final String LINE =
            "{\"id\":\"%s\",\"type\":\"Article\",\"name\":\"Story\",\"values\":{\"pages\":\"%s\",\"title\":{\"de\":\"Eins\",\"en\":\"One\"}}}\n";
    private static final String ARTICLE = """
            @ContentType(allowedChildren = Article.class) public class Article {
                @Property(localized = %s) public String getTitle() { return null; }
                public void setTitle(String title) {}
                @Property(required = true) public %s getPages() { return null; }
                public void setPages(%2$s pages) {}
                %s
            }
            """;
    private static final String PHONE =
            "public String getPhone() { return null; } public void setPhone(String phone) {}";
    private static final String STEP = """
            @Migration(version = "1.1")
            public class Touch implements dev.synchronizer.migration.MigrationStep {
                public void migrate(dev.synchronizer.migration.StepContent content) {
                    content.items("Article").forEach(item -> {});
                }
            }
            """;

    private static final String LOST = """
            import dev.synchronizer.content.*;
            import dev.synchronizer.saving.*;
            public class Lost implements SaveHandler {
                public String name() { return "lost"; }
                public Serves serves() { return Serves.stores("main"); }
                public void saving(SavingEvent event) {
                    event.via(Items.class).create("lost", NewItem.of("Nowhere", "A"));
                }
            }
            """;

    @TempDir
    Path directory;

    @BeforeEach
    void storeTwoArticles() throws IOException {
        Path jar = ModelJars.make(
                directory.resolve("acme-1.0.jar"), Map.of("Article", ARTICLE.formatted("true", "String", PHONE)));
        CommandRun.of(directory, "sync", "--models", jar.toString(), "--url", url());
        run("content", "import", file("items.jsonl", LINE.formatted(ONE, "12") + LINE.formatted(TWO, "n/a")));
    }

    @Test
    void items() throws IOException {
        run("content", "set", ONE, "phone=555");
        run("content", "move", TWO, "--parent", ONE);
        run("content", "delete", ONE);
        String shown = run("content", "show", TWO);
        String refused = run("content", "set", TWO, "pages=3");

        assertThat(violations("item", shown)).isEmpty();
        assertThat(shown).contains("\"parent\"", "\"deleted\"");
        assertThat(violations("item", refused)).isEmpty();
        assertThat(violations("item", shown.replace("\"savedBy\"", "\"by\""))).isNotEmpty();
        assertThat(violations("item", refused.replace("\"problems\"", "\"errors\"")))
                .isNotEmpty();
    }

    @Test
    void listedItems() throws IOException {
        String items = run("content", "list");

        assertThat(violations("items", items)).isEmpty();
        assertThat(violations("items", items.replace("\"inBin\"", "\"deleted\"")))
                .isNotEmpty();
    }

    @Test
    void theRecycleBin() throws IOException {
        String refused = run("content", "purge", ONE);
        String deleted = run("content", "delete", ONE, TWO);

        assertThat(violations("bin", deleted)).isEmpty();
        assertThat(violations("bin", refused)).isEmpty();
        assertThat(violations("bin", deleted.replace("\"total\"", "\"count\""))).isNotEmpty();
    }

    @Test
    void imports() throws IOException {
        String bad = file("bad.jsonl", "no JSON\n" + LINE.formatted(ONE, "12"));
        String kept = run("content", "import", bad, "--continue-on-error");
        String refused = run("content", "import", bad);

        assertThat(violations("import", kept)).isEmpty();
        assertThat(violations("import", refused)).isEmpty();
        assertThat(refused).contains("\"committed\": false", "line 1");
        assertThat(violations("import", kept.replace("\"replaced\"", "\"updated\"")))
                .isNotEmpty();
    }

    @Test
    void itemsThatAreNotValid() throws IOException {
        release("true", "LocalDate", "--allow", "lossy", "--run-steps");
        String found = run("content", "validate");

        assertThat(violations("content-validation", found)).isEmpty();
        assertThat(found).contains("\"CT701\"");
        assertThat(violations("content-validation", found.replace("\"rule\"", "\"setting\"")))
                .isNotEmpty();
    }

    @Test
    void whatValidatorsFindAndMend() throws IOException {
        String stars = "@Property(required = true, defaultValue = \"3\") public Integer getStars() { return null; }"
                + "public void setStars(Integer stars) {}";
        Path jar = ModelJars.make(
                directory.resolve("acme-1.1.jar"),
                Map.of("Article", ARTICLE.formatted("true", "String", PHONE + stars)));
        run("sync", "--models", jar.toString());
        String found = run("content", "validate", "--severity", "required=error");
        assertThat(found).contains("\"offers\"", "\"fixes\"");
        assertThat(violations("content-validation", found.replace("\"fixes\"", "\"fixed\"")))
                .isNotEmpty();
        String line = LINE.formatted(ONE, "13");
        String imported = run("content", "import", file("more.jsonl", line), "--severity", "required=warning");
        String fixed = run("content", "validate", "--fix");

        assertThat(violations("content-validation", found)).isEmpty();
        assertThat(found).contains("\"remarks\"", "\"ERROR\"", "\"invalid\": 0");
        assertThat(violations("content-validation", found.replace("ERROR", "GRAVE")))
                .isNotEmpty();
        assertThat(violations("import", imported)).isEmpty();
        assertThat(imported).contains("\"WARNING\"");
        assertThat(violations("import", imported.replace("\"line\"", "\"number\"")))
                .isNotEmpty();
        assertThat(violations("content-validation", fixed)).isEmpty();
        assertThat(fixed).contains("\"itemsFixed\": 2", "\"before\": null", "\"after\": \"3\"");
        assertThat(violations("content-validation", fixed.replace("\"after\"", "\"since\"")))
                .isNotEmpty();
    }

    @Test
    void whateverFailsAsItIsMended() throws IOException {
        String stars = "@Property(required = true, defaultValue = \"3\") public Integer getStars() { return null; }"
                + "public void setStars(Integer stars) {}";
        Path jar = ModelJars.make(
                directory.resolve("acme-1.1.jar"),
                Map.of("Article", ARTICLE.formatted("true", "String", PHONE + stars)));
        run("sync", "--models", jar.toString());
        Path lost = ModelJars.make(
                directory.resolve("lost.jar"),
                Map.of("Lost", LOST),
                Map.of("dev.synchronizer.saving.SaveHandler", "Lost"));
        String failed = run("content", "validate", "--fix", "--handlers", lost.toString());

        assertThat(failed).contains("\"CT602\"");
        assertThat(violations("content-validation", failed)).isEmpty();
        assertThat(violations("content-validation", failed.replace("CT602", "602")))
                .isNotEmpty();
    }

    @Test
    void plansThatConcernContent() throws IOException {
        run("content", "set", ONE, "phone=555");
        String plan = release("false", "Integer", "--dry-run", "--run-steps");

        assertThat(violations("plan", plan)).isEmpty();
        assertThat(plan).contains("\"misfits\"", "\"translations\"", "\"steps\"", "\"items\": 2", "1 value in 1 item");
        assertThat(violations("plan", plan.replace("\"first\"", "\"examples\"")))
                .isNotEmpty();
        assertThat(violations("plan", plan.replace("\"phase\"", "\"when\""))).isNotEmpty();
        assertThat(violations("plan", plan.replace("\"en\": 2", "\"en\": \"2\"")))
                .isNotEmpty();
    }

    @Test
    void runsThatLostValues() throws IOException {
        release("true", "Integer", "--allow", "lossy", "--run-steps");
        String run = run("history", "2");

        assertThat(violations("plan", run)).isEmpty();
        assertThat(run).contains("\"lost\"", "\"value\": \"n/a\"");
        assertThat(violations("plan", run.replace("\"dataType\": \"STRING\",", "")))
                .isNotEmpty();
    }

    private String release(String localized, String pages, String... options) throws IOException {
        Map<String, String> sources = Map.of("Article", ARTICLE.formatted(localized, pages, ""), "Touch", STEP);
        Path jar = ModelJars.make(directory.resolve("acme-1.1.jar"), sources);
        return run(Stream.concat(Stream.of("sync", "--models", jar.toString()), Arrays.stream(options))
                .toArray(String[]::new));
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(directory.resolve(name), content).toString();
    }

    private String url() {
        return "jdbc:h2:file:" + directory.resolve("db");
    }

    private String run(String... arguments) {
        String[] all = Stream.concat(Arrays.stream(arguments), Stream.of("--url", url(), "--format", "json"))
                .toArray(String[]::new);
        CommandRun run = CommandRun.of(directory, all);
        assertThat(run.out()).as(String.join(" ", arguments) + run.err()).isNotEmpty();
        return run.out();
    }
}
