package dev.synchronizer.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class IncomingTaskTest {
    private static IncomingTask task(String id, String key) {
        return new IncomingTask(id, key, "save", "");
    }

    @Test
    void whatCanBeKeptStaysAsItIs() {
        assertThat(task("i".repeat(255), "k".repeat(500)).id()).isEqualTo("i".repeat(255));
        assertThat(task("i", "k".repeat(500)).key()).isEqualTo("k".repeat(500));
    }

    @Test
    void whatIsTooLongIsCutAndToldApartFromOthers() {
        String begin = "i".repeat(300);
        IncomingTask one = task(begin + "1", begin + begin + "1");
        IncomingTask other = task(begin + "2", begin + begin + "2");

        assertThat(one).isEqualTo(task(begin + "1", begin + begin + "1"));
        assertThat(one.id()).hasSize(255).startsWith("iii").isNotEqualTo(other.id());
        assertThat(one.key()).hasSize(500).isNotEqualTo(other.key());
    }

    @Test
    void noCharacterIsCutInTwo() {
        String id = "\uD83D\uDE00".repeat(200);

        for (String each : new String[] {id, "i" + id}) {
            String kept = task(each, "k").id();
            assertThat(new String(kept.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                    .isEqualTo(kept);
        }
    }

    @Test
    void withoutAnIdOrAKeyItIsNone() {
        assertThatThrownBy(() -> task("", "k")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> task("i", "")).isInstanceOf(IllegalArgumentException.class);
    }
}
