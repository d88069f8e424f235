package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Sources.property;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.annotation.ContentReference;
import dev.synchronizer.content.Item;
import dev.synchronizer.content.ItemQuery;
import dev.synchronizer.content.NewItem;
import dev.synchronizer.doctor.Examination;
import dev.synchronizer.seal.Tampered;
import dev.synchronizer.value.Block;
import dev.synchronizer.value.ValueKey;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is saved reads back as what was sealed: as each database hands it out, and saved over and over. */
class G5SealedValuesTest {
    private static final int ITEMS = 30;
    private static final int ROUNDS = 2;
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "x ",
            " x",
            "a\nb",
            "a\r\nb\t",
            "\u0001",
            "'\"\\%_",
            "\u00DF",
            "\uD83D\uDE00",
            "e\u0301",
            "\u00E9",
            "\uFFFD\u200B");

    private static final Map<String, Function<Random, Object>> KINDS = new TreeMap<>(Map.ofEntries(
            Map.entry("title", G5SealedValuesTest::text),
            Map.entry("body", random -> text(random).repeat(random.nextInt(400))),
            Map.entry("open", Random::nextBoolean),
            Map.entry("count", Random::nextInt),
            Map.entry("views", Random::nextLong),
            Map.entry("score", G5SealedValuesTest::floating),
            Map.entry("price", G5SealedValuesTest::decimal),
            Map.entry("day", random -> moment(random).toLocalDate()),
            Map.entry("time", random -> LocalTime.ofNanoOfDay(random.nextLong(86_400_000_000_000L))),
            Map.entry("moment", G5SealedValuesTest::moment),
            Map.entry("instant", random -> moment(random).toInstant(ZoneOffset.UTC)),
            Map.entry("key", random -> new UUID(random.nextLong(), random.nextLong())),
            Map.entry("mood", random -> random.nextBoolean() ? "CALM" : "LIVELY"),
            Map.entry("lines", random -> List.of(text(random), text(random))),
            Map.entry("prices", random -> List.of(decimal(random), decimal(random))),
            Map.entry("numbers", random -> Set.of(1, 2 + random.nextInt(1_000))),
            Map.entry(
                    "lead",
                    random -> new Block(Block.empty()
                            .with("price", decimal(random))
                            .with("score", floating(random))
                            .with("at", moment(random))
                            .values()
                            .with(new ValueKey("text", "de"), text(random))))));

    @TempDir
    Path folder;

    private final List<Tampered> heard = new CopyOnWriteArrayList<>();

    private Path models() {
        return Site.jar(
                folder,
                "1.0",
                "public enum Mood { CALM, LIVELY }",
                "@ContentType(kind = ContentKind.BLOCK) public class Teaser {"
                        + property("@Property(localized = true) String", "text") + property("BigDecimal", "price")
                        + property("double", "score") + property("LocalDateTime", "at") + "}",
                "@ContentType public class Article {"
                        + property("@Property(localized = true) String", "title")
                        + property("@Property(type = DataType.RICH_TEXT) String", "body")
                        + property("boolean", "open")
                        + property("int", "count")
                        + property("long", "views")
                        + property("double", "score")
                        + property("BigDecimal", "price")
                        + property("LocalDate", "day")
                        + property("LocalTime", "time")
                        + property("LocalDateTime", "moment")
                        + property("Instant", "instant")
                        + property("UUID", "key")
                        + property("Mood", "mood")
                        + property("ContentReference", "related")
                        + property("List<String>", "lines")
                        + property("List<BigDecimal>", "prices")
                        + property("Set<Integer>", "numbers")
                        + property("Teaser", "lead") + "}");
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(4); i >= 0; i--) {
            text.append(TEXTS.get(random.nextInt(TEXTS.size())));
        }
        return text.toString();
    }

    private static double floating(Random random) {
        double[] some = {0.0, -0.0, 0.1, -1.5, 1e22, Double.MIN_NORMAL, Double.MAX_VALUE, random.nextGaussian()};
        return some[random.nextInt(some.length)];
    }

    private static BigDecimal decimal(Random random) {
        BigDecimal number = new BigDecimal(new BigInteger(60, random), random.nextInt(31));
        return random.nextBoolean() ? number.setScale(30) : number.negate();
    }

    /** To the nanosecond, of which the databases keep the microseconds. */
    private static LocalDateTime moment(Random random) {
        return LocalDate.of(1_000 + random.nextInt(8_000), 1 + random.nextInt(12), 1 + random.nextInt(28))
                .atTime(LocalTime.ofNanoOfDay(random.nextLong(86_400_000_000_000L)));
    }

    @OnEveryDatabase
    void whatIsSavedReadsBackAsItWasSealed(Product product) {
        Random random = new Random(8_415);
        try (Site site = Site.start(product, builder -> builder.onTampering(heard::add), models())) {
            List<UUID> made = new ArrayList<>();
            for (int i = 0; i < ITEMS; i++) {
                NewItem item = NewItem.of("Article", "N " + i + random.nextInt());
                for (Map.Entry<String, Function<Random, Object>> kind : KINDS.entrySet()) {
                    item = random.nextInt(4) == 0
                            ? item
                            : item.with(kind.getKey(), kind.getValue().apply(random));
                }
                made.add(site.items()
                        .create("Ada", made.isEmpty() ? item : item.with("related", new ContentReference(made.get(0))))
                        .id());
            }
            requireSealed(site);
            for (int round = 0; round < ROUNDS; round++) {
                for (UUID id : made) {
                    save(site, id, random);
                }
            }
            requireSealed(site);
        }
    }

    private static void save(Site site, UUID id, Random random) {
        Item item = site.items().get(id);
        for (Map.Entry<String, Function<Random, Object>> kind : KINDS.entrySet()) {
            if (random.nextInt(3) == 0) {
                item = item.with(
                        kind.getKey(),
                        random.nextInt(3) == 0 ? null : kind.getValue().apply(random));
            }
        }
        site.items().save("Bob", item.with("title", "de", text(random)));
    }

    private void requireSealed(Site site) {
        Examination examination = site.synchronizer().doctor().examine();
        assertThat(examination.problems()).isEmpty();
        assertThat(examination.items()).isEqualTo(new Examination.Sealed(ITEMS, 0, 0, 0));
        assertThat(site.items().list(ItemQuery.all())).hasSize(ITEMS);
        assertThat(heard).isEmpty();
    }
}
