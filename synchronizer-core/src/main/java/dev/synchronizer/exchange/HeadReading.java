package dev.synchronizer.exchange;

import java.util.HexFormat;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Reads what a request says of itself; what is not of its form is refused as what is forged. */
final class HeadReading {
    private static final Pattern MILLIS = Pattern.compile("[1-9][0-9]{0,14}");
    private static final Pattern NONCE = Pattern.compile("[0-9a-f]{32}");
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    private final ExchangeRequest request;

    HeadReading(ExchangeRequest request) {
        this.request = request;
    }

    RequestHead head() throws Refusal {
        return new RequestHead(
                request.method(),
                request.path(),
                one(HeaderNames.SENDER, ServerName::fits),
                one(HeaderNames.RECEIVER, ServerName::fits),
                Long.parseLong(one(HeaderNames.TIMESTAMP, MILLIS.asMatchPredicate())),
                one(HeaderNames.NONCE, NONCE.asMatchPredicate()),
                one(HeaderNames.DIGEST, SHA_256.asMatchPredicate()));
    }

    byte[] signature() throws Refusal {
        return HexFormat.of().parseHex(one(HeaderNames.SIGNATURE, SHA_256.asMatchPredicate()));
    }

    private String one(String name, Predicate<String> form) throws Refusal {
        List<String> values = request.header(name);
        if (values.size() != 1) {
            throw Refusal.unproven("it has " + values.size() + " headers " + name + " instead of one");
        }
        String value = values.get(0);
        if (!form.test(value)) {
            throw Refusal.unproven(
                    "its header " + name + " is not of the form that it has to be of: " + Shown.of(value));
        }
        return value;
    }
}
