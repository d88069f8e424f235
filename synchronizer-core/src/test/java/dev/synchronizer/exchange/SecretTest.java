package dev.synchronizer.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SecretTest {
    private static final String LONG_ENOUGH = "0123456789abcdef0123456789abcdef";

    @Test
    void aShortOneIsRefusedAndNotShown() {
        assertThatThrownBy(() -> Secret.of("geheim"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a shared secret has at least 32 characters, and this one has 6; make one by"
                        + " \"openssl rand -base64 48\", and give the same one to both servers");
        assertThatThrownBy(() -> Secret.of(new byte[31])).hasMessageContaining("32 bytes, and this one has 31");
    }

    @Test
    void itIsNeverShown() {
        assertThat(Secret.of(LONG_ENOUGH)).hasToString("(hidden)");
        assertThat(new Peer("public", java.net.URI.create("https://example.org"), Secret.of(LONG_ENOUGH)).toString())
                .doesNotContain(LONG_ENOUGH);
    }

    @Test
    void charactersAreTheirBytes() {
        Secret bytes = Secret.of(LONG_ENOUGH.getBytes(StandardCharsets.UTF_8));

        assertThat(Secret.of(LONG_ENOUGH)).isEqualTo(bytes).hasSameHashCodeAs(bytes);
        assertThat(Secret.of(LONG_ENOUGH)).isNotEqualTo(Secret.of(LONG_ENOUGH + " "));
    }

    @Test
    void itsBytesCannotBeChangedAfterwards() {
        byte[] bytes = LONG_ENOUGH.getBytes(StandardCharsets.UTF_8);
        Secret secret = Secret.of(bytes);

        bytes[0] = 'x';

        assertThat(secret).isEqualTo(Secret.of(LONG_ENOUGH));
    }
}
