package dev.synchronizer.cli;

import dev.synchronizer.staging.Servers;
import dev.synchronizer.task.ServerChannel;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Enables a server. */
@Command(
        name = "enable",
        description = "Has changes logged for a server from now on, and delivers what is logged.",
        footer = {"  synchronizer staging servers enable public"})
final class ServersEnableCommand extends ServersChangeCommand {
    @Parameters(paramLabel = "NAME", description = "The server.")
    private String name = "";

    ServersEnableCommand(Context context) {
        super(context);
    }

    @Override
    String name() {
        return name;
    }

    @Override
    @Nullable
    ServerChannel change(Servers servers, @Nullable ServerChannel before, String actor) {
        boolean isSo = before != null && before.enabled() && !before.held();
        return isSo ? before : servers.enable(actor, name);
    }
}
