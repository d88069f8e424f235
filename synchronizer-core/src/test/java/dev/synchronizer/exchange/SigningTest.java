package dev.synchronizer.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** What the page on the protocol shows was computed by another program; whoever gets the same has understood it. */
class SigningTest {
    private static final Secret SECRET = Secret.of("0123456789abcdef0123456789abcdef");
    private static final RequestHead HEAD = new RequestHead(
            "POST",
            SignedEndpoint.PATH,
            "editorial",
            "public",
            1772366400000L,
            "000102030405060708090a0b0c0d0e0f",
            Digest.of("{\"tasks\":[]}".getBytes(StandardCharsets.UTF_8)));

    @Test
    void aRequestIsSigned() {
        assertThat(HEAD.digest()).isEqualTo("b8cce95f94bb3842447a35cad31d68789df636e11353ab4a75179d86761d804c");
        assertThat(HEAD.signature(SECRET))
                .isEqualTo("ebf807ec7d576223e6f96f9b09420184811b16d612df53696c715dccfd572659");
    }

    @Test
    void anAnswerIsSigned() {
        byte[] body = "{\"answers\":[]}".getBytes(StandardCharsets.UTF_8);

        assertThat(HexFormat.of().formatHex(SECRET.sign(HEAD.answerText(200, body))))
                .isEqualTo("1a3765cd933eaed75e7b28907e12e65d649ae8f410f8d8222e93bf6bdae554e2");
    }
}
