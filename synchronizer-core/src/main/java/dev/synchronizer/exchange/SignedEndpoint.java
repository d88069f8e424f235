package dev.synchronizer.exchange;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers requests of other servers, in whatever server it is mounted. Safe for use by many threads.
 *
 * <p>Nothing is done for a request that is not proven, complete and new; what is cheap is looked at first, and of what is not
 * proven no body is read. How long it waits for a body is up to the stream that it is given.
 */
public final class SignedEndpoint {
    /** Where it is, if nobody says otherwise; the number is that of the protocol. */
    public static final String PATH = "/synchronizer/staging/1";

    private static final Logger LOG = LoggerFactory.getLogger(SignedEndpoint.class);

    private static final int LONGEST = 400;

    private final String name;
    private final Senders senders;
    private final Nonces nonces;
    private final Exchange exchange;
    private final EndpointOptions options;
    private final Secret nobodys = Secret.random();

    /**
     * An endpoint of one server.
     *
     * @param name of this server: what is signed for another one is refused
     */
    public SignedEndpoint(String name, Senders senders, Nonces nonces, Exchange exchange, EndpointOptions options) {
        this.name = ServerName.checked(name);
        this.senders = senders;
        this.nonces = nonces;
        this.exchange = exchange;
        this.options = options;
    }

    /** Where it is to be mounted. */
    public String path() {
        return options.path();
    }

    /** Answers in any case; what is refused, and what fails, is told to the log. */
    public ExchangeAnswer answer(ExchangeRequest request) {
        try {
            checkPlace(request);
            return answer(request, proven(request));
        } catch (Refusal refusal) {
            log(request, refusal);
            return Answers.unsigned(refusal);
        } catch (RuntimeException e) {
            LOG.warn("A request from {} could not be looked at", Shown.of(request.from()), e);
            return Answers.failed();
        }
    }

    private ExchangeAnswer answer(ExchangeRequest request, Proven proven) {
        String sender = proven.head().sender();
        try {
            remember(proven.head());
            return proven.answer(
                    200, exchange.answer(sender, body(request, proven.head().digest())));
        } catch (Refusal refusal) {
            log(request, refusal);
            return proven.answer(refusal.status(), Answers.refused(refusal.said()));
        } catch (RefusedException e) {
            String said = String.valueOf(e.getMessage());
            LOG.warn("Refused a request of {} from {}: {}", sender, Shown.of(request.from()), Shown.of(said, LONGEST));
            return proven.answer(400, Answers.refused(said));
        } catch (RuntimeException e) {
            LOG.warn("A request of {} from {} failed", sender, Shown.of(request.from()), e);
            return proven.answer(500, Answers.failure());
        }
    }

    private void checkPlace(ExchangeRequest request) throws Refusal {
        if (!request.path().equals(options.path())) {
            throw new Refusal(404, "nothing is here", "nothing is at " + Shown.of(request.path()));
        }
        if (!request.method().equals("POST")) {
            throw new Refusal(405, "only POST is answered", "its method is " + Shown.of(request.method()));
        }
        String type = String.join(", ", request.header("Content-Type"));
        if (!type.split(";", 2)[0].strip().equalsIgnoreCase(HeaderNames.MEDIA_TYPE)) {
            throw new Refusal(
                    415, "only " + HeaderNames.MEDIA_TYPE + " is read", "its content type is " + Shown.of(type));
        }
        if (request.declaredLength() > options.bodyLimit()) {
            throw tooLarge("its body is declared to have " + request.declaredLength() + " bytes");
        }
    }

    private Proven proven(ExchangeRequest request) throws Refusal {
        HeadReading reading = new HeadReading(request);
        RequestHead head = reading.head();
        byte[] signature = reading.signature();
        Duration age = Duration.between(head.madeAt(), options.clock().instant());
        if (age.abs().compareTo(options.window()) > 0) {
            throw Refusal.unproven("it is of " + head.madeAt() + ", which is more than " + options.window()
                    + " away from the time here; set the clocks of both servers");
        }
        if (!head.receiver().equals(name)) {
            throw Refusal.unproven("it is meant for " + head.receiver() + ", and this is " + name);
        }
        Optional<Secret> secret = senders.secretOf(head.sender());
        // Of an unknown sender as much is computed as of a known one, so that the time that it takes tells nothing.
        boolean right = secret.orElse(nobodys).signed(head.signedText(), signature);
        if (secret.isEmpty()) {
            throw Refusal.unproven("its sender " + head.sender() + " is unknown here");
        }
        if (!right) {
            throw Refusal.unproven("it is not signed with the secret that is shared with " + head.sender());
        }
        return new Proven(head, secret.get());
    }

    private void remember(RequestHead head) throws Refusal {
        // Twice the window, as the clocks of the nodes of a server may differ too.
        Instant until = head.madeAt().plus(options.window()).plus(options.window());
        if (!nonces.isNew(head.sender(), head.nonce(), until)) {
            throw new Refusal(409, "this request was here before", "its nonce " + head.nonce() + " was here before");
        }
    }

    private byte[] body(ExchangeRequest request, String digest) throws Refusal {
        byte[] body;
        try {
            body = request.body().readNBytes(options.bodyLimit() + 1);
        } catch (IOException e) {
            throw new Refusal(
                    400, "the body broke off", "its body broke off: " + Shown.of(String.valueOf(e.getMessage())));
        }
        if (body.length > options.bodyLimit()) {
            throw tooLarge("its body has more");
        }
        if (body.length < request.declaredLength()) {
            throw new Refusal(
                    400,
                    "the body broke off",
                    "its body broke off after " + body.length + " of " + request.declaredLength() + " bytes");
        }
        if (!Digest.of(body).equals(digest)) {
            throw new Refusal(400, "this is not the body that was signed", "its body is not the one that was signed");
        }
        return body;
    }

    private Refusal tooLarge(String reason) {
        return new Refusal(
                413,
                "a body may have " + options.bodyLimit() + " bytes",
                reason + ", and may have " + options.bodyLimit());
    }

    /** Who knocks at another door is somebody's health check, or a scanner, and not worth a warning. */
    private static void log(ExchangeRequest request, Refusal refusal) {
        if (refusal.status() == 404 || refusal.status() == 405) {
            LOG.debug("Refused a request from {}: {}", Shown.of(request.from()), refusal.reason());
        } else {
            LOG.warn("Refused a request from {}: {}", Shown.of(request.from()), refusal.reason());
        }
    }
}
