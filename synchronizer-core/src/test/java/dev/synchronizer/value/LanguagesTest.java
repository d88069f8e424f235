package dev.synchronizer.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LanguagesTest {
    private static final List<String> LETTERS =
            IntStream.rangeClosed('a', 'z').mapToObj(Character::toString).toList();

    @Test
    void shortTagsThatAreTakenAsTheyAreAreInTheirOneForm() {
        List<String> pairs = pairs().toList();
        Stream<String> triples = pairs.stream().flatMap(pair -> LETTERS.stream().map(pair::concat));
        Stream<String> regions = pairs.stream()
                .flatMap(pair ->
                        Stream.of("de-", "in-", "inc-", "und-").map(tag -> tag + pair.toUpperCase(Locale.ROOT)));

        assertThat(Stream.of(pairs.stream(), triples, regions).flatMap(tags -> tags))
                .allSatisfy(tag -> assertThat(Languages.canonical(tag))
                        .isEqualTo(
                                new Locale.Builder().setLanguageTag(tag).build().toLanguageTag()));
    }

    private static Stream<String> pairs() {
        return LETTERS.stream().flatMap(letter -> LETTERS.stream().map(letter::concat));
    }

    @Test
    void aKeyHasOneFormHoweverItsLanguageIsWritten() {
        assertThat(new ValueKey("title", "DE-ch")).isEqualTo(new ValueKey("title", "de-CH"));
        assertThat(new ValueKey("title", "iw").language()).isEqualTo("he");
        assertThat(new ValueKey("title", "ZH-HANT-tw").language()).isEqualTo("zh-Hant-TW");
        assertThat(new ValueKey("title", "").language()).isEmpty();
    }

    @Test
    void whatIsNoTagStaysInAKeyAndIsRefusedAsALanguage() {
        assertThat(new ValueKey("title", "de_DE").language()).isEqualTo("de_DE");
        assertThatThrownBy(() -> Languages.requireTag("de_DE"))
                .isInstanceOf(UnfitValueException.class)
                .hasMessage("is of the language \"de_DE\", which is no tag such as de or de-CH");
    }
}
