package dev.synchronizer.cli;

import dev.synchronizer.Synchronizer;
import dev.synchronizer.SynchronizerBuilder;
import dev.synchronizer.cli.render.ServerTestReport;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.Problems;
import dev.synchronizer.staging.DeliveryException;
import dev.synchronizer.staging.Staging;
import dev.synchronizer.task.ServerChannel;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Asks who answers at a server's place. */
@Command(
        name = "test",
        description =
                "Asks who answers at a server's place, and remembers its identity, so that what comes from there is "
                        + "never told to it again.",
        footer = {"  synchronizer staging servers test public"})
final class ServersTestCommand extends WritingCommand {
    @Parameters(paramLabel = "NAME", description = "The server.")
    private String name = "";

    @Mixin
    private final SendingOptions sending = new SendingOptions();

    ServersTestCommand(Context context) {
        super(context);
    }

    @Override
    void configure(SynchronizerBuilder builder) {
        sending.configure(builder);
    }

    @Override
    String jsonFormat() {
        return ServerTestReport.FORMAT;
    }

    @Override
    ExitCode run() {
        return change(this::asked);
    }

    private ExitCode asked(Synchronizer synchronizer) {
        Staging staging = synchronizer.staging();
        ServerChannel server = staging.servers().get(name);
        String answering = answering(staging);
        boolean itself = answering.equals(staging.receiving().identity());
        boolean saved = !itself && !answering.equals(server.server());
        if (saved) {
            staging.servers().save(database().actor(), server.known(answering));
        }
        Problems warnings = warnings(server, answering, itself);
        return show(new ServerTestReport(server, answering, saved, warnings), warnings);
    }

    private String answering(Staging staging) {
        try {
            return staging.test(name);
        } catch (DeliveryException e) {
            throw Unreachable.of(name, e);
        }
    }

    private static Problems warnings(ServerChannel server, String answering, boolean itself) {
        if (itself) {
            return Problems.of(new Problem(
                    ProblemCode.SERVER_IS_ITSELF,
                    server.name(),
                    "it is this server itself that answers, or a copy of its database with the same identity",
                    "correct its place by staging servers add --replace; two servers cannot tell each other of changes"
                            + " as long as they have the same identity"));
        }
        if (server.server() != null && !server.server().equals(answering)) {
            return Problems.of(Problem.of(
                    ProblemCode.OTHER_SERVER,
                    server.name(),
                    "it is another server that answers than before, which was " + server.server()));
        }
        return Problems.of(List.of());
    }

    @Override
    void end() {
        sending.close();
    }
}
