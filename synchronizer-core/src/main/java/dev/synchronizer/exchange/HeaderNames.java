package dev.synchronizer.exchange;

/** The headers that say who asks whom for what, and prove it. */
final class HeaderNames {
    static final String SENDER = "Synchronizer-Sender";
    static final String RECEIVER = "Synchronizer-Receiver";
    static final String TIMESTAMP = "Synchronizer-Timestamp";
    static final String NONCE = "Synchronizer-Nonce";
    static final String DIGEST = "Synchronizer-Digest";
    static final String SIGNATURE = "Synchronizer-Signature";

    static final String MEDIA_TYPE = "application/json";

    private HeaderNames() {}
}
