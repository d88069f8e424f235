package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Node.type;
import static dev.synchronizer.behaviour.Sources.annotatedType;
import static dev.synchronizer.behaviour.Sources.property;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.synchronizer.Progress;
import dev.synchronizer.SyncRefusedException;
import dev.synchronizer.SyncReport;
import dev.synchronizer.diff.Grade;
import dev.synchronizer.fixtures.ModelJar;
import dev.synchronizer.persistence.JdbcStore;
import dev.synchronizer.plan.BlastRadius;
import dev.synchronizer.plan.Policy;
import dev.synchronizer.plan.PropertyPlan;
import dev.synchronizer.plan.SyncPlan;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.store.LostValue;
import dev.synchronizer.value.Block;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** D6: values follow their property's data type where nothing is lost; else the run is refused, unless loss is allowed. */
class D6ConversionsTest {
    private static final Policy LOSSY = Policy.standard().allowingLossy();

    @TempDir
    Path folder;

    private int jars;

    @OnEveryDatabase
    void valuesOfDataTypesThatHoldAllOfThemAreConvertedInTheRun(Product product) {
        Node node = Node.on(product);
        node.start(article("int number; long big; String text; java.time.LocalDate day; String word; boolean flag"));
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

        Path after = article("long number; java.math.BigDecimal big; @Property(type=DataType.TEXT) String text; "
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
        node.start(article("String number"));
        Editor editor = Editor.of(node);
        List<UUID> items = editor.writes("Article", numbers(1_310));

        SyncReport report = node.start(article("int number"));

        PropertyPlan number = type(report.plan(), "Article").properties().get(0);
        assertThat(number.grade()).isEqualTo(Grade.COMPATIBLE);
        assertThat(number.radius()).isEqualTo(new BlastRadius(1_310, 1_310));
        assertThat(editor.reads(items.get(0))).containsEntry("number", 0L);
        assertThat(editor.reads(items.get(1_309))).containsEntry("number", 1_309L);
    }

    @OnEveryDatabase
    void valuesThatDoNotConvertAreNamedAndRefusedAndKeptInTheRunsRecordOnceTheLossIsAllowed(Product product) {
        Node node = Node.on(product);
        node.start(article("@Property(localized=true) String number"));
        Editor editor = Editor.of(node);
        List<Map<String, String>> values = new ArrayList<>(numbers(1_307));
        values.add(Map.of("number@de", "k. A."));
        values.add(Map.of("number@en", "n/a"));
        values.add(Map.of("number", "none"));
        List<UUID> items = editor.writes("Article", values);
        Path after = article("@Property(localized=true) int number");

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
    void aListBecomesASingleValueOnlyWhereItHasOneElement(Product product) {
        Node node = Node.on(product);
        node.start(article("java.util.List<String> words"));
        Editor editor = Editor.of(node);
        UUID one = editor.writes("Article", Map.of("words", List.of("a")));
        Path after = article("String words");

        assertThat(node.dryRun(after).summary().grade()).isEqualTo(Grade.COMPATIBLE);
        UUID two = editor.writes("Article", Map.of("words", List.of("a", "b")));
        assertThat(node.dryRun(after).summary().grade()).isEqualTo(Grade.LOSSY);

        SyncReport report = node.with(builder -> builder.policy(LOSSY)).start(after);
        assertThat(editor.reads(one)).containsEntry("words", "a");
        assertThat(lost(node, report))
                .containsExactly(new LostValue(two, "Article.words", "LIST<STRING>", "", "[\"a\",\"b\"]"));
    }

    @OnEveryDatabase
    void noValueBecomesABlock(Product product) {
        Node node = Node.on(product);
        String teaser = annotatedType("@ContentType(kind = ContentKind.BLOCK)", "Teaser", "title");
        node.start(jar(source("String teaser"), teaser));
        Editor editor = Editor.of(node);
        assertThat(node.dryRun(jar(source("Teaser teaser"), teaser)).summary().grade())
                .isEqualTo(Grade.COMPATIBLE);
        editor.writes("Article", Map.of("teaser", "hello"));

        assertThat(node.dryRun(jar(source("Teaser teaser"), teaser)).summary().grade())
                .isEqualTo(Grade.LOSSY);
    }

    @OnEveryDatabase
    void aBlockThatBecomesTextTakesItsTypeAlong(Product product) {
        Node node = Node.on(product);
        String teaser = annotatedType("@ContentType(kind = ContentKind.BLOCK)", "Teaser", "title");
        node.start(jar(source("Teaser teaser"), teaser));
        Editor editor = Editor.of(node);
        UUID item = editor.writes("Article", Map.of("teaser", Block.empty().with("title", "hello")));

        SyncReport report = node.start(jar(source("@Property(type=DataType.TEXT) String teaser")));

        assertThat(report.plan().summary().grade()).isEqualTo(Grade.COMPATIBLE);
        assertThat(editor.reads(item)).containsEntry("teaser", "{\"title\":\"hello\"}");
        assertThat(node.stored().types()).hasSize(1);
    }

    @OnEveryDatabase
    void aBlockThatIsRenamedInTheSameRunBecomesAListToo(Product product) {
        Node node = Node.on(product);
        node.start(jar(source("Teaser teaser"), block("String title")));
        Editor editor = Editor.of(node);
        UUID item = editor.writes("Article", Map.of("teaser", Block.empty().with("title", "hello")));

        SyncReport report = node.start(jar(
                source("java.util.List<Lead> teaser"),
                declaring("@RenamedFrom(\"Teaser\") @ContentType(kind = ContentKind.BLOCK)", "Lead", "String title")));

        assertThat(report.plan().summary().grade()).isEqualTo(Grade.COMPATIBLE);
        long title = Editor.type(node.stored(), "Lead")
                .property("title")
                .orElseThrow()
                .id();
        assertThat(editor.reads(item)).containsEntry("teaser", "[{\"%d\":\"hello\"}]".formatted(title));
    }

    @OnEveryDatabase
    void valuesWithinBlocksAreConvertedToo(Product product) {
        Node node = Node.on(product);
        node.start(jar(
                source("java.util.List<Teaser> teasers"),
                block("String count; @Property(localized=true) String title")));
        Editor editor = Editor.of(node);
        UUID item = editor.writes(
                "Article",
                Map.of(
                        "teasers",
                        List.of(
                                block(Map.of("count", "7", "title@de", "eins", "title@en", "one")),
                                block(Map.of("count", "many", "title", "two")))));
        Path after = jar(source("java.util.List<Teaser> teasers"), block("int count; String title"));

        SyncPlan plan = node.dryRun(after);
        assertThat(type(plan, "Teaser").properties())
                .extracting(PropertyPlan::name, PropertyPlan::grade, PropertyPlan::radius)
                .containsExactly(
                        tuple("count", Grade.LOSSY, new BlastRadius(1, 2)),
                        tuple("title", Grade.LOSSY, new BlastRadius(1, 2)));

        SyncReport report = node.with(builder -> builder.policy(LOSSY)).start(after);
        long count = Editor.type(node.stored(), "Teaser")
                .property("count")
                .orElseThrow()
                .id();
        long title = Editor.type(node.stored(), "Teaser")
                .property("title")
                .orElseThrow()
                .id();
        assertThat(editor.reads(item))
                .containsEntry(
                        "teasers", "[{\"%d\":7,\"%d\":\"eins\"},{\"%d\":\"two\"}]".formatted(count, title, title));
        assertThat(lost(node, report))
                .extracting(LostValue::property, LostValue::language, LostValue::value)
                .containsExactly(tuple("Teaser.count", "", "\"many\""), tuple("Teaser.title", "en", "\"one\""));
    }

    private static Block block(Map<String, String> values) {
        Block block = Block.empty();
        for (Map.Entry<String, String> each : new TreeMap<>(values).entrySet()) {
            String[] place = each.getKey().split("@");
            block = new Block(block.values().with(place[0], place.length == 1 ? "" : place[1], each.getValue()));
        }
        return block;
    }

    @OnEveryDatabase
    void translationsOfAPropertyThatCeasesToBeLocalizedAreLostButForTheFirst(Product product) {
        Node node = Node.on(product);
        node.start(article("@Property(localized=true) String title"));
        Editor editor = Editor.of(node);
        UUID two = editor.writes("Article", Map.of("title@en", "one", "title@de", "eins"));
        UUID neutral = editor.writes("Article", Map.of("title", "1", "title@de", "eins"));
        Path after = article("String title");

        SyncRefusedException refused = catchThrowableOfType(SyncRefusedException.class, () -> node.start(after));
        assertThat(refused.plan().refusals().asList().get(0).message()).contains("(2 de, 1 en)");

        SyncReport report = node.with(builder -> builder.policy(LOSSY)).start(after);
        assertThat(editor.reads(two)).isEqualTo(Map.of("title", "eins"));
        assertThat(editor.reads(neutral)).isEqualTo(Map.of("title", "1"));
        assertThat(lost(node, report))
                .containsExactly(
                        new LostValue(two, "Article.title", "STRING", "en", "\"one\""),
                        new LostValue(neutral, "Article.title", "STRING", "de", "\"eins\""));

        assertThat(node.dryRun(article("@Property(localized=true) String title"))
                        .summary()
                        .grade())
                .isEqualTo(Grade.COMPATIBLE);
    }

    @OnEveryDatabase
    void manyValuesAreConvertedInBatchesWithProgress(Product product) {
        Node node = Node.on(product);
        node.start(article("String number"));
        Editor.of(node).writes("Article", numbers(2_500));
        List<Long> progress = new ArrayList<>();

        node.with(builder -> builder.progress(new Progress() {
                    @Override
                    public void worked(String on, long done, long total) {
                        assertThat(on).isEqualTo("Article.number");
                        assertThat(total).isEqualTo(2_500);
                        progress.add(done);
                    }
                }))
                .start(article("int number"));

        assertThat(progress).containsExactly(1_000L, 2_000L, 2_500L);
        assertThat(node.count("ct_value where whole_value is not null and short_text is null"))
                .isEqualTo(2_500);
    }

    @Test
    void aHundredThousandValuesAreConvertedPageByPage() {
        Node node = Node.on(Product.H2);
        node.start(article("String number"));
        Editor editor = Editor.of(node);
        for (int batch = 0; batch < 20; batch++) {
            editor.writes("Article", numbers(5_000));
        }
        List<Long> held = new ArrayList<>();

        node.with(builder -> builder.progress(new Progress() {
                    @Override
                    public void worked(String on, long done, long total) {
                        held.add(done);
                    }
                }))
                .start(article("int number"));

        assertThat(held).hasSize(100).last().isEqualTo(100_000L);
        assertThat(node.count("ct_value where whole_value is not null")).isEqualTo(100_000);
    }

    private static List<Map<String, String>> numbers(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> Map.of("number", Integer.toString(number)))
                .toList();
    }

    private static List<LostValue> lost(Node node, SyncReport report) {
        try (JdbcStore store = new JdbcStore(node.database().dataSource())) {
            return store.lostValues(report.run().orElseThrow(), 100);
        }
    }

    private Path article(String properties) {
        return jar(source(properties));
    }

    private static String source(String properties) {
        return declaring("", "Article", properties);
    }

    private static String block(String properties) {
        return declaring("@ContentType(kind = ContentKind.BLOCK)", "Teaser", properties);
    }

    private static String declaring(String annotations, String name, String properties) {
        StringBuilder source = new StringBuilder(annotatedType(annotations, name));
        source.setLength(source.lastIndexOf("}"));
        for (String each : properties.split("; ")) {
            int at = each.lastIndexOf(' ');
            source.append(property(each.substring(0, at), each.substring(at + 1)));
        }
        return source.append("}\n").toString();
    }

    private Path jar(String... sources) {
        jars++;
        return ModelJar.of(sources).version("site", "1." + jars).jar(folder.resolve("site-1." + jars + ".jar"));
    }
}
