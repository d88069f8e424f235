package dev.synchronizer.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synchronizer.annotation.DataType;
import dev.synchronizer.databases.TestServer;
import dev.synchronizer.model.Address;
import dev.synchronizer.model.ItemUse;
import dev.synchronizer.model.Misfits;
import dev.synchronizer.model.Misfits.Misfit;
import dev.synchronizer.model.PropertyType;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.SettingValue;
import dev.synchronizer.model.Settings;
import dev.synchronizer.model.Usage;
import dev.synchronizer.model.ValueUse;
import dev.synchronizer.plan.UsageQuestions;
import dev.synchronizer.plan.UsageQuestions.OfProperty;
import dev.synchronizer.plan.UsageQuestions.OfType;
import dev.synchronizer.store.ContentUsage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** C5: what a plan asks is counted, and nothing else. */
abstract class UsageContract {
    private static final ContentUsage NOTHING_ELSEWHERE = asked -> Map.of();
    private static final PropertyType STRING = PropertyType.single(DataType.STRING);
    private static final PropertyType INTEGER = PropertyType.single(DataType.INTEGER);

    private final TestServer server;
    private UsedContent content;

    UsageContract(TestServer server) {
        this.server = server;
    }

    @BeforeEach
    void open() {
        content = new UsedContent(server.prepared());
    }

    @AfterEach
    void close() {
        content.close();
    }

    @Test
    void whereNothingIsAskedNobodyIsAsked() {
        content.articles(3);
        List<String> asked = content.executed(() -> assertThat(content.count(questions(List.of()), application -> {
                    throw new AssertionError("asked");
                }))
                .isSameAs(Usage.NONE));
        assertThat(asked).noneMatch(sql -> sql.contains("ct_item") || sql.contains("ct_value"));
    }

    @Test
    void itemsAreCountedWithThoseInTheRecycleBin() {
        content.articles(5);
        content.inBin(6);
        content.inBin(7);
        Usage usage = count(articles(), type(UsedContent.PAGE));
        assertThat(usage.itemsOf(UsedContent.ARTICLE))
                .isEqualTo(new ItemUse(7, 2, 0, List.of(content.used(1), content.used(2), content.used(3))));
        assertThat(usage.itemsOf(UsedContent.PAGE)).isEqualTo(ItemUse.NONE);
    }

    @Test
    void valuesAreCountedByLanguage() {
        content.articles(4);
        content.title(2, "", "a");
        content.title(2, "de", "b");
        content.title(4, "de", "c");
        ValueUse use = count(List.of(), List.of(counted(UsedContent.TITLE))).valuesOf(UsedContent.TITLE);
        assertThat(use.values()).isEqualTo(3);
        assertThat(use.items()).isEqualTo(2);
        assertThat(use.byLanguage()).isEqualTo(Map.of("", 1L, "de", 2L));
        assertThat(use.first()).containsExactly(content.used(2), content.used(4));
    }

    @Test
    void valuesWithinBlocksAreCountedAtWhateverDepth() {
        content.articles(3);
        content.teasers(UsedContent.TEASERS, 1, "", "1,2", "3");
        content.teasers(UsedContent.TEASERS, 1, "de", "4");
        content.teasers(UsedContent.TEASERS, 3, "", "");
        ValueUse use = count(List.of(), List.of(counted(UsedContent.NUMBER))).valuesOf(UsedContent.NUMBER);
        assertThat(use.values()).isEqualTo(4);
        assertThat(use.items()).isEqualTo(1);
        assertThat(use.first()).containsExactly(content.used(1));
    }

    @Test
    void itemsThatLackAValueAreCountedWhereThatIsAsked() {
        content.articles(5);
        content.title(2, "de", "a");
        content.title(2, "en", "b");
        content.title(3, "", "c");
        assertThat(count(List.of(), List.of(lacking(UsedContent.TITLE)))
                        .valuesOf(UsedContent.TITLE)
                        .lacking())
                .isEqualTo(3);
        assertThat(count(List.of(), List.of(lacking(UsedContent.PLACE)))
                        .valuesOf(UsedContent.PLACE)
                        .lacking())
                .isEqualTo(5);
        assertThat(count(List.of(), List.of(counted(UsedContent.TITLE)))
                        .valuesOf(UsedContent.TITLE)
                        .lacking())
                .isZero();
    }

    @Test
    void valuesThatDoNotConvertAreCountedAndTheFirstFewAreShown() {
        content.articles(6);
        content.title(1, "", "1");
        content.title(2, "de", "n/a");
        content.title(2, "en", "");
        content.title(3, "", "3");
        content.title(4, "", "x".repeat(100));
        content.title(6, "", "01");
        Misfits misfits = misfits(checked(UsedContent.TITLE, INTEGER, SettingKey.DATA_TYPE), SettingKey.DATA_TYPE);
        assertThat(misfits)
                .isEqualTo(new Misfits(
                        4,
                        3,
                        List.of(
                                new Misfit(content.used(2), "de", "n/a", true),
                                new Misfit(content.used(2), "en", "", true),
                                new Misfit(content.used(4), "", "x".repeat(60) + "…", true))));
    }

    @Test
    void valuesWithinBlocksThatDoNotConvertAreFoundInTheirItems() {
        content.articles(3);
        content.teasers(UsedContent.TEASERS, 3, "", "1,two", "three");
        content.teasers(UsedContent.ASIDES, 1, "", "four");
        content.teasers(UsedContent.TEASERS, 1, "de", "5");
        content.teasers(UsedContent.ASIDES, 3, "en", "six");
        Misfits misfits = misfits(checked(UsedContent.NUMBER, INTEGER, SettingKey.DATA_TYPE), SettingKey.DATA_TYPE);
        assertThat(misfits)
                .isEqualTo(new Misfits(
                        4,
                        2,
                        List.of(
                                new Misfit(content.used(1), "", "four", true),
                                new Misfit(content.used(3), "", "two", true),
                                new Misfit(content.used(3), "", "three", true))));
    }

    @Test
    void blocksThatNoOtherDataTypeTakesAreShownByTheNamesOfTheirProperties() {
        content.articles(1);
        content.teasers(UsedContent.TEASERS, 1, "", "1");
        OfProperty question = checked(UsedContent.TEASERS, PropertyType.list(DataType.INTEGER), SettingKey.DATA_TYPE);
        assertThat(misfits(question, SettingKey.DATA_TYPE).first())
                .extracting(Misfit::value)
                .containsExactly("[{links: [{number: \"1\"}]}]");
    }

    @Test
    void valuesAreHeldAgainstTheRulesThatAreAskedAndNoOthers() {
        content.articles(3);
        content.title(1, "", "short");
        content.title(2, "de", "rather long");
        content.title(3, "", "long and longer");
        OfProperty question = ruled(
                STRING,
                Settings.none()
                        .with(SettingKey.MAX_LENGTH, SettingValue.of(8L))
                        .with(SettingKey.PATTERN, SettingValue.of("x")),
                SettingKey.MAX_LENGTH);
        ValueUse use = count(List.of(), List.of(question)).valuesOf(UsedContent.TITLE);
        assertThat(use.misfits().keySet()).containsExactly(SettingKey.MAX_LENGTH);
        assertThat(use.misfits(SettingKey.MAX_LENGTH).values()).isEqualTo(2);
        assertThat(use.misfits(SettingKey.MAX_LENGTH).first())
                .extracting(Misfit::value)
                .containsExactly("rather long", "long and longer");
    }

    @Test
    void rulesAreHeldAgainstValuesAsTheyAreToBe() {
        content.articles(3);
        content.title(1, "", "5");
        content.title(2, "", "50");
        content.title(3, "", "fifty");
        OfProperty question = ruled(
                INTEGER,
                Settings.none().with(SettingKey.MAX, SettingValue.of(10L)),
                SettingKey.MAX,
                SettingKey.DATA_TYPE);
        ValueUse use = count(List.of(), List.of(question)).valuesOf(UsedContent.TITLE);
        assertThat(use.misfits(SettingKey.MAX).first())
                .extracting(Misfit::value)
                .containsExactly("50");
        assertThat(use.misfits(SettingKey.DATA_TYPE).first())
                .extracting(Misfit::value)
                .containsExactly("fifty");
    }

    @Test
    void whatAnApplicationKeepsElsewhereIsAskedOnceAndAdded() {
        content.articles(2);
        content.title(1, "", "a");
        List<Set<Address>> asked = new ArrayList<>();
        Address article = Address.ofType("Article");
        Address title = Address.ofProperty("Article", "title");
        Address place = Address.ofProperty("Article", "place");
        Usage usage = content.count(
                new UsageQuestions(
                        List.of(articles()), List.of(counted(UsedContent.TITLE), counted(UsedContent.PLACE))),
                addresses -> {
                    asked.add(addresses);
                    return Map.of(article, 7L, place, 3L);
                });
        assertThat(asked).containsExactly(Set.of(article, title, place));
        assertThat(usage.itemsOf(UsedContent.ARTICLE).total()).isEqualTo(9);
        assertThat(usage.valuesOf(UsedContent.TITLE).total()).isEqualTo(1);
        assertThat(usage.valuesOf(UsedContent.PLACE).elsewhere()).isEqualTo(3);
    }

    @Test
    void aCountBelowZeroIsNotTakenForNone() {
        assertThatThrownBy(() ->
                        content.count(questions(List.of(articles())), asked -> Map.of(Address.ofType("Article"), -1L)))
                .hasMessageContaining("answered -1 for Article, which is no count");
    }

    @Test
    void aCountBeyondAllBoundsIsNotTakenForNone() {
        content.articles(1);
        Usage usage = content.count(
                questions(List.of(articles())), asked -> Map.of(Address.ofType("Article"), Long.MAX_VALUE));
        assertThat(usage.itemsOf(UsedContent.ARTICLE).total()).isGreaterThan(1_000_000_000L);
    }

    @Test
    void thousandsOfTypesTakeAsManyQueriesAsOne() {
        content.articles(3);
        content.title(1, "", "n/a");
        content.teasers(UsedContent.TEASERS, 2, "", "n/a");
        OfProperty title = checked(UsedContent.TITLE, INTEGER, SettingKey.DATA_TYPE);
        OfProperty number = checked(UsedContent.NUMBER, INTEGER, SettingKey.DATA_TYPE);
        OfProperty teasers = counted(UsedContent.TEASERS);
        List<String> few = content.executed(() -> count(List.of(articles()), List.of(title, number, teasers)));

        List<OfType> types = new ArrayList<>(List.of(articles()));
        LongStream.range(1_000, 3_500).forEach(id -> types.add(type(id)));
        List<OfProperty> properties = new ArrayList<>(List.of(title, number, teasers));
        LongStream.range(1_000, 3_500).forEach(id -> properties.add(checked(id, INTEGER, SettingKey.DATA_TYPE)));
        List<String> many = content.executed(() -> count(types, properties));

        assertThat(few)
                .filteredOn(sql -> sql.contains("ct_item") || sql.contains("ct_value"))
                .hasSize(9);
        assertThat(many).hasSameSizeAs(few);
    }

    @Test
    void whereThereAreNoValuesNoneAreRead() {
        content.articles(3);
        List<OfProperty> properties = IntStream.range(0, 3)
                .mapToObj(i -> checked(UsedContent.TITLE + i, INTEGER, SettingKey.DATA_TYPE))
                .toList();
        List<String> executed = content.executed(() -> count(List.of(), properties));
        assertThat(executed.stream().filter(sql -> sql.contains("ct_value"))).hasSize(2);
    }

    private Usage count(OfType... types) {
        return count(List.of(types), List.of());
    }

    private Usage count(List<OfType> types, List<OfProperty> properties) {
        return content.count(new UsageQuestions(types, properties), NOTHING_ELSEWHERE);
    }

    private Misfits misfits(OfProperty question, SettingKey key) {
        return count(List.of(), List.of(question)).valuesOf(question.property()).misfits(key);
    }

    private static UsageQuestions questions(List<OfType> types) {
        return new UsageQuestions(types, List.of());
    }

    private static OfType articles() {
        return type(UsedContent.ARTICLE);
    }

    private static OfType type(long id) {
        return new OfType(id, Address.ofType(id == UsedContent.ARTICLE ? "Article" : "Type" + id));
    }

    private OfProperty counted(long property) {
        return question(property, false, null, Settings.none());
    }

    private OfProperty lacking(long property) {
        return question(property, true, null, Settings.none());
    }

    private OfProperty checked(long property, PropertyType after, SettingKey... checks) {
        return question(property, false, after, Settings.none(), checks);
    }

    private OfProperty ruled(PropertyType after, Settings said, SettingKey... checks) {
        return question(UsedContent.TITLE, false, after, said, checks);
    }

    private OfProperty question(
            long property, boolean lacking, PropertyType after, Settings said, SettingKey... checks) {
        return new OfProperty(
                property,
                UsedContent.ARTICLE,
                Address.ofProperty("Article", content.nameOf(property)),
                lacking,
                Set.of(checks),
                content.typeOf(property),
                after,
                said);
    }
}
