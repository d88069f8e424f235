package dev.synchronizer.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SubjectOrderTest {
    private static final List<String> SORTED = List.of(
            "",
            "01",
            "1",
            "1a",
            "2",
            "10",
            "99999999999999999999998",
            "99999999999999999999999",
            "a",
            "a:1",
            "line",
            "line 1",
            "line 1: x",
            "line 1: x[2]",
            "line 1: x[10]",
            "line 2",
            "line 10",
            "line 10: x");

    @Test
    void numbersAreSortedByWhatTheyCount() {
        List<String> shuffled = new ArrayList<>(SORTED);
        Collections.shuffle(shuffled, new Random(4));

        shuffled.sort(SubjectOrder::compare);

        assertThat(shuffled).containsExactlyElementsOf(SORTED);
    }

    @Test
    void onlyEqualTextsAreEqual() {
        assertThat(SubjectOrder.compare("a01b", "a1b")).isNotZero();
        assertThat(SubjectOrder.compare("a01b", "a1b")).isEqualTo(-SubjectOrder.compare("a1b", "a01b"));
        assertThat(SubjectOrder.compare("a1b", "a1b")).isZero();
    }
}
