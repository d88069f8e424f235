package dev.synchronizer.cli;

import dev.synchronizer.staging.Servers;
import dev.synchronizer.task.ServerChannel;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Removes a server. */
@Command(
        name = "remove",
        description =
                "Removes a server. What is still on its way to it is dropped: see staging tasks --target NAME before.",
        footer = {"  synchronizer staging servers remove public"})
final class ServersRemoveCommand extends ServersChangeCommand {
    @Parameters(paramLabel = "NAME", description = "The server.")
    private String name = "";

    ServersRemoveCommand(Context context) {
        super(context);
    }

    @Override
    String name() {
        return name;
    }

    @Override
    @Nullable
    ServerChannel change(Servers servers, @Nullable ServerChannel before, String actor) {
        servers.remove(actor, name);
        return null;
    }
}
