package dev.synchronizer.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Over real sockets: whatever is refused, nothing was done for it, and the log has one line. */
class RefusedRequestsTest {
    private static final Secret OTHER = Secret.of("a secret that is as long, and is not the shared one");

    private final LoggedLines log = new LoggedLines();
    private final Receiver receiver = new Receiver();

    @AfterEach
    void close() {
        receiver.close();
        log.close();
    }

    @Test
    void whatIsRightIsAnsweredAndTheAnswerIsSigned() throws IOException {
        RawRequest request = receiver.request();

        String answer = receiver.send(request);

        assertThat(RawPeer.status(answer)).isEqualTo(200);
        assertThat(RawPeer.body(answer)).isEqualTo("{\"bytes\":10}");
        String text = request.head().answerText(200, "{\"bytes\":10}".getBytes(StandardCharsets.UTF_8));
        assertThat(answer.toLowerCase(java.util.Locale.ROOT))
                .contains("synchronizer-signature: " + HexFormat.of().formatHex(RawRequest.SECRET.sign(text)));
        assertThat(receiver.asked).containsExactly("editorial {\"task\":1}");
        assertThat(log.warnings()).isEmpty();
    }

    @Test
    void anUnknownSenderLooksLikeAWrongSignature() throws IOException {
        String unknown = receiver.send(receiver.request().sender("stranger").secret(OTHER));
        String wrong = receiver.send(receiver.request().secret(OTHER));

        assertThat(RawPeer.status(unknown)).isEqualTo(401);
        assertThat(withoutDate(unknown)).isEqualTo(withoutDate(wrong));
        assertThat(log.warnings()).hasSize(2);
        assertThat(log.warnings().get(0)).contains("stranger is unknown");
        assertThat(log.warnings().get(1)).contains("not signed with the secret that is shared with editorial");
        assertThat(receiver.asked).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Synchronizer-Sender, other",
        "Synchronizer-Receiver, other",
        "Synchronizer-Timestamp, 1772366400001",
        "Synchronizer-Nonce, 0123456789abcdef0123456789abcdef",
        "Synchronizer-Digest, 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
        "Synchronizer-Signature, 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
    })
    void whatIsSignedCannotBeChanged(String header, String value) throws IOException {
        refused(receiver.request().header(header, value), 401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Sender", "Receiver", "Timestamp", "Nonce", "Digest", "Signature"})
    void whatIsSignedCannotBeMissingTwiceOrOfAnotherForm(String header) throws IOException {
        String name = "Synchronizer-" + header;
        refused(receiver.request().header(name, ""), 401);
        String right = receiver.request().headers().get(name);
        refused(receiver.request().header(name, right + "\r\n" + name + ": " + right), 401);
        refused(receiver.request().header(name, "-1"), 401);
        refused(receiver.request().header(name, "x".repeat(5000)), 401);

        assertThat(log.warnings()).hasSize(4).allMatch(line -> line.length() < 400);
    }

    @Test
    void whatIsMeantForAnotherServerIsRefusedThoughItsSignatureIsRight() throws IOException {
        refused(receiver.request().receiver("intranet"), 401);

        assertThat(log.warnings()).singleElement().asString().contains("it is meant for intranet, and this is public");
    }

    @Test
    void whoeverSharesASecretWithOthersCannotSpeakForThemNorSendOnWhatTheyGot() throws IOException {
        refused(receiver.request().sender("archive").header("Synchronizer-Sender", "editorial"), 401);
        refused(receiver.request().receiver("intranet").header("Synchronizer-Receiver", "public"), 401);
    }

    @Test
    void aRequestOfOneServerIsRefusedByAnotherThatSharesItsSecret() throws IOException {
        try (Receiver intranet = new Receiver("intranet", options -> options)) {
            RawRequest request = receiver.request();
            assertThat(RawPeer.status(receiver.send(request))).isEqualTo(200);

            assertThat(RawPeer.status(intranet.send(request))).isEqualTo(401);

            assertThat(intranet.asked).isEmpty();
        }
    }

    @Test
    void theSameBytesAreAnsweredOnce() throws IOException {
        byte[] bytes = receiver.request().bytes();
        assertThat(RawPeer.status(RawPeer.answer(receiver.server.port(), bytes)))
                .isEqualTo(200);

        String again = RawPeer.answer(receiver.server.port(), bytes);

        assertThat(RawPeer.status(again)).isEqualTo(409);
        assertThat(receiver.asked).hasSize(1);
        assertThat(log.warnings()).singleElement().asString().contains("was here before");
    }

    @Test
    void theSameBytesAreRefusedHoweverLate() throws IOException {
        byte[] bytes = receiver.request().bytes();
        assertThat(RawPeer.status(RawPeer.answer(receiver.server.port(), bytes)))
                .isEqualTo(200);

        for (int minutes = 1; minutes < 30; minutes++) {
            receiver.clock.move(Duration.ofMinutes(1));
            assertThat(RawPeer.status(RawPeer.answer(receiver.server.port(), bytes)))
                    .isEqualTo(minutes <= 5 ? 409 : 401);
        }

        assertThat(receiver.asked).hasSize(1);
    }

    @Test
    void theClocksOfTwoServersMayDifferByFiveMinutes() throws IOException {
        for (int seconds : List.of(-300, 300)) {
            RawRequest request = receiver.request();
            receiver.clock.move(Duration.ofSeconds(seconds));
            assertThat(RawPeer.status(receiver.send(request))).isEqualTo(200);
        }
        receiver.asked.clear();
        for (int seconds : List.of(-301, 301)) {
            RawRequest request = receiver.request();
            receiver.clock.move(Duration.ofSeconds(seconds));
            refused(request, 401);
        }
        assertThat(log.warnings()).hasSize(2).allMatch(line -> line.contains("set the clocks"));
    }

    @Test
    void anotherBodyThanTheSignedOneIsRefused() throws IOException {
        refused(receiver.request().sentBody("{\"task\":2}".getBytes(StandardCharsets.UTF_8)), 400);

        assertThat(log.warnings()).singleElement().asString().contains("its body is not the one that was signed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE", "HEAD", "OPTIONS", "post"})
    void onlyPostIsAnswered(String method) throws IOException {
        String answer = refused(receiver.request().method(method), 405);

        assertThat(answer).contains("Allow: POST");
        assertThat(log.warnings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/synchronizer/staging/2",
                "/synchronizer/staging/1/",
                "/synchronizer/staging/1?x=1",
                "/synchronizer/staging/%31"
            })
    void onlyOnePathIsAnswered(String path) throws IOException {
        refused(receiver.request().path(path), 404);

        assertThat(log.warnings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "text/plain", "application/jsonx", "multipart/form-data"})
    void onlyJsonIsRead(String type) throws IOException {
        refused(receiver.request().header("Content-Type", type), 415);
    }

    @Test
    void theCharacterSetOfJsonMayBeSaid() throws IOException {
        String answer = receiver.send(receiver.request().header("Content-Type", "Application/JSON; charset=utf-8"));

        assertThat(RawPeer.status(answer)).isEqualTo(200);
    }

    @Test
    void whatStrangersWriteStandsInTheLogOnOneLineOfItsOwn() throws IOException {
        refused(receiver.request().header("Synchronizer-Sender", "x\u001b[31m\u0085y\\u" + "z".repeat(500)), 401);

        assertThat(log.warnings())
                .singleElement()
                .asString()
                .matches("[ -~…]{1,300}")
                .contains("x\\u001b[31m\\u0085y\\u005cuzz");
    }

    private String refused(RawRequest request, int status) throws IOException {
        String answer = receiver.send(request);
        assertThat(RawPeer.status(answer)).as(answer).isEqualTo(status);
        assertThat(receiver.asked).isEmpty();
        return answer;
    }

    private static String withoutDate(String answer) {
        return answer.replaceAll("(?i)date: [^\r]*\r\n", "");
    }
}
