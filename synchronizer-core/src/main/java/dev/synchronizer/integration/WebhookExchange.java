package dev.synchronizer.integration;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.ResponseInfo;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

/** Sends a request and waits for the head of the answer; a body that does not end, or not in time, is cut off. */
final class WebhookExchange {
    private final HttpClient client;
    private final Duration timeout;

    WebhookExchange(Duration timeout) {
        this.timeout = timeout;
        // A redirect would take the event, and its signature, to where nobody has sent it.
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(timeout)
                .build();
    }

    /** @throws IOException if there is no answer, or none in time */
    WebhookAnswer send(HttpRequest request) throws IOException, InterruptedException {
        AtomicReference<ResponseInfo> head = new AtomicReference<>();
        BodyHandler<Void> body = info -> {
            head.set(info);
            return new IgnoredBody();
        };
        CompletableFuture<HttpResponse<Void>> answer = client.sendAsync(request, body);
        String missing = ended(answer);
        ResponseInfo info = head.get();
        if (info == null) {
            throw new IOException(missing);
        }
        return new WebhookAnswer(info.statusCode(), info.headers().firstValue("Retry-After"));
    }

    /** Waits for the end, and says what to tell where there was not even a head. */
    private String ended(CompletableFuture<?> answer) throws InterruptedException {
        try {
            answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            return "there was no answer";
        } catch (TimeoutException e) {
            return "there was no answer within " + timeout.toMillis() + " ms";
        } catch (ExecutionException e) {
            return words(e.getCause() == null ? e : e.getCause());
        } finally {
            answer.cancel(true);
        }
    }

    private static String words(Throwable cause) {
        String message = cause.getMessage();
        return cause.getClass().getSimpleName() + (message == null ? "" : ": " + message);
    }
}
