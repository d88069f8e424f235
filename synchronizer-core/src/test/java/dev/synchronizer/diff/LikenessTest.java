package dev.synchronizer.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LikenessTest {
    @Test
    void neighboursThatAreExchangedAreOneSlip() {
        assertThat(Likeness.of("modles", "models")).isEqualTo(Likeness.of("modelt", "models"));
        assertThat(Likeness.of("artilce", "article")).isEqualTo(100 * 6 / 7);
        assertThat(Likeness.nearest("modles", List.of("mode", "models", "module"), 1))
                .containsExactly("models");
    }

    @Test
    void whatLacksHasTooManyOrWrongCharactersIsAsFarAsThereAreOfThem() {
        assertThat(Likeness.of("teaser", "teaser")).isEqualTo(100);
        assertThat(Likeness.of("", "")).isEqualTo(100);
        assertThat(Likeness.of("Teaser", "tEASER")).isEqualTo(100);
        assertThat(Likeness.of("abcd", "abcde")).isEqualTo(80);
        assertThat(Likeness.of("abcde", "abcd")).isEqualTo(80);
        assertThat(Likeness.of("kitten", "sitting")).isEqualTo(100 * 4 / 7);
        assertThat(Likeness.of("abc", "xyz")).isZero();
    }

    @Test
    void ofThoseAlikeComesFirstWhatBeginsAsItDoesThenWhatIsAsLong() {
        assertThat(Likeness.nearest("port", List.of("sort", "part", "port2"), 3))
                .containsExactly("port2", "part", "sort");
        assertThat(Likeness.nearest("state", List.of("stat", "stats", "stated"), 3))
                .containsExactly("stated", "stats", "stat");
        assertThat(Likeness.nearest("state", List.of("xtate", "ytate"), 3)).containsExactly("xtate", "ytate");
    }

    @Test
    void whatIsLessThanHalfAlikeIsNotNamed() {
        assertThat(Likeness.nearest("host", List.of("password", "hosts"), 3)).containsExactly("hosts");
    }
}
