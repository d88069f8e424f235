package dev.synchronizer.exchange;

import dev.synchronizer.exchange.ExchangeException.Kind;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Sends signed requests to another server, and takes no answer for one that is not signed. Safe for use by many threads. */
public final class ExchangeClient {
    private static final int NONCE_BYTES = 16;

    private final String name;
    private final Peer peer;
    private final ClientOptions options;
    private final HttpClient http;
    private final AnswerReading answers;
    private final SecureRandom random = new SecureRandom();

    /**
     * A client of one server that asks another one.
     *
     * @param name of this server, under which the other one knows it
     */
    public ExchangeClient(String name, Peer peer, ClientOptions options) {
        this.name = ServerName.checked(name);
        this.peer = peer;
        this.options = options;
        this.answers = new AnswerReading(peer);
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(options.connectTime());
        options.tls().ifPresent(builder::sslContext);
        this.http = builder.build();
    }

    /**
     * The answer to a request, which is of the other server and of no one else.
     *
     * @throws ExchangeException if there is none; the request is never sent again by itself
     */
    public byte[] send(byte[] body) {
        if (body.length > options.limit()) {
            throw new ExchangeException(
                    Kind.TOO_LARGE,
                    "a request to " + peer.shown() + " has " + body.length + " bytes, and may have " + options.limit()
                            + "; send less at once, or raise the limits of both servers",
                    null);
        }
        RequestHead head = head(body);
        Parcel parcel = new Parcel(body);
        return answers.read(head, response(request(head, parcel), parcel));
    }

    private RequestHead head(byte[] body) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        return new RequestHead(
                "POST",
                options.path(),
                name,
                peer.name(),
                options.clock().millis(),
                HexFormat.of().formatHex(nonce),
                Digest.of(body));
    }

    private HttpRequest request(RequestHead head, Parcel parcel) {
        return HttpRequest.newBuilder(peer.endpoint(options.path()))
                .header("Content-Type", HeaderNames.MEDIA_TYPE)
                .header(HeaderNames.SENDER, head.sender())
                .header(HeaderNames.RECEIVER, head.receiver())
                .header(HeaderNames.TIMESTAMP, Long.toString(head.millis()))
                .header(HeaderNames.NONCE, head.nonce())
                .header(HeaderNames.DIGEST, head.digest())
                .header(HeaderNames.SIGNATURE, head.signature(peer.secret()))
                .POST(parcel)
                .build();
    }

    /** A request's own timeout ends with the headers of the answer; this one ends with its body. */
    private HttpResponse<byte[]> response(HttpRequest request, Parcel parcel) {
        CompletableFuture<HttpResponse<byte[]>> answer =
                http.sendAsync(request, info -> new BoundedAnswer(options.limit()));
        Failures failures = new Failures(peer, parcel);
        try {
            return answer.get(options.answerTime().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw failures.failed(e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException e) {
            ExchangeException failure = failures.tooSlow(options.answerTime());
            answer.cancel(true);
            throw failure;
        } catch (InterruptedException e) {
            ExchangeException failure = failures.interrupted(e);
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw failure;
        }
    }
}
