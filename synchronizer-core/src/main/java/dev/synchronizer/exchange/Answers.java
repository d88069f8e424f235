package dev.synchronizer.exchange;

import dev.synchronizer.json.JsonOut;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Answers of which no sender is proven, and the bodies of those that refuse. */
final class Answers {
    static final Map<String, String> HEADERS =
            Map.of("Content-Type", HeaderNames.MEDIA_TYPE, "Cache-Control", "no-store");

    private Answers() {}

    static ExchangeAnswer unsigned(Refusal refusal) {
        Map<String, String> headers = new HashMap<>(HEADERS);
        if (refusal.status() == 405) {
            headers.put("Allow", "POST");
        }
        return new ExchangeAnswer(refusal.status(), headers, refused(refusal.said()));
    }

    static ExchangeAnswer failed() {
        return new ExchangeAnswer(500, HEADERS, failure());
    }

    static byte[] refused(String why) {
        return JsonOut.compact(out -> out.object(() -> out.text("refused", why)))
                .getBytes(StandardCharsets.UTF_8);
    }

    static byte[] failure() {
        return "{\"failed\":\"the log of this server says why\"}".getBytes(StandardCharsets.UTF_8);
    }
}
