package dev.synchronizer.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PageSizeTest {
    private final PageSize size = new PageSize(1_000);

    @Test
    void beginsWithFewAndGrowsWhereRowsAreShort() {
        assertThat(size.rows()).isEqualTo(10);
        size.wasRead(10, 0);
        assertThat(size.rows()).isEqualTo(500);
        size.wasRead(500, 5_000);
        assertThat(size.rows()).isEqualTo(1_000);
        size.wasRead(1_000, 10_000);
        assertThat(size.rows()).isEqualTo(1_000);
    }

    @Test
    void becomesSmallerTheLongerRowsAre() {
        size.wasRead(10, 10 * 100_000L);
        assertThat(size.rows()).isBetween(70, 80);
        size.wasRead(75, 75 * 10_000_000L);
        assertThat(size.rows()).isEqualTo(1);
    }

    @Test
    void growsAgainBehindASingleLongRowButNotAtOnce() {
        size.wasRead(1, 20_000_000);
        size.wasRead(1, 10);
        assertThat(size.rows()).isEqualTo(50);
        size.wasRead(50, 500);
        assertThat(size.rows()).isEqualTo(1_000);
    }

    @Test
    void staysAsItIsWhereNothingWasRead() {
        size.wasRead(0, 0);
        assertThat(size.rows()).isEqualTo(10);
    }

    @Test
    void neverReadsMoreThanIsWanted() {
        PageSize small = new PageSize(7);
        assertThat(small.rows()).isEqualTo(7);
        small.wasRead(7, 0);
        assertThat(small.rows()).isEqualTo(7);
    }
}
