package dev.synchronizer.staging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synchronizer.exchange.ClientOptions;
import dev.synchronizer.exchange.EndpointOptions;
import dev.synchronizer.exchange.Exchange;
import dev.synchronizer.exchange.ExchangeClient;
import dev.synchronizer.exchange.ExchangeServer;
import dev.synchronizer.exchange.Nonces;
import dev.synchronizer.exchange.Peer;
import dev.synchronizer.exchange.Secret;
import dev.synchronizer.exchange.ServerOptions;
import dev.synchronizer.exchange.SignedEndpoint;
import dev.synchronizer.staging.Answer.Outcome;
import dev.synchronizer.task.Clash;
import dev.synchronizer.task.ConflictPolicy;
import dev.synchronizer.task.Payload;
import dev.synchronizer.task.Stamps;
import dev.synchronizer.task.SubjectState;
import dev.synchronizer.task.TaskKey;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** H: what goes over the wire, where it is damaged, of a newer release, or too large. */
class WiresTest {
    private static final Secret SECRET = Secret.of("0123456789abcdef0123456789abcdef");

    private static Shipment shipment(int number, int size) {
        Payload.About about = new Payload.About("Article", null, "site", "1.0", new TreeSet<>(List.of("title")));
        SubjectState state = SubjectState.of(Map.of("values.title", '"' + "x".repeat(size) + '"'));
        return new Shipment(
                number,
                TaskKey.item(UUID.randomUUID()),
                "One",
                "CREATE",
                Payload.whole(about, 1, state, Stamps.none()),
                "Ada",
                List.of("a"),
                List.of("change-" + number),
                ConflictPolicy.HOLD,
                Set.of());
    }

    @Test
    void oneThatCannotBeReadIsRefusedInItsPlaceAndTheOthersAreTakenIn() {
        List<Shipment> three = List.of(shipment(1, 1), shipment(2, 1).by(ConflictPolicy.OURS), shipment(3, 1));
        String json = new String(Messages.write(new Messages.Request("a", three, 1_000)), StandardCharsets.UTF_8)
                .replace("\"OURS\"", "\"LATEST\"");

        Messages.Asked asked = Messages.readRequest(json.getBytes(StandardCharsets.UTF_8));

        assertThat(asked.parts())
                .extracting(
                        part -> part.shipment() == null ? null : part.shipment().task())
                .containsExactly(1L, null, 3L);
        assertThat(asked.parts().get(1).fault()).contains("cannot read it").contains("release");
    }

    @Test
    void whatIsNoTextOfItsKindIsRefusedInItsPlaceToo() {
        for (String wrong :
                List.of("{}", "[]", "7", "null", "{\"payload\":{\"stamps\":{\"name\":{\"at\":\"never\"}}}}")) {
            String json = "{\"sender\":\"a\",\"shipments\":[" + wrong + "]}";

            assertThat(Messages.readRequest(json.getBytes(StandardCharsets.UTF_8))
                            .parts())
                    .singleElement()
                    .satisfies(part -> assertThat(part.shipment()).as(wrong).isNull());
        }
    }

    @Test
    void moreThingsThanAnyServerSendsAtOnceAreNotEvenRead() {
        String json = "{\"sender\":\"a\",\"shipments\":[" + String.join(",", Collections.nCopies(1_001, "{}")) + "]}";

        assertThatThrownBy(() -> Messages.readRequest(json.getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("more than 1000 things");
    }

    private static Answer conflict(int size) {
        SubjectState there = SubjectState.of(Map.of("values.title", '"' + "y".repeat(size) + '"'));
        Clash clash = new Clash("values.title", Optional.empty(), Optional.empty(), there.at("values.title"), true);
        return Answer.conflict(List.of(clash), there, List.of("it was changed on both servers"));
    }

    @Test
    void whatIsTooLongOfAnswersIsLeftOutFromTheLongestOn() {
        List<Answer> answers = List.of(conflict(10), conflict(20_000), Answer.of(Outcome.APPLIED), conflict(5_000));

        byte[] reply = Messages.write(new Messages.Reply("b", answers), 20_000);

        assertThat(reply).hasSizeLessThan(20_000);
        List<Answer> read = Messages.readReply(reply).answers();
        assertThat(read)
                .extracting(Answer::outcome)
                .containsExactly(Outcome.CONFLICT, Outcome.CONFLICT, Outcome.APPLIED, Outcome.CONFLICT);
        assertThat(read.get(0).current()).isNotNull();
        assertThat(read.get(3).current()).isNotNull();
        assertThat(read.get(1).current()).isNull();
        assertThat(read.get(1).clashes()).isEmpty();
        assertThat(read.get(1).messages()).last().asString().contains("too long to be told");
    }

    @Test
    void wordsAreShortenedToo() {
        List<String> said = Collections.nCopies(1_000, "x".repeat(10_000));

        byte[] reply = Messages.write(
                new Messages.Reply("b", Collections.nCopies(100, Answer.of(Outcome.REFUSED, said))), 100_000);

        assertThat(reply).hasSizeLessThan(100_000);
        assertThat(Messages.readReply(reply).answers()).hasSize(100);
    }

    /** Answers that all is done, as a server with a limit of its own. */
    private static ExchangeServer server(int limit, List<Integer> asked) {
        Exchange exchange = (sender, body) -> {
            Messages.Asked request = Messages.readRequest(body);
            asked.add(request.parts().size());
            List<Answer> answers = request.parts().stream()
                    .map(part -> Answer.of(Outcome.APPLIED))
                    .toList();
            return Messages.write(new Messages.Reply("b", answers), request.answerLimit());
        };
        SignedEndpoint endpoint = new SignedEndpoint(
                "b",
                sender -> Optional.of(SECRET),
                Nonces.inMemory(Clock.systemUTC()),
                exchange,
                EndpointOptions.standard().bodyLimit(limit));
        return ExchangeServer.start(endpoint, ServerOptions.standard());
    }

    private static Transport transport(ExchangeServer server, ClientOptions options) {
        ExchangeClient client = new ExchangeClient("a", new Peer("b", server.uri(), SECRET), options);
        return new HttpTransport(() -> "a", client, options.limit());
    }

    @Test
    void whatIsTooLargeTogetherGoesInPartsAndWhatIsTooLargeByItselfIsRefusedAlone() {
        List<Integer> asked = new ArrayList<>();
        try (ExchangeServer server = server(4_000, asked);
                Transport transport = transport(server, ClientOptions.standard())) {
            List<Shipment> all = new ArrayList<>();
            for (int number = 0; number < 10; number++) {
                all.add(shipment(number, number == 6 ? 5_000 : 700));
            }

            List<Answer> answers = transport.send(all);

            assertThat(answers).hasSize(10);
            for (int number = 0; number < 10; number++) {
                assertThat(answers.get(number).outcome())
                        .as("%d", number)
                        .isEqualTo(number == 6 ? Outcome.REFUSED : Outcome.APPLIED);
            }
            assertThat(answers.get(6).message().orElseThrow())
                    .contains("too large")
                    .contains("4000");
            assertThat(asked.stream().mapToInt(Integer::intValue).sum()).isEqualTo(9);
        }
    }

    @Test
    void whoSendsKeepsToALimitOfItsOwn() {
        List<Integer> asked = new ArrayList<>();
        try (ExchangeServer server = server(1_000_000, asked);
                Transport transport = transport(server, ClientOptions.standard().limit(2_500))) {
            List<Answer> answers =
                    transport.send(List.of(shipment(1, 700), shipment(2, 3_000), shipment(3, 700), shipment(4, 700)));

            assertThat(answers)
                    .extracting(Answer::outcome)
                    .containsExactly(Outcome.APPLIED, Outcome.REFUSED, Outcome.APPLIED, Outcome.APPLIED);
        }
    }
}
