package dev.synchronizer.cli.render;

import dev.synchronizer.json.JsonOut;
import java.net.URI;

/**
 * Where a server takes in what others send; one line in each form, for those who wait for it.
 *
 * @param server what others call it
 * @param address where they reach it
 * @param delivers whether it also tells its own changes
 */
public record ServingReport(String server, URI address, boolean delivers) implements Answer {
    public static final String FORMAT = "synchronizer-staging-serving/1";

    @Override
    public String text(Style style) {
        return "%s takes in changes at %s%s.\n"
                .formatted(PlainText.of(server), address, delivers ? ", and tells its own" : "");
    }

    @Override
    public String json() {
        return JsonOut.compact(out -> out.object(() -> {
                    out.text("format", FORMAT);
                    out.text("server", server);
                    out.text("url", address.toString());
                    out.flag("delivers", delivers);
                }))
                + "\n";
    }
}
