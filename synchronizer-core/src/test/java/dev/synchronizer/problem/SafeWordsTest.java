package dev.synchronizer.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafeWordsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET https://anna:S3CRET@host/path failed|GET https://***@host/path failed",
                "jdbc:postgresql://host/db?user=a&password=S3CRET is away|jdbc:postgresql://host/db?*** is away",
                "jdbc:h2:mem:x;PASSWORD=S3CRET;MODE=Y|jdbc:h2:mem:x;PASSWORD=***;MODE=Y",
                "401 for https://host/hook?key=S3CRET (no)|401 for https://host/hook?*** (no)",
                "sent Authorization: Bearer S3CRETS3CRET to x|sent Authorization: Bearer *** to x",
                "sent Authorization: S3CRET to x|sent Authorization: *** to x",
                "{\"api_key\": \"S3CRET\", \"n\": 1}|{\"api_key\": ***, \"n\": 1}",
                "access_token='S3 CRET' was refused|access_token=*** was refused",
                "X-Shop-Signature: S3CRET|X-Shop-Signature: ***",
                "client_secret=S3CRET&x=1|client_secret=***&x=1"
            })
    void whatLooksLikeASecretIsLeftOut(String said, String shown) {
        assertThat(SafeWords.of(said)).isEqualTo(shown).doesNotContain("S3");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "connection refused: shop.example.org:8443",
                "the password is wrong",
                "unexpected token } at 17",
                "why? because of item 0197a000-0000-7000-8000-000000000000"
            })
    void everythingElseStays(String said) {
        assertThat(SafeWords.of(said)).isEqualTo(said);
    }

    @Test
    void whatHasNoMessageIsNamed() {
        assertThat(SafeWords.of(new IllegalStateException())).isEqualTo("IllegalStateException");
        assertThat(SafeWords.of(new IllegalStateException("token=S3CRET"))).isEqualTo("token=***");
    }
}
