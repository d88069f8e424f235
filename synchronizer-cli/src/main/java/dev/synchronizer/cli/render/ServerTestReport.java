package dev.synchronizer.cli.render;

import dev.synchronizer.json.JsonOut;
import dev.synchronizer.problem.Problems;
import dev.synchronizer.task.ServerChannel;

/** Who answers at a server's place. */
public final class ServerTestReport implements Answer {
    public static final String FORMAT = "synchronizer-staging-test/1";

    private final ServerChannel server;
    private final String answering;
    private final boolean saved;
    private final Problems warnings;

    /**
     * Looks at an answer.
     *
     * @param server what was said of the server before
     * @param answering the identity of who answers
     * @param saved whether that is remembered since
     * @param warnings what is odd about it
     */
    public ServerTestReport(ServerChannel server, String answering, boolean saved, Problems warnings) {
        this.server = server;
        this.answering = answering;
        this.saved = saved;
        this.warnings = warnings;
    }

    @Override
    public String text(Style style) {
        String since = saved ? ", which is remembered" : answering.equals(server.server()) ? ", as before" : "";
        return "%s answers: its identity is %s%s.\n"
                .formatted(PlainText.of(server.name()), PlainText.of(answering), since);
    }

    @Override
    public String json() {
        return JsonOut.pretty(out -> out.object(() -> {
            out.text("format", FORMAT);
            out.flag("committed", saved);
            out.text("server", server.name());
            out.text("identity", answering);
            out.text("identityBefore", server.server());
            AdministrationJson.problems(warnings, out);
        }));
    }
}
