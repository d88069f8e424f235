package dev.synchronizer.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.value.Block;
import dev.synchronizer.value.Values;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class PairingTest {
    private static Values element(String title, String... inner) {
        List<Block> blocks = Arrays.stream(inner)
                .map(text -> Block.empty().with("text", text))
                .toList();
        return Values.none().with("title", title).with("weight", 0).with("inner", blocks);
    }

    private static List<Values> elements(String... titles) {
        return Arrays.stream(titles).map(title -> element(title)).toList();
    }

    private static int[] pairs(List<Values> before, List<? extends @Nullable Values> now) {
        return Pairing.of(before, new ArrayList<>(now), true);
    }

    @RepeatedTest(50)
    void whatWasOnlyMovedOrLeftOutIsFoundWhereverItStood(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<Values> before = IntStream.range(0, random.nextInt(12))
                .mapToObj(i -> element("t" + i))
                .toList();
        List<Values> now = new ArrayList<>(before);
        now.removeIf(any -> random.nextInt(3) == 0);
        Collections.shuffle(now, random);

        int[] pairs = pairs(before, now);

        assertThat(Arrays.stream(pairs).mapToObj(before::get)).isEqualTo(now);
    }

    @RepeatedTest(50)
    void noElementIsTwoOfThose(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<Values> before = random.ints(8, 0, 4)
                .mapToObj(i -> element("t" + i, "x" + i / 2))
                .toList();
        List<Values> now = random.ints(8, 0, 6)
                .mapToObj(i -> element("t" + i, "x" + i / 3))
                .toList();

        int[] paired = Arrays.stream(pairs(before, now))
                .filter(pair -> pair != Pairing.NONE)
                .toArray();

        assertThat(paired).doesNotHaveDuplicates();
    }

    @Test
    void ofSeveralAlikeThoseStayThatHaveTheSameNeighbours() {
        assertThat(pairs(elements("a", "b", "a"), elements("b", "a"))).containsExactly(1, 2);
        assertThat(pairs(elements("a", "a", "b"), elements("a", "a", "c", "b"))).containsExactly(0, 1, -1, 2);
    }

    @Test
    void whatSharesMostWithOneAloneIsThatOne() {
        List<Values> before = List.of(element("a", "1", "2"), element("b", "3"), element("c", "4"));

        assertThat(pairs(before, List.of(element("c", "5"), element("z"), element("y", "2", "1"))))
                .as("the one that is left stays in its place")
                .containsExactly(2, 1, 0);
        assertThat(pairs(before, List.of(element("b", "1", "2"))))
                .as("two of the first, and one of the second")
                .containsExactly(0);
        assertThat(pairs(before, List.of(element("b", "1")))).as("one of each").containsExactly(-1);
    }

    @Test
    void asManyBetweenTheSameNeighboursWereChangedInTheirPlaces() {
        assertThat(pairs(elements("a", "b", "c", "d"), elements("a", "x", "y", "d", "e")))
                .containsExactly(0, 1, 2, 3, -1);
        assertThat(pairs(elements("a", "b"), elements("x", "y"))).containsExactly(0, 1);
        assertThat(pairs(elements("a", "b"), elements("x"))).containsExactly(-1);
        assertThat(pairs(elements("a"), List.of())).isEmpty();
    }

    @Test
    void setsHaveNoPlaces() {
        List<@Nullable Values> now = new ArrayList<>(elements("x", "c"));

        assertThat(Pairing.of(elements("a", "b"), now, false)).containsExactly(-1, -1);
        assertThat(Pairing.of(elements("c", "a"), now, false))
                .as("the only one left")
                .containsExactly(1, 0);
    }

    @Test
    void whatIsNullIsNone() {
        assertThat(pairs(elements("a", "b"), Arrays.asList(null, element("b")))).containsExactly(-1, 1);
    }
}
