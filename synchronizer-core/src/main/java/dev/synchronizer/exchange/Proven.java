package dev.synchronizer.exchange;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/** A request that is proven to be of its sender; answers to it are signed. */
record Proven(RequestHead head, Secret secret) {
    ExchangeAnswer answer(int status, byte[] body) {
        Map<String, String> headers = new HashMap<>(Answers.HEADERS);
        headers.put(HeaderNames.SIGNATURE, HexFormat.of().formatHex(secret.sign(head.answerText(status, body))));
        return new ExchangeAnswer(status, headers, body);
    }
}
