package dev.synchronizer.exchange;

import dev.synchronizer.exchange.ExchangeException.Kind;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/** Holds what has come back against the request that it is to be the answer to. */
final class AnswerReading {
    private static final int LONGEST = 200;

    private final Peer peer;

    AnswerReading(Peer peer) {
        this.peer = peer;
    }

    byte[] read(RequestHead head, HttpResponse<byte[]> response) {
        int status = response.statusCode();
        if (status == 200 && isSigned(head, response)) {
            return response.body();
        }
        if (status == 200) {
            throw uncertain(
                    "its answer is not signed with the secret that is shared with it, or is not the answer to this"
                            + " request; see that nothing in between changes answers");
        }
        if (status == 409) {
            throw uncertain("this request was there before, which somebody in between may have sent twice");
        }
        if (status >= 300 && status < 400) {
            String target = response.headers().firstValue("Location").orElse("nowhere");
            throw refused(
                    Kind.REFUSED,
                    "it redirects to " + Shown.of(target, LONGEST) + ", which is not followed; give the address"
                            + " that its endpoint is at");
        }
        if (status >= 400 && status < 500) {
            Kind kind = status == 413 ? Kind.TOO_LARGE : Kind.REFUSED;
            throw refused(kind, status + " " + shown(response.body()));
        }
        throw uncertain("it answered " + status + " " + shown(response.body()));
    }

    private boolean isSigned(RequestHead head, HttpResponse<byte[]> response) {
        List<String> signatures = response.headers().allValues(HeaderNames.SIGNATURE);
        if (signatures.size() != 1) {
            return false;
        }
        try {
            byte[] signature = HexFormat.of().parseHex(signatures.get(0));
            return peer.secret().signed(head.answerText(response.statusCode(), response.body()), signature);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private ExchangeException refused(Kind kind, String why) {
        return new ExchangeException(kind, peer.shown() + " has refused a request: " + why, null);
    }

    private ExchangeException uncertain(String why) {
        return new ExchangeException(
                Kind.UNCERTAIN,
                "it is uncertain whether " + peer.shown() + " has done what it was asked for: " + why,
                null);
    }

    private static String shown(byte[] body) {
        return Shown.of(new String(body, StandardCharsets.UTF_8), LONGEST);
    }
}
