package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.ArticleSite.lost;
import static dev.synchronizer.behaviour.ArticleSite.numbers;
import static dev.synchronizer.behaviour.ArticleSite.source;
import static dev.synchronizer.behaviour.Node.type;
import static dev.synchronizer.behaviour.Sources.annotatedType;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.synchronizer.SyncRefusedException;
import dev.synchronizer.SyncReport;
import dev.synchronizer.diff.Grade;
import dev.synchronizer.plan.BlastRadius;
import dev.synchronizer.plan.Policy;
import dev.synchronizer.plan.PropertyPlan;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.store.LostValue;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** D6: values follow their property's data type where nothing is lost; else the run is refused, unless loss is allowed. */
class D6ConversionsTest {
    private static final Policy LOSSY = Policy.standard().allowingLossy();

    @TempDir
    Path folder;

    private ArticleSite site;

    @BeforeEach
    void beginAnew() {
        site = new ArticleSite(folder);
    }

    @OnEveryDatabase
    void valuesOfDataTypesThatHoldAllOfThemAreConvertedInTheRun(Product product) {
        Node node = Node.on(product);
        node.start(
                site.article("int number; long big; String text; java.time.LocalDate day; String word; boolean flag"));
        Editor editor = Editor.of(node);
        UUID item = editor.writes(
                "Article",
                Map.of(
                        "number",
                        7,
                        "big",
                        8L,
                        "text",
                        "a",
                        "day",
                        LocalDate.of(2026, 5, 6),
                        "word",
                        "b",
                        "flag",
                        true));

        Path after = site.article("long number; java.math.BigDecimal big; @Property(type=DataType.TEXT) String text; "
                + "java.time.LocalDateTime day; java.util.List<String> word; "
                + "@Property(type=DataType.TEXT) String flag");
        SyncReport report = node.start(after);

        assertThat(report.plan().summary().grade()).isEqualTo(Grade.COMPATIBLE);
        assertThat(report.plan().problems().errors().isEmpty()).isTrue();
        assertThat(type(report.plan(), "Article").properties())
                .extracting(PropertyPlan::radius)
                .containsOnly(new BlastRadius(1, 1));
        assertThat(editor.reads(item))
                .containsEntry("number", 7L)
                .hasEntrySatisfying("big", big -> assertThat((BigDecimal) big).isEqualByComparingTo("8"))
                .containsEntry("text", "a")
                .containsEntry("day", LocalDateTime.of(2026, 5, 6, 0, 0))
                .containsEntry("word", "[\"b\"]")
                .containsEntry("flag", "true");
        assertThat(node.start(after).committed()).isFalse();
    }

    @OnEveryDatabase
    void textsThatAreAllNumbersBecomeNumbersAndAreCounted(Product product) {
        Node node = Node.on(product);
        node.start(site.article("String number"));
        Editor editor = Editor.of(node);
        List<UUID> items = editor.writes("Article", numbers(1_310));

        SyncReport report = node.start(site.article("int number"));

        PropertyPlan number = type(report.plan(), "Article").properties().get(0);
        assertThat(number.grade()).isEqualTo(Grade.COMPATIBLE);
        assertThat(number.radius()).isEqualTo(new BlastRadius(1_310, 1_310));
        assertThat(editor.reads(items.get(0))).containsEntry("number", 0L);
        assertThat(editor.reads(items.get(1_309))).containsEntry("number", 1_309L);
    }

    @OnEveryDatabase
    void valuesThatDoNotConvertAreNamedAndRefusedAndKeptInTheRunsRecordOnceTheLossIsAllowed(Product product) {
        Node node = Node.on(product);
        node.start(site.article("@Property(localized=true) String number"));
        Editor editor = Editor.of(node);
        List<Map<String, String>> values = new ArrayList<>(numbers(1_307));
        values.add(Map.of("number@de", "k. A."));
        values.add(Map.of("number@en", "n/a"));
        values.add(Map.of("number", "none"));
        List<UUID> items = editor.writes("Article", values);
        Path after = site.article("@Property(localized=true) int number");

        SyncRefusedException refused = catchThrowableOfType(SyncRefusedException.class, () -> node.start(after));
        assertThat(refused.plan().refusals().asList())
                .extracting(Problem::code, Problem::subject)
                .containsExactly(tuple(ProblemCode.LOSSY_CHANGE, "Article.number"));
        assertThat(refused.plan().refusals().asList().get(0).message())
                .startsWith("the data type changes from STRING to INTEGER, and 3 of 1310 stored values do not convert")
                .contains("\"k. A.\" [de] in item \"Item 1308\"", "\"n/a\" [en]", "\"none\"");
        assertThat(editor.reads(items.get(0))).containsEntry("number", "0");

        SyncReport report = node.with(builder -> builder.policy(LOSSY)).start(after);
        assertThat(report.plan().summary().grade()).isEqualTo(Grade.LOSSY);
        assertThat(editor.reads(items.get(0))).containsEntry("number", 0L);
        assertThat(editor.reads(items.get(1_308))).isEmpty();
        assertThat(lost(node, report))
                .containsExactly(
                        new LostValue(items.get(1_307), "Article.number", "STRING", "de", "\"k. A.\""),
                        new LostValue(items.get(1_308), "Article.number", "STRING", "en", "\"n/a\""),
                        new LostValue(items.get(1_309), "Article.number", "STRING", "", "\"none\""));
    }

    @OnEveryDatabase
    void noValueBecomesABlock(Product product) {
        Node node = Node.on(product);
        String teaser = annotatedType("@ContentType(kind = ContentKind.BLOCK)", "Teaser", "title");
        node.start(site.jar(source("String teaser"), teaser));
        Editor editor = Editor.of(node);
        assertThat(node.dryRun(site.jar(source("Teaser teaser"), teaser))
                        .summary()
                        .grade())
                .isEqualTo(Grade.COMPATIBLE);
        editor.writes("Article", Map.of("teaser", "hello"));

        assertThat(node.dryRun(site.jar(source("Teaser teaser"), teaser))
                        .summary()
                        .grade())
                .isEqualTo(Grade.LOSSY);
    }

    @OnEveryDatabase
    void oneValueDoesNotConvertAndNumbersStandWithoutQuotes(Product product) {
        Node node = Node.on(product);
        node.start(site.article("java.math.BigDecimal price"));
        Editor.of(node).writes("Article", Map.of("price", new BigDecimal("1.50")));

        SyncRefusedException refused =
                catchThrowableOfType(SyncRefusedException.class, () -> node.start(site.article("int price")));

        assertThat(refused.plan().refusals().asList().get(0).message())
                .startsWith("the data type changes from DECIMAL to INTEGER, and 1 of 1 stored value does not convert"
                        + " (first: 1.5 in item \"Item 1\"");
    }
}
