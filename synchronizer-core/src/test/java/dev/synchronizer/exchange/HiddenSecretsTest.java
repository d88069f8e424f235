package dev.synchronizer.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whatever goes wrong, nobody learns a secret of it, nor what has been signed with one. */
class HiddenSecretsTest {
    private static final String TEXT = "geheim-geheim-geheim-geheim-geheim-geheim";

    private final List<String> told = new ArrayList<>();

    @Test
    void noMessageNoLogAndNoTextHoldsOne() throws Exception {
        Secret secret = Secret.of(TEXT);
        try (LoggedLines log = new LoggedLines();
                Receiver receiver = new Receiver()) {
            told.add(secret.toString());
            ask(receiver, receiver.server.uri(), secret);
            ask(receiver, URI.create("http://no-such-host.invalid"), secret);
            ask(receiver, URI.create("http://127.0.0.1:1"), secret);
            RawRequest forged = receiver.request().secret(secret);
            told.add(receiver.send(forged));
            told.add(receiver.send(forged.header("Synchronizer-Digest", "0".repeat(64))));
            told.add(receiver.send(receiver.request().receiver("intranet")));
            receiver.exchange = (sender, body) -> {
                throw new IllegalStateException("it failed");
            };
            told.add(receiver.send(receiver.request()));
            assertThat(log.warnings()).hasSize(5);
            told.add(log.all());
            assertHidden(TEXT);
            assertHidden("a secret that two servers share");
            assertThat(String.join("\n", told)).doesNotContain(forged.head().signature(secret));
        }
    }

    private void ask(Receiver receiver, URI address, Secret secret) {
        Peer peer = new Peer("public", address, secret);
        ClientOptions options = ClientOptions.standard().clock(receiver.clock);
        ExchangeClient client = new ExchangeClient("editorial", peer, options);
        told.add(peer.toString());
        told.add(client.toString());
        try {
            client.send(RawRequest.BODY);
        } catch (ExchangeException e) {
            StringWriter trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace));
            told.add(trace.toString());
        }
    }

    private void assertHidden(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        assertThat(told)
                .hasSize(15)
                .allSatisfy(each -> assertThat(each)
                        .isNotEmpty()
                        .doesNotContain(text)
                        .doesNotContain(HexFormat.of().formatHex(bytes))
                        .doesNotContain(Base64.getEncoder().withoutPadding().encodeToString(bytes)));
    }
}
