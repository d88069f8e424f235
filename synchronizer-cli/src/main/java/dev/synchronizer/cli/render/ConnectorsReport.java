package dev.synchronizer.cli.render;

import dev.synchronizer.json.JsonOut;
import dev.synchronizer.task.ConnectorChannel;
import dev.synchronizer.task.Interest;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** All connectors. */
public final class ConnectorsReport implements Answer {
    public static final String FORMAT = "synchronizer-integration-connectors/1";

    private final List<ConnectorChannel> connectors;
    private final Set<String> here;

    /**
     * Looks at connectors.
     *
     * @param here the names of those whose code is at hand
     */
    public ConnectorsReport(List<ConnectorChannel> connectors, Set<String> here) {
        this.connectors = List.copyOf(connectors);
        this.here = Set.copyOf(here);
    }

    @Override
    public String text(Style style) {
        if (connectors.isEmpty()) {
            return "There are no connectors.\n";
        }
        Columns columns = new Columns("connector", "state", "code", "told of", "if one fails");
        for (ConnectorChannel one : connectors) {
            columns.add(
                    PlainText.of(one.name()),
                    one.enabled() ? one.held() ? "held" : "enabled" : "disabled",
                    here.contains(one.name()) ? "here" : "elsewhere",
                    told(one.interests()),
                    ServerText.lower(one.failures()) + " after " + one.retries().attempts() + " attempts");
        }
        return columns.toString();
    }

    private static String told(List<Interest> interests) {
        return interests.isEmpty()
                ? "nothing"
                : String.join(
                        "; ", interests.stream().map(ConnectorsReport::told).toList());
    }

    private static String told(Interest interest) {
        String operations = listed(interest.operations(), "all");
        String things = interest.types().isEmpty()
                ? listed(interest.kinds(), "everything")
                : listed(interest.types(), "everything");
        return PlainText.of(operations + " of " + things + (interest.snapshot() ? ", with what it holds" : ""));
    }

    private static String listed(Collection<String> names, String none) {
        return names.isEmpty() ? none : String.join(", ", names);
    }

    @Override
    public String json() {
        return JsonOut.pretty(out -> out.object(() -> {
            out.text("format", FORMAT);
            out.array("connectors", connectors, one -> out.object(() -> write(one, out)));
        }));
    }

    private void write(ConnectorChannel one, JsonOut out) {
        out.text("name", one.name());
        out.flag("enabled", one.enabled());
        out.flag("held", one.held());
        out.flag("here", here.contains(one.name()));
        out.text("onFailure", one.failures().name());
        ServerText.retries(one.retries(), out);
        out.array("subscriptions", one.interests(), interest -> interest.writeTo(out));
    }
}
