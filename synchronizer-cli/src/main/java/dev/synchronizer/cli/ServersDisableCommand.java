package dev.synchronizer.cli;

import dev.synchronizer.staging.Servers;
import dev.synchronizer.task.ServerChannel;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Disables a server. */
@Command(
        name = "disable",
        description =
                "Has no more changes logged for a server, nor taken in from it. What is logged stays, and is delivered when it is enabled again; what is changed meanwhile is not told.",
        footer = {"  synchronizer staging servers disable public"})
final class ServersDisableCommand extends ServersChangeCommand {
    @Parameters(paramLabel = "NAME", description = "The server.")
    private String name = "";

    ServersDisableCommand(Context context) {
        super(context);
    }

    @Override
    String name() {
        return name;
    }

    @Override
    @Nullable
    ServerChannel change(Servers servers, @Nullable ServerChannel before, String actor) {
        boolean isSo = before != null && !before.enabled();
        return isSo ? before : servers.disable(actor, name);
    }
}
