package dev.synchronizer.kafka;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/** Bytes of records as text, and the other way round. */
final class Texts {
    static final String CONTENT_TYPE = "content-type";

    private Texts() {}

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The text that bytes are in UTF-8; of what is none, and of what no database keeps, a URL that holds the bytes. */
    static String kept(byte[] bytes) {
        return text(bytes).orElseGet(() -> "data:;base64," + Base64.getEncoder().encodeToString(bytes));
    }

    /** The last header of a name, if its value is a text. */
    static Optional<String> header(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? Optional.empty() : text(header.value());
    }

    private static Optional<String> text(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.indexOf('\0') < 0 ? Optional.of(text) : Optional.empty();
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
