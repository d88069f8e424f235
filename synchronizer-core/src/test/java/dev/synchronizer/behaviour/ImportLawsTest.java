package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.ImportLines.id;
import static dev.synchronizer.behaviour.ImportLines.importInto;
import static dev.synchronizer.behaviour.ImportLines.importWhatCanBe;
import static dev.synchronizer.behaviour.ImportLines.page;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.annotation.ContentReference;
import dev.synchronizer.content.Item;
import dev.synchronizer.content.ItemQuery;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.store.ItemFilter.Bin;
import dev.synchronizer.transfer.ImportReport;
import dev.synchronizer.transfer.InvalidImportException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;

/** Whatever trees, references and deletions come in, in whatever order: what stays is whole, and what is left out leaves nothing. */
class ImportLawsTest {
    private static final int ROUNDS = 60;
    private static final int ITEMS = 9;
    private static final Pattern LINE = Pattern.compile("line (\\d+).*");

    @TempDir
    Path folder;

    /** A line with what it is to come to. */
    private record Wanted(int number, int parent, boolean deleted, int next, int revision) {
        String line() {
            return page(
                    number,
                    parent == 0 ? "" : ImportLines.below(parent),
                    deleted ? ImportLines.deletedWith(number) : "",
                    revision == 0 ? "" : ImportLines.revision(revision),
                    next == 0 ? "" : ImportLines.refersTo(next));
        }
    }

    @OnEveryDatabase
    void whatStaysIsWholeAndWhatIsLeftOutLeavesNothing(Product product) {
        try (Site site = Site.start(product, ImportLines.models(folder))) {
            Random random = new Random(20_260);
            int refused = 0;
            for (int round = 1; round <= ROUNDS; round++) {
                List<Wanted> wanted = wanted(random, round);
                String[] lines = wanted.stream().map(Wanted::line).toArray(String[]::new);
                Map<UUID, Item> before = all(site);
                boolean whole = isTakenAsAWhole(site, lines);
                Map<UUID, Item> between = all(site);
                if (!whole) {
                    assertThat(between).isEqualTo(before);
                }

                ImportReport report = importWhatCanBe(site, lines);

                refused += whole ? 0 : 1;

                assertThat(report.left() == 0).isEqualTo(whole);
                requireWhole(all(site));
                requireAsSaid(wanted, leftOut(report), before, all(site));
            }
            assertThat(refused).as("both ends are met").isBetween(ROUNDS / 5, ROUNDS * 4 / 5);
        }
    }

    /** Of two rounds one is calm: trees grow downwards, and little is deleted. */
    private static List<Wanted> wanted(Random random, int round) {
        boolean calm = random.nextBoolean();
        List<Wanted> wanted = new ArrayList<>(IntStream.rangeClosed(1, ITEMS)
                .filter(number -> random.nextInt(3) > 0)
                .mapToObj(number -> new Wanted(
                        number,
                        random.nextInt(3) == 0 ? 0 : random.nextInt(calm ? number : ITEMS + 1),
                        random.nextInt(calm ? 40 : 6) == 0,
                        random.nextInt(3) == 0 ? 1 + random.nextInt(ITEMS) : 0,
                        random.nextInt(6) == 0 ? round * ITEMS : 0))
                .toList());
        Collections.shuffle(wanted, random);
        return wanted;
    }

    private static boolean isTakenAsAWhole(Site site, String... lines) {
        try {
            importInto(site, lines);
            return true;
        } catch (InvalidImportException e) {
            return false;
        }
    }

    private static Map<UUID, Item> all(Site site) {
        return site.items().list(ItemQuery.all().in(Bin.ANY)).stream()
                .collect(Collectors.toMap(Item::id, item -> item, (one, other) -> one, LinkedHashMap::new));
    }

    private static Set<Integer> leftOut(ImportReport report) {
        return report.problems().stream()
                .map(Problem::subject)
                .map(LINE::matcher)
                .filter(Matcher::matches)
                .map(matcher -> Integer.parseInt(matcher.group(1)))
                .collect(Collectors.toSet());
    }

    private static void requireWhole(Map<UUID, Item> items) {
        for (Item item : items.values()) {
            item.get("next").ifPresent(next -> assertThat(items).containsKey(((ContentReference) next).id()));
            Item parent = items.get(item.parent());
            if (parent != null && item.deleted() == null) {
                assertThat(parent.deleted()).as("above " + item.name()).isNull();
            }
            Set<UUID> above = new HashSet<>();
            for (Item each = item; each != null; each = items.get(each.parent())) {
                assertThat(above.add(each.id())).as("a circle").isTrue();
            }
        }
    }

    private static void requireAsSaid(
            List<Wanted> wanted, Set<Integer> leftOut, Map<UUID, Item> before, Map<UUID, Item> after) {
        for (int at = 0; at < wanted.size(); at++) {
            Wanted said = wanted.get(at);
            UUID id = id(said.number());
            if (leftOut.contains(at + 1)) {
                assertThat(after.get(id)).isEqualTo(before.get(id));
            } else {
                Item item = after.get(id);
                assertThat(item.parent()).isEqualTo(said.parent() == 0 ? null : id(said.parent()));
                assertThat(item.deleted() != null).isEqualTo(said.deleted());
            }
        }
    }
}
