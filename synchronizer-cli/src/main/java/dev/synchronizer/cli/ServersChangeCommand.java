package dev.synchronizer.cli;

import dev.synchronizer.cli.render.ServerChangeReport;
import dev.synchronizer.problem.Problems;
import dev.synchronizer.staging.Servers;
import dev.synchronizer.task.ServerChannel;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A command that changes what is said of one server. */
abstract class ServersChangeCommand extends WritingCommand {
    ServersChangeCommand(Context context) {
        super(context);
    }

    @Override
    final String jsonFormat() {
        return ServerChangeReport.FORMAT;
    }

    /** Reads what the command line says; nothing is opened before. */
    void check() {}

    /** The name of the server. */
    abstract String name();

    /**
     * Changes it, unless that changes nothing.
     *
     * @param before what is said of it; null where there is none
     * @return what is said of it since; null where it is gone
     */
    abstract @Nullable ServerChannel change(Servers servers, @Nullable ServerChannel before, String actor);

    @Override
    final ExitCode run() {
        check();
        return change(synchronizer -> {
            Servers servers = synchronizer.staging().servers();
            ServerChannel before = servers.list().stream()
                    .filter(server -> server.name().equals(name()))
                    .findFirst()
                    .orElse(null);
            ServerChannel after = change(servers, before, database().actor());
            return show(new ServerChangeReport(name(), before, after), Problems.none());
        });
    }

    /** Saves it, if it is otherwise than it was. */
    static ServerChannel save(Servers servers, @Nullable ServerChannel before, ServerChannel after, String actor) {
        if (!Objects.equals(before, after)) {
            servers.save(actor, after);
        }
        return after;
    }
}
