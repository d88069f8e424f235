package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Desk.refused;
import static dev.synchronizer.behaviour.Sources.property;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.synchronizer.annotation.ContentReference;
import dev.synchronizer.content.Item;
import dev.synchronizer.content.ItemQuery;
import dev.synchronizer.content.NewItem;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.store.ItemFilter.Bin;
import dev.synchronizer.transfer.ImportOptions;
import dev.synchronizer.transfer.ImportReport;
import dev.synchronizer.transfer.InvalidImportException;
import dev.synchronizer.value.Block;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;

/** Items are exported and imported as lines of JSON: all that they are, and all of them or none. */
class ContentImportExportTest {
    private static final ItemQuery EVERYTHING = ItemQuery.all().in(Bin.ANY);
    private static final String ID = "01a1fe63-4b7e-7000-872e-dbe4099fc8f";

    @TempDir
    Path folder;

    private Path models() {
        return Site.jar(
                folder,
                "1.0",
                "@ContentType(kind = ContentKind.BLOCK) public class Teaser {" + property("String", "title")
                        + property("@Property(localized = true) String", "text") + "}",
                "@ContentType public class Article {" + property("@Property(required = true) String", "title")
                        + property("@Property(localized = true) String", "teaser") + property("int", "count")
                        + property("LocalDate", "day") + property("List<Teaser>", "teasers")
                        + property("@AllowedTypes(Article.class) ContentReference", "related") + "}",
                "@ContentType public class Folder {}");
    }

    @OnEveryDatabase
    void theExportOfAnImportIsTheSameToTheByte(Product product) {
        try (Site site = Site.start(product, models());
                Site other = Site.start(product, models())) {
            fill(site);
            String exported = export(site);

            ImportReport report = importInto(other, exported);

            assertThat(export(other)).isEqualTo(exported);
            assertThat(exported.lines()).hasSize(5);
            assertThat(report.lines()).isEqualTo(5);
            assertThat(report.created()).isEqualTo(5);
            assertThat(other.items().list(EVERYTHING)).isEqualTo(site.items().list(EVERYTHING));
        }
    }

    private static void fill(Site site) {
        Item top = site.create("Folder", "Ordner \uD83D\uDE00");
        Block teaser = new Block(Block.empty()
                .with("title", "T")
                .values()
                .with("text", "de", "Hallo")
                .with("text", "en", "Hi"));
        Item first = site.items()
                .create(
                        "Bob",
                        NewItem.of("Article", "First")
                                .below(top.id())
                                .with("title", "One \"quoted\"")
                                .with("teaser", "de", "Eins")
                                .with("teaser", "x")
                                .with("day", LocalDate.of(2026, 1, 31))
                                .with("teasers", List.of(teaser, Block.empty())));
        Item second = site.items()
                .create(
                        "Ada",
                        NewItem.of("Article", "Second")
                                .with("title", "Two")
                                .with("related", new ContentReference(first.id())));
        site.items().save("Eve", second.with("count", 5));
        site.items().save("Eve", first.with("related", new ContentReference(second.id())));
        Item gone = site.items().create("Ada", NewItem.of("Folder", "Gone").below(top.id()));
        site.items()
                .create("Ada", NewItem.of("Article", "Below").below(gone.id()).with("title", "Three"));
        site.items().delete("Eve", gone.id());
    }

    @OnEveryDatabase
    void whatIsThereAlreadyAsItIsInTheFileStaysAndWhatIsOtherwiseIsReplaced(Product product) {
        try (Site site = Site.start(product, models())) {
            Item article = site.items()
                    .create(
                            "Ada",
                            NewItem.of("Article", "A").with("title", "Old").with("teaser", "de", "Alt"));
            String exported = export(site);
            site.items().create("Ada", NewItem.of("Folder", "Other"));

            assertThat(importInto(site, exported).unchanged()).isEqualTo(1);
            ImportReport report = importInto(
                    site,
                    exported.replace("\"revision\":1", "\"revision\":4")
                            .replace("Old", "New")
                            .replace("{\"de\":\"Alt\"}", "{\"en\":\"New\"}"));

            assertThat(report.replaced()).isEqualTo(1);
            Item replaced = site.items().get(article.id());
            assertThat(replaced.revision()).isEqualTo(4);
            assertThat(replaced.get("title")).contains("New");
            assertThat(replaced.values().languages("teaser")).containsExactly("en");
            assertThat(site.items().count(ItemQuery.all())).isEqualTo(2);
        }
    }

    @OnEveryDatabase
    void whatWasSavedMoreOftenThanTheFileKnowsIsAConflict(Product product) {
        try (Site site = Site.start(product, models())) {
            Item article = site.items().create("Ada", NewItem.of("Article", "A").with("title", "Old"));
            String exported = export(site);
            Item saved = site.items().save("Bob", article.with("title", "Newer"));

            List<Problem> problems = refused(() -> importInto(site, exported));

            assertThat(problems).extracting(Problem::code).containsExactly(ProblemCode.IMPORT_CONFLICT);
            assertThat(problems.get(0).subject()).isEqualTo("line 1: " + article.id());
            assertThat(problems.get(0).message()).startsWith("Bob has saved revision 2 of it");
            assertThat(problems.get(0).fix()).isEqualTo("leave the line out, or give it a higher revision or none");
            assertThat(site.items().get(article.id())).isEqualTo(saved);
        }
    }

    @OnEveryDatabase
    void parentsAndTargetsMayComeLater(Product product) {
        try (Site site = Site.start(product, models())) {
            List<String> lines = new ArrayList<>();
            lines.add(line(1, "Article", "{\"title\":\"A\",\"related\":\"" + ID + "3\"}", 2));
            lines.add(line(2, "Folder", "{}", 4));
            lines.add(line(3, "Article", "{\"related\":\"" + ID + "1\",\"title\":\"C\"}", 0));
            lines.add(line(4, "Folder", "{}", 0));

            ImportReport report = importInto(site, String.join("\r\n", lines));

            assertThat(report.created()).isEqualTo(4);
            assertThat(site.items().get(UUID.fromString(ID + "1")).parent()).isEqualTo(UUID.fromString(ID + "2"));
            assertThat(site.items().get(UUID.fromString(ID + "2")).parent()).isEqualTo(UUID.fromString(ID + "4"));
            assertThat(site.items().get(UUID.fromString(ID + "3")).createdBy()).isEqualTo("Importer");
        }
    }

    @OnEveryDatabase
    void aTreeMayBeTurnedRoundAndNeverBecomesACircle(Product product) {
        try (Site site = Site.start(product, models())) {
            importInto(site, line(1, "Folder", "{}", 0) + "\n" + line(2, "Folder", "{}", 1));

            importInto(site, line(1, "Folder", "{}", 2) + "\n" + line(2, "Folder", "{}", 0));

            assertThat(site.items().get(UUID.fromString(ID + "1")).parent()).isEqualTo(UUID.fromString(ID + "2"));
            assertThat(refused(() -> importInto(site, line(1, "Folder", "{}", 2) + "\n" + line(2, "Folder", "{}", 1))))
                    .extracting(Problem::code)
                    .contains(ProblemCode.WRONG_PLACE);
            assertThat(site.items().delete("Ada", UUID.fromString(ID + "2"))).isEqualTo(2);
        }
    }

    private static List<String> badLines() {
        return List.of(
                line(1, "Article", "{\"title\":\"Fine\"}", 0),
                "{\"id\":",
                line(2, "Article", "{\"title\":5,\"count\":\"x\"}", 0),
                line(3, "Artikle", "{}", 0),
                line(4, "Article", "{\"titel\":\"x\",\"count\":1}", 0),
                line(5, "Folder", "{}", 9),
                line(6, "Folder", "{}", 5),
                line(7, "Article", "{\"title\":\"x\",\"related\":\"" + ID + "9\"}", 0),
                line(8, "Folder", "{}", 7),
                line(1, "Folder", "{}", 0),
                line(0, "Folder", "{}", 1));
    }

    @OnEveryDatabase
    void allThatIsWrongIsSaidByLineAndNothingIsWritten(Product product) {
        try (Site site = Site.start(product, models())) {
            List<Problem> problems = refused(() -> importInto(site, String.join("\n", badLines())));

            assertThat(problems)
                    .extracting(Problem::subject, Problem::code)
                    .contains(
                            tuple("line 2", ProblemCode.LINE_UNREADABLE),
                            tuple("line 3: Article.title", ProblemCode.UNFIT_VALUE),
                            tuple("line 3: Article.count", ProblemCode.UNFIT_VALUE),
                            tuple("line 4: Artikle", ProblemCode.NOT_STORED),
                            tuple("line 5: Article.titel", ProblemCode.UNKNOWN_VALUE),
                            tuple("line 5: Article.title", ProblemCode.VALUE_MISSING),
                            tuple("line 6: " + ID + "5", ProblemCode.WRONG_PLACE),
                            tuple("line 8: Article.related", ProblemCode.WRONG_TARGET),
                            tuple("line 10", ProblemCode.LINE_UNREADABLE));
            assertThat(site.items().count(EVERYTHING)).isZero();
        }
    }

    @OnEveryDatabase
    void linesThatAreRefusedAreToldFromAStreamThatCannotBeRead(Product product) {
        try (Site site = Site.start(product, models())) {
            ByteArrayInputStream latin1 = new ByteArrayInputStream(
                    line(1, "Folder", "{}", 0).replace("N1", "Straße").getBytes(ISO_8859_1));

            assertThatThrownBy(() -> importInto(site, "{}")).isInstanceOf(InvalidImportException.class);
            assertThatThrownBy(() -> site.transfer().importFrom("Importer", latin1, ImportOptions.allOrNothing()))
                    .isInstanceOf(ProblemsException.class)
                    .isNotInstanceOf(InvalidImportException.class)
                    .hasMessageContaining("it holds bytes that are no UTF-8");
            assertThat(site.items().count(EVERYTHING)).isZero();
        }
    }

    @OnEveryDatabase
    void validatingTellsHowFarItIs(Product product) {
        try (Site site = Site.start(product, models())) {
            importInto(site, "{\"type\":\"Folder\",\"name\":\"F\",\"values\":{}}\n".repeat(501));
            List<Long> told = new ArrayList<>();

            long looked = site.items().validate(ItemQuery.all(), (item, violations) -> {}, told::add);

            assertThat(looked).isEqualTo(501);
            assertThat(told).containsExactly(500L);
        }
    }

    @OnEveryDatabase
    void wrongLinesCanBeLeftOutAndAreReported(Product product) {
        try (Site site = Site.start(product, models())) {
            Item before = site.items().create("Ada", NewItem.of("Folder", "Before"));

            ImportReport report = site.transfer()
                    .importFrom(
                            "Importer",
                            stream(String.join("\n", badLines())),
                            ImportOptions.allOrNothing().withContinueOnError(true));

            assertThat(site.items().list(EVERYTHING))
                    .extracting(item -> item.id().toString())
                    .containsExactlyInAnyOrder(before.id().toString(), ID + "0", ID + "1");
            assertThat(report.created()).isEqualTo(2);
            assertThat(report.left()).isEqualTo(9);
            assertThat(report.problems().asList())
                    .extracting(Problem::subject)
                    .contains("line 2", "line 7: " + ID + "6", "line 9: " + ID + "8");
        }
    }

    @OnEveryDatabase
    void aLineThatSaysLittleMakesANewItem(Product product) {
        try (Site site = Site.start(product, models())) {
            importInto(site, "{\"values\":{\"title\":\"T\"},\"name\":\"New\",\"type\":\"Article\"}\n\n");

            Item made = site.items().list(ItemQuery.all()).get(0);
            assertThat(made.revision()).isEqualTo(1);
            assertThat(made.createdBy()).isEqualTo("Importer");
            assertThat(made.id().version()).isEqualTo(7);
        }
    }

    @OnEveryDatabase
    void manyBatchesAreOneTransaction(Product product) {
        try (Site site = Site.start(product, models())) {
            StringBuilder lines = new StringBuilder();
            for (int i = 0; i < 1_200; i++) {
                lines.append("{\"type\":\"Article\",\"name\":\"N")
                        .append(i)
                        .append("\",\"values\":{\"title\":\"T\"}}\n");
            }
            assertThat(refused(() -> importInto(site, lines + "{}"))).hasSize(1);
            assertThat(site.items().count(ItemQuery.all())).isZero();

            List<Long> told = new ArrayList<>();
            ImportReport report = site.transfer()
                    .importFrom(
                            "Importer",
                            stream(lines.toString()),
                            ImportOptions.allOrNothing().withProgress(told::add));

            assertThat(report.created()).isEqualTo(1_200);
            assertThat(told).containsExactly(500L, 1_000L, 1_200L);
            assertThat(site.items().count(ItemQuery.all())).isEqualTo(1_200);
        }
    }

    private static String line(int number, String type, String values, int parent) {
        String below = parent == 0 ? "" : "\"parent\":\"" + ID + parent + "\",";
        return "{\"id\":\"" + ID + number + "\",\"type\":\"" + type + "\",\"name\":\"N" + number + "\"," + below
                + "\"values\":" + values + "}";
    }

    private static ImportReport importInto(Site site, String lines) {
        return site.transfer().importFrom("Importer", stream(lines), ImportOptions.allOrNothing());
    }

    private static ByteArrayInputStream stream(String lines) {
        return new ByteArrayInputStream(lines.getBytes(UTF_8));
    }

    private static String export(Site site) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        site.transfer().export(EVERYTHING, out);
        return out.toString(UTF_8);
    }
}
