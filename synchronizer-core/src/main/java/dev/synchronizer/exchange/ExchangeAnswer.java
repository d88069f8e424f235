package dev.synchronizer.exchange;

import java.util.Map;

/** What a server is to send back as it is: any change of status or body breaks the signature. */
public final class ExchangeAnswer {
    private final int status;
    private final Map<String, String> headers;
    private final byte[] body;

    ExchangeAnswer(int status, Map<String, String> headers, byte[] body) {
        this.status = status;
        this.headers = Map.copyOf(headers);
        this.body = body;
    }

    public int status() {
        return status;
    }

    /** Without the length of the body, which is for the server to say. */
    public Map<String, String> headers() {
        return headers;
    }

    /** Not a copy: whoever sends it leaves it as it is. */
    public byte[] body() {
        return body;
    }

    boolean isRefusal() {
        return status != 200;
    }
}
